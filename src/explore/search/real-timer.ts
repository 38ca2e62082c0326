import { wrongUse } from '../../base/errors.js';
import { formatPath } from '../choices/decision.js';
import type { RunRecord } from './running/run-record.js';

/**
 * Refuses a run in which the publisher waits for a timer that the clock of the runs does not have. It would look as if it
 * never settled.
 * @throws {FakeEventBridgeError}
 */
export function refuseRealTimer({ ending, decisions }: RunRecord, method: string): void {
  if (ending.kind !== 'hung' || !ending.isInRealTime) return;
  const where = decisions.length === 0 ? 'the run without failures' : `the run "${formatPath(decisions)}"`;
  throw wrongUse(
    `${method}: publish() waits in real time in ${where}. Its setTimeout was taken before the exploration began, as by const sleep = promisify(setTimeout) at the top of a module. Take the timer when you wait: const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms)).`,
  );
}
