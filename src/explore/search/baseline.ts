import { wrongUse } from '../../base/errors.js';
import type { Failure } from '../choices/failure.js';
import type { Expectation } from '../verdict/expectation.js';
import { refuseRealTimer } from './real-timer.js';
import { run, type Subject } from './running/run.js';
import type { RunRecord } from './running/run-record.js';
import type { World } from './running/world.js';
import { firstDifference, traceOf } from './shape.js';
import { refuseUnseenClient } from './unseen-client.js';

/** The run without failures. */
export interface Baseline {
  readonly run: RunRecord;
  /** For each request whether others were in flight at the same time. */
  readonly hasCompany: readonly boolean[];
  /** How a second run without failures differs, if it does. */
  readonly divergence: string | undefined;
}

/**
 * Runs the publisher without failures, twice, and once with every answer late, which shows what is in flight together.
 * @throws {FakeEventBridgeError} when it publishes nothing, or fails although nothing fails
 */
export async function baselineOf(
  world: World,
  subject: Subject,
  { offered, late }: Pick<Expectation, 'offered'> & { readonly late: Failure },
  method: string,
): Promise<Baseline> {
  const first = await run(world, subject, []);
  refuseUnseenClient(first, method);
  refuseRealTimer(first, method);
  refuseUnusable(first, offered, method);
  const second = await run(world, subject, []);
  const divergence =
    firstDifference(traceOf(first), traceOf(second)) ??
    (first.ending.kind === second.ending.kind
      ? undefined
      : `publish() ${first.ending.kind}, and then ${second.ending.kind}`);
  const probe = await run(world, subject, [{ request: 1, failure: late, repeat: 'always' }]);
  return { run: first, hasCompany: probe.hasCompany, divergence };
}

function refuseUnusable({ ending, attempts }: RunRecord, offered: unknown, method: string): void {
  switch (ending.kind) {
    case 'rejected':
      throw wrongUse(
        `${method}: publish() failed in the run without failures, with ${describeError(ending.error)}. Make it succeed first: the exploration begins where everything works.`,
        { cause: ending.error },
      );
    case 'hung':
      throw wrongUse(
        `${method}: publish() did not settle in the run without failures: it waits for ${ending.waitsFor}. Pass a function that returns a promise and settles when everything is published.`,
      );
    default:
      if (attempts.every(({ entries }) => entries.length === 0) && offered === undefined)
        throw wrongUse(
          `${method}: publish() published nothing in the run without failures: ${attempts.length === 0 ? 'no request reached this fake' : 'EventBridge refused every request'}. Is its client connected to this fake (eb.install, eb.attach, eb.client), and its send not stubbed? Is everything awaited? Does each call of publish() have something to publish?`,
        );
  }
}

function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
