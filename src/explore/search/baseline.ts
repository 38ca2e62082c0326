import { wrongUse } from '../../base/errors.js';
import type { Limits } from '../../service/put-events-types.js';
import type { Failure } from '../choices/failure.js';
import type { Expectation } from '../verdict/expectation.js';
import { refuseRealTimer } from './real-timer.js';
import { describeRefusals } from './refusals.js';
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
  refuseUnusable(first, offered, world.deps.limits, method);
  const second = await run(world, subject, []);
  const divergence =
    firstDifference(traceOf(first), traceOf(second)) ??
    (first.ending.kind === second.ending.kind
      ? undefined
      : `publish() ${first.ending.kind}, and then ${second.ending.kind}`);
  const probe = await run(world, subject, [{ request: 1, failure: late, repeat: 'always' }]);
  return { run: first, hasCompany: probe.hasCompany, divergence };
}

function refuseUnusable(record: RunRecord, offered: unknown, limits: Limits, method: string): void {
  const { ending, attempts } = record;
  switch (ending.kind) {
    case 'rejected':
      throw wrongUse(
        `${method}: publish() failed in the run without failures, with ${describeError(ending.error)}.${describeRefusals(record, limits)} Make it succeed first: the exploration begins where everything works.`,
        { cause: ending.error },
      );
    case 'hung':
      throw wrongUse(
        `${method}: publish() did not settle in the run without failures: it waits for ${ending.waitsFor}. Pass a function that returns a promise and settles when everything is published.`,
      );
    default:
      if (attempts.every(({ entries }) => entries.length === 0) && offered === undefined)
        throw wrongUse(
          attempts.length > 0
            ? `${method}: publish() published nothing in the run without failures: EventBridge refused every request.${describeRefusals(record, limits)}`
            : `${method}: publish() published nothing in the run without failures: no request reached this fake. Is its client connected to this fake (eb.install, eb.attach, eb.client), and its send not stubbed? Is everything awaited? Does each call of publish() have something to publish?`,
        );
  }
}

function describeError(error: unknown): string {
  // The sentence goes on.
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replace(/\.$/, '');
}
