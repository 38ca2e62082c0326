import { count, times } from '../../base/words/english.js';
import type { Sending } from '../../journal/logical-events/logical-event.js';
import { duplicatesIn } from '../../journal/logical-events/logical-event-records.js';
import type { AssertionContext } from '../context.js';
import type { Cause } from '../diagnosis/cause.js';
import { resendCause } from '../diagnosis/resends.js';
import { unusedFaultsNote } from '../diagnosis/unused-faults.js';
import { describeEntry, shortId } from '../report/describe-sending.js';
import { linesOf } from '../report/lines.js';
import type { Verdict } from '../report/report.js';
import { gridOf } from '../report/story/grid.js';
import { timelineOf } from '../report/story/timeline.js';

/** No bus has an event twice. */
export function noDuplicates(context: AssertionContext, [by]: readonly unknown[], method: string): Verdict {
  const { logicalEvents } = context;
  const found = duplicatesIn(logicalEvents, by, method);
  return {
    holds: found.length === 0,
    report: (negated) => {
      if (negated)
        return {
          summary: 'Expected an event to be published more than once, but none was.',
          ...unusedFaultsNote(context, 'eb.loseResponse()'),
          grid: gridOf(logicalEvents),
          timeline: timelineOf(logicalEvents),
        };
      return {
        summary: `Expected no event to be published more than once, but ${count(found.length, 'was', 'were')}.`,
        causes: by === undefined ? causesOf(found, context) : [],
        // One duplicate with its cause is in the cause and in the grid.
        notes: found.length === 1 && by === undefined ? [] : [linesOf(found.map(describeDuplicate))],
        grid: gridOf(logicalEvents, {
          events: found.flatMap((sendings) => sendings.map(({ event }) => event)),
          sendings: found.flatMap((sendings) => sendings.filter(isReceived).slice(1)),
        }),
        timeline: timelineOf(
          logicalEvents,
          new Set(found.flatMap((sendings) => sendings.map(({ attempt }) => attempt))),
        ),
      };
    },
  };
}

/** The cause of the first duplicate. */
function causesOf([first]: readonly (readonly Sending[])[], { logicalEvents }: AssertionContext): Cause[] {
  const [one, other] = (first ?? []).filter(isReceived);
  if (one === undefined || other === undefined) return [];
  return [resendCause(one, other, logicalEvents, describeEntry(one.event.entry.raw))];
}

function describeDuplicate(sendings: readonly Sending[]): string {
  const received = sendings.filter(isReceived);
  const ids = received.map(({ accepted, attempt }) => `${shortId(accepted)} (request ${attempt.request})`);
  const listed = ids.length > 3 ? [...ids.slice(0, 3), `${ids.length - 3} more`] : ids;
  const entry = describeEntry(received[0]?.event.entry.raw ?? {});
  return `${entry}: published ${times(received.length)}, as ${listed.join(', ')}`;
}

function isReceived({ status }: Sending): boolean {
  return status === 'accepted';
}
