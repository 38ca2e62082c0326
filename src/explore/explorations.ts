import { refuseExtraArguments } from '../base/errors.js';
import type { ExploreOptions } from './explore-options.js';
import type { FailureReport } from './failure-report.js';
import type { ExploreDeps } from './search/running/world.js';

/** Explores what a publisher does when things fail. */
export interface Explorations {
  /**
   * Runs the publisher many times, each time with another failure, and reports what it loses, duplicates or hides. It
   * tries every failure alone, and representatives of two together. Each run has a fake in a fresh state and a virtual
   * clock; the records, faults and rules of the test stay as they are. An exploration has the console and the timers of the
   * process for itself: those that are started together run one after the other.
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
export interface ExplorationsDeps extends Omit<ExploreDeps, 'onOpen'> {
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
  let close = () => {};
  let stops = 0;
  /** For an exploration that starts now. It may have to wait for others, and be stopped before its turn. */
  const depsOfNext = (): ExploreDeps => {
    const stopsBefore = stops;
    return {
      ...deps,
      onOpen: (closeWorld) => {
        if (stops === stopsBefore) close = closeWorld;
        else closeWorld();
      },
    };
  };
  return {
    exploreFailures: async (publish, options, ...extra: unknown[]) => {
      refuseExtraArguments('exploreFailures', ['publish', 'options'], [publish, options, ...extra]);
      const all = depsOfNext();
      return (await deps.load()).exploreFailures(all, publish, options);
    },
    replay: async (path, publish, options, ...extra: unknown[]) => {
      refuseExtraArguments('replay', ['path', 'publish', 'options'], [path, publish, options, ...extra]);
      const all = depsOfNext();
      return (await deps.load()).replay(all, path, publish, options);
    },
    stop: () => {
      stops++;
      close();
    },
  };
}
