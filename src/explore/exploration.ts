import { FakeEventBridgeError, wrongUse } from '../base/errors.js';
import { describeValue } from '../base/words/describe-value.js';
import { CATALOG } from './choices/catalog.js';
import type { Failure } from './choices/failure.js';
import type { ExploreSettings } from './explore-settings.js';
import type { Exploration, FullSubject, Publish, SubjectFactory } from './publisher.js';
import { baselineOf } from './search/baseline.js';
import type { Subject } from './search/running/run.js';
import { type ExploreDeps, openWorld } from './search/running/world.js';
import { runnerLines } from './story/runner-lines.js';
import { testRunner } from './story/test-runner.js';
import type { Expectation } from './verdict/expectation.js';

/** A run counts as endless after so many requests, or so many for each that the run without failures makes. */
const MAX_REQUESTS = 60;
const MAX_REQUESTS_EACH = 30;

/** Asked for where a publisher can do with no larger number. */
const FEWEST_EVENTS = 3;
/** How many events a publisher is asked for by default: two requests, or fewer where it does not cut into chunks. */
const DEFAULT_EVENTS = [12, 10, FEWEST_EVENTS];

/**
 * Opens the world in which a publisher is explored.
 * @throws {FakeEventBridgeError} for what is not a publisher, and for faults that the test has declared
 */
export function openExploration(
  deps: ExploreDeps,
  publish: Publish,
  settings: ExploreSettings,
  method: string,
): Exploration {
  if (typeof publish !== 'function') {
    const given: unknown = publish;
    const isCalled = typeof given === 'object' && given !== null && 'then' in given;
    throw wrongUse(
      `${method}: pass a function that publishes, such as () => publishOrders(orders), not ${describeValue(given)}.${isCalled ? ' Do not call it: each run calls it.' : ''}`,
    );
  }
  const declared = deps.declaredFaults();
  if (declared.length > 0) {
    throw wrongUse(
      `${method}: the test has declared ${declared[0]}${declared.length > 1 ? ` and ${declared.length - 1} more` : ''}. The exploration decides itself what fails, and the declared faults would not fire. Remove them, or explore in a test of its own.`,
    );
  }
  const world = openWorld(deps, settings.seed ?? deps.seed, method);
  const { restart, offered, surfaced, limits } = settings;
  const takesNumber = publish.length > 0;

  let fullSubject: Promise<FullSubject> | undefined;

  /** An `offered` that does not follow the number of events counts for the full number alone. */
  async function sized(events: number | undefined): Promise<SubjectFactory> {
    if (events === undefined || offered === undefined) return measured(events, true);
    const { events: all = events } = await full();
    const follows = typeof offered === 'number' && offered >= all;
    return measured(events, follows || events === all);
  }
  async function measured(events: number | undefined, isOffered: boolean): Promise<SubjectFactory> {
    const work = events === undefined ? () => Reflect.apply(publish, undefined, []) : () => publish(events);
    const unlimited: Subject = { publish: work, restart, maxRequests: 1_000 };
    const expected = isOffered ? numberOrOffer(offered, events) : undefined;
    const baseline = await baselineOf(world, unlimited, { offered: expected, late: lateFailure() }, method);
    const maxRequests = Math.max(MAX_REQUESTS, MAX_REQUESTS_EACH * baseline.run.attempts.length);
    const subject = { ...unlimited, maxRequests };
    const expectation = {
      baseline: baseline.run.logicalEvents,
      logLines: baseline.run.logLines,
      offered: expected,
      asked: offered === undefined ? events : undefined,
      surfaced,
      limits,
      compileMatch: deps.compileMatch,
    };
    return { subject, expectation, baseline };
  }
  const cache = new Map<number, SubjectFactory | undefined>();
  async function sizedOrNothing(events: number): Promise<SubjectFactory | undefined> {
    if (!cache.has(events)) cache.set(events, await orNothing(sized(events)));
    return cache.get(events);
  }
  function full(): Promise<FullSubject> {
    fullSubject ??= measuredFull();
    return fullSubject;
  }
  async function measuredFull(): Promise<FullSubject> {
    if (!takesNumber || settings.events !== undefined) {
      const events = takesNumber ? settings.events : undefined;
      return { ...(await measured(events, true)), events };
    }
    let unsettled: FullSubject | undefined;
    for (const events of DEFAULT_EVENTS) {
      const made = await orNothing(measured(events, true));
      if (made === undefined) continue;
      const subject = { ...made, events };
      if (made.baseline.run.logicalEvents.all.every(({ isUnsettled }) => !isUnsettled)) return subject;
      unsettled ??= subject;
    }
    if (unsettled !== undefined) return unsettled;
    // It fails with the fewest events too: that error is not about their number.
    return { ...(await measured(FEWEST_EVENTS, true)), events: FEWEST_EVENTS };
  }
  return {
    world,
    full,
    takesNumber,
    findingContext: {
      call: settings.call,
      lines: runnerLines(testRunner()),
      limits,
      isSurfacedByResult: surfaced !== undefined,
      buses: deps.buses,
    },
    sized,
    sizedOrNothing,
    close: () => world.close(),
  };
}

/** A number is at most the number of events that `publish(count)` is asked for. */
function numberOrOffer(offered: Expectation['offered'], events: number | undefined): Expectation['offered'] {
  return typeof offered === 'number' ? Math.min(offered, events ?? offered) : offered;
}

async function orNothing<T>(work: Promise<T>): Promise<T | undefined> {
  return work.catch((error: unknown) => {
    if (error instanceof FakeEventBridgeError) return undefined;
    throw error;
  });
}

function lateFailure(): Failure {
  const late = CATALOG.find(({ name }) => name === 'late');
  if (late === undefined) throw new Error('the catalog has no failure "late"');
  return late;
}
