import type { Cause } from '../../assertions/diagnosis/cause.js';
import { entryFailure } from '../../assertions/diagnosis/rejections/entry-failures.js';
import { requestFailure } from '../../assertions/diagnosis/request-failures.js';
import { count } from '../../base/words/english.js';
import type { LogicalEvents } from '../../journal/logical-events/logical-events.js';
import type { Limits } from '../../service/put-events-types.js';
import type { RunRecord } from './running/run-record.js';

/**
 * What EventBridge refused in a run without failures, and the fix: in the words of assertions, with a space before them.
 * Nothing, where it refused nothing.
 */
export function describeRefusals({ attempts, logicalEvents }: RunRecord, limits: Limits): string {
  const cause = refusedRequest(attempts, limits) ?? rejectedEntry(logicalEvents);
  return cause === undefined ? '' : ` ${sentence(cause.text)} ${sentence(cause.fix)}`;
}

function refusedRequest(attempts: RunRecord['attempts'], limits: Limits): Cause | undefined {
  const refused = attempts.find(({ ending }) => ending?.kind === 'error');
  return refused && requestFailure(refused, { limits });
}

function rejectedEntry(logicalEvents: LogicalEvents): Cause | undefined {
  const rejected = logicalEvents.all.flatMap(({ sendings }) =>
    sendings.filter(({ status }) => status === 'rejected'),
  );
  const [first, ...others] = rejected;
  if (first === undefined) return undefined;
  const cause = entryFailure([first], logicalEvents, `Entries[${first.index}]`);
  if (others.length === 0) return cause;
  const also = count(others.length, 'other entry', 'other entries');
  return { ...cause, text: `${cause.text} It rejected ${also} too.` };
}

function sentence(text = ''): string {
  return text === '' || /[.?]$/.test(text) ? text : `${text}.`;
}
