import { count, times } from '../../base/english.js';
import type { Sending } from '../../journal/logical-event.js';
import { duplicatesIn } from '../../journal/logical-event-records.js';
import type { AssertionContext } from '../context.js';
import { sentAgain } from '../diagnosis/resend-cause.js';
import { WAS_A_FAULT_USED } from '../events-in-scope.js';
import { describeEntry } from '../report/describe-sending.js';
import { linesOf } from '../report/lines.js';
import type { Verdict } from '../report/report.js';
import { timelineOf } from '../report/timeline.js';

/** No bus has an event twice. */
export function noDuplicates({ logicalEvents }: AssertionContext, by: unknown, method: string): Verdict {
  const found = duplicatesIn(logicalEvents, by, method);
  return {
    holds: found.length === 0,
    report: (negated) => {
      if (negated)
        return {
          summary: 'Expected an event to be published more than once, but none was.',
          next: WAS_A_FAULT_USED,
          timeline: timelineOf(logicalEvents),
        };
      return {
        summary: `Expected no event to be published more than once, but ${count(found.length, 'was', 'were')}.`,
        notes: [linesOf(found.map((sendings) => describeDuplicate(sendings, by !== undefined)))],
        ...(by === undefined && { next: NEXT }),
        timeline: timelineOf(
          logicalEvents,
          new Set(found.flatMap((sendings) => sendings.map(({ attempt }) => attempt))),
        ),
      };
    },
  };
}

const NEXT =
  'EventBridge keeps both: a consumer can tell only by an id of your own in the detail. Are they two events that happen to be equal? Tell them apart with the option identify, or with by.';

function describeDuplicate(sendings: readonly Sending[], byKey: boolean): string {
  const received = sendings.filter(({ status }) => status === 'accepted');
  const [first, second] = received;
  if (first === undefined || second === undefined) return '';
  const ids = received.map(({ accepted, attempt }) => `${accepted?.id} (request ${attempt.request})`);
  const shown = ids.length > 3 ? [...ids.slice(0, 3), `${ids.length - 3} more`] : ids;
  const why = byKey ? '' : `\n      ${sentAgain(first, second)}`;
  return `${describeEntry(first.event.entry.raw)}: published ${times(received.length)}, as ${shown.join(', ')}${why}`;
}
