import { declaredAt } from '../../../base/call-site.js';
import { count } from '../../../base/words/english.js';
import { JournalAttempt } from '../../../journal/attempt.js';
import type { AssertionContext } from '../../context.js';
import { countInFlight } from '../../diagnosis/missing-event-causes.js';
import { linesOf } from '../../report/lines.js';
import type { Finding } from './finding.js';

/** Calls that began and did not finish: what they do next happens after the test. */
export function unfinishedCalls(
  { journal }: AssertionContext,
  isNew: (about: object) => boolean,
): Finding | undefined {
  const inFlight = [...journal.inFlight.all].filter(isNew);
  const attempts = inFlight.filter((call) => call instanceof JournalAttempt);
  const { sends, requests } = countInFlight(inFlight);
  const number = Math.max(sends, requests);
  if (number === 0) return undefined;
  return {
    problem: 'unfinished-call',
    text: [
      `${count(number, 'call has', 'calls have')} not finished.`,
      ...(attempts.length > 0 ? [linesOf(attempts.map(describe))] : []),
    ].join('\n'),
    fix: 'Await the function that publishes, or wait with await eb.settled().',
    about: inFlight,
  };
}

function describe({ request, timing }: JournalAttempt): string {
  if (timing === undefined) return `Request ${request} has no response yet.`;
  const { kind, declaration, site } = timing;
  return kind === 'hold'
    ? `${declaration} still holds request ${request}: release it${declaredAt(site?.location)}.`
    : `${declaration} still delays the response to request ${request}${declaredAt(site?.location)}.`;
}
