import type { Cause } from '../../assertions/diagnosis/cause.js';
import { entryFailure } from '../../assertions/diagnosis/entry-failures.js';
import { requestFailure } from '../../assertions/diagnosis/request-failures.js';
import { count } from '../../base/words/english.js';
import type { Limits } from '../../service/put-events-types.js';
import type { RunRecord } from './running/run-record.js';

/**
 * What EventBridge refused in a run without failures, and the fix: in the words of assertions, with a space before them.
 * Nothing, where it refused nothing.
 */
export function describeRefusals({ attempts }: RunRecord, limits: Limits): string {
  const cause = refusedRequest(attempts, limits) ?? rejectedEntry(attempts);
  return cause === undefined ? '' : ` ${sentence(cause.text)} ${sentence(cause.fix)}`;
}

function refusedRequest(attempts: RunRecord['attempts'], limits: Limits): Cause | undefined {
  const refused = attempts.find(({ ending }) => ending?.kind === 'error');
  return refused && requestFailure(refused, { limits });
}

function rejectedEntry(attempts: RunRecord['attempts']): Cause | undefined {
  const rejected = attempts.flatMap((attempt) =>
    attempt.entries.filter(({ error }) => error !== undefined).map((entry) => ({ attempt, entry })),
  );
  const [first, ...others] = rejected;
  if (first === undefined) return undefined;
  const { attempt, entry } = first;
  const cause = entryFailure(entry, attempt, `Entries[${entry.index}]`, '', [entry]);
  if (others.length === 0) return cause;
  const also = count(others.length, 'other entry', 'other entries');
  return { ...cause, text: `${cause.text} It rejected ${also} too.` };
}

function sentence(text = ''): string {
  return text === '' || /[.?]$/.test(text) ? text : `${text}.`;
}
