import { refuseExtraArguments, wrongUse } from '../base/errors.js';
import type { ExploreOptions } from './explore-options.js';
import type { FailureReport } from './failure-report.js';
import type { ExploreDeps } from './search/running/world.js';

/** Explores what a publisher does when things fail. */
export interface Explorations {
  /**
   * Runs the publisher many times, each time with another failure, and reports what it loses, duplicates or hides. It
   * tries every failure alone, and representatives of two together. Each run has a fake in a fresh state and a virtual
   * clock; the records, faults and rules of the test stay as they are. An exploration has the console and the timers of the
   * process for itself: those that are started together run one after the other. Await it: what the end of the test cuts off
   * is rejected, and proves nothing.
   * @param publish is called once for each run, and returns a promise that settles when everything is published. With a
   * parameter it is given the number of events to publish, and the stories are shrunk to the fewest events.
   * @throws {FakeEventBridgeError} for a publisher that publishes nothing or fails although nothing fails, for faults
   * that the test has declared, and for options out of range
   * @example
   * ```ts
   * const report = await eb.exploreFailures(() => publishOrders(orders));
   * report.assertSafe();
   * ```
   */
  exploreFailures(publish: (events: number) => unknown, options?: ExploreOptions): Promise<FailureReport>;
  /**
   * Runs one story of a report again, for a debugger, or to see whether a fix helps.
   * @param path as the report prints it
   * @param options those of the exploration
   * @throws {FakeEventBridgeError} for what is not a path, and when the publisher does not come so far
   * @example
   * ```ts
   * const report = await eb.replay('1:entry-throttled:first', () => publishOrders(orders));
   * ```
   */
  replay(
    path: string,
    publish: (events: number) => unknown,
    options?: ExploreOptions,
  ): Promise<FailureReport>;
}

/** @internal */
export interface ExplorationsDeps extends Omit<ExploreDeps, 'onOpen' | 'ended'> {
  /** What happens when the fake is restored. */
  readonly onRestore: Set<() => void>;
  /** Loads the part of the library that explores. */
  readonly load: () => Promise<{
    exploreFailures(
      deps: ExploreDeps,
      ...args: Parameters<Explorations['exploreFailures']>
    ): Promise<FailureReport>;
    replay(deps: ExploreDeps, ...args: Parameters<Explorations['replay']>): Promise<FailureReport>;
  }>;
}

/**
 * The methods that explore, and what ends an exploration that is under way.
 * @internal
 */
export function createExplorations(deps: ExplorationsDeps): Explorations & { readonly stop: () => void } {
  const underWay = new Set<() => void>();
  /** What `explore` returns, or a rejection as soon as `stop` is called: nobody may be there to hear of it later. */
  function untilStopped<T>(
    method: string,
    explore: (part: Awaited<ReturnType<typeof deps.load>>, own: ExploreDeps) => Promise<T>,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      let isStopped = false;
      let close = () => {};
      // It may have to wait for others, and be stopped before its turn.
      const onOpen = (closeWorld: () => void) => {
        close = closeWorld;
        if (isStopped) close();
      };
      const stop = () => {
        isStopped = true;
        close();
        reject(ended(method));
      };
      for (const stops of [underWay, deps.onRestore]) stops.add(stop);
      const own = { ...deps, onOpen, ended };
      const explored = deps.load().then((part) => (isStopped ? undefined : explore(part, own)));
      explored
        .finally(() => {
          for (const stops of [underWay, deps.onRestore]) stops.delete(stop);
        })
        .then((report) => report !== undefined && resolve(report), reject);
    });
  }
  return {
    exploreFailures: async (publish, options, ...extra: unknown[]) => {
      refuseExtraArguments('exploreFailures', ['publish', 'options'], [publish, options, ...extra]);
      return untilStopped('exploreFailures', (part, own) => part.exploreFailures(own, publish, options));
    },
    replay: async (path, publish, options, ...extra: unknown[]) => {
      refuseExtraArguments('replay', ['path', 'publish', 'options'], [path, publish, options, ...extra]);
      return untilStopped('replay', (part, own) => part.replay(own, path, publish, options));
    },
    stop: () => {
      for (const stop of underWay) stop();
    },
  };
}

function ended(method: string): Error {
  return wrongUse(
    `${method}: eb.reset() or eb.restore() ended the exploration. Await it in the test that starts it, and give that test more time, or the exploration less, with the option maxTime.`,
  );
}
