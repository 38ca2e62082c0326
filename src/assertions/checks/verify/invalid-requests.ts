import { count } from '../../../base/words/english.js';
import type { AssertionContext } from '../../context.js';
import { fixOf } from '../../diagnosis/rejections/entry-failures.js';
import { requestFailure } from '../../diagnosis/request-failures.js';
import { describeEntry } from '../../report/describe-sending.js';
import { linesOf } from '../../report/lines.js';
import type { Finding } from './finding.js';

/** Requests that EventBridge's own rules refused: in production a defect of the publisher. */
export function invalidRequests(
  context: AssertionContext,
  isNew: (about: object) => boolean,
): Finding | undefined {
  const refused = context.journal.attempts.filter(
    (attempt) =>
      attempt.ending?.kind === 'error' &&
      attempt.fault === undefined &&
      attempt.timing?.kind !== 'hold' &&
      isNew(attempt),
  );
  const [first] = refused;
  if (first === undefined) return undefined;
  const causes = refused.map((attempt) => requestFailure(attempt, context));
  const { fix = '' } = requestFailure(first, context);
  return {
    problem: 'invalid-request',
    text:
      causes.length === 1
        ? (causes[0]?.text ?? '')
        : [`EventBridge refused ${refused.length} requests.`, linesOf(causes.map(({ text }) => text))].join(
            '\n',
          ),
    fix,
    about: refused,
  };
}

/** Entries that EventBridge's own rules rejected. A test that reads `eb.rejected` has checked them. */
export function invalidEntries(
  { journal }: AssertionContext,
  isNew: (about: object) => boolean,
): Finding | undefined {
  const rejected = journal.rejected.filter(
    ({ attempt, entry }) => attempt.entryFaults?.has(entry.index) !== true && isNew(entry),
  );
  const [first] = rejected;
  if (first === undefined) return undefined;
  const lines = rejected.map(
    ({ attempt, entry }) =>
      `Entries[${entry.index}] of request ${attempt.request}, ${describeEntry(entry.raw)}: ${entry.error?.code} (${entry.error?.message})`,
  );
  return {
    problem: 'invalid-entry',
    text: [`EventBridge rejected ${count(rejected.length, 'entry', 'entries')}.`, linesOf(lines)].join('\n'),
    fix: `${fixOf(first.entry.error)} If the rejection is intended, assert on eb.rejected.`,
    about: rejected.map(({ entry }) => entry),
  };
}
