import { count } from '../../base/english.js';
import type { Sending } from '../../journal/logical-event.js';
import type { AssertionContext } from '../context.js';
import { WAS_A_FAULT_USED } from '../events-in-scope.js';
import { describeEntry, describeHistory } from '../report/describe-sending.js';
import { linesOf } from '../report/lines.js';
import type { Verdict } from '../report/report.js';
import { timelineOf } from '../report/timeline.js';
import { type NeverSent, neverSentOf } from './offered.js';

/** Whatever was sent, and whatever was offered, a bus has in the end. */
export function noEventLost(context: AssertionContext, offered: unknown, method: string): Verdict {
  const { logicalEvents, journal } = context;
  const lost = logicalEvents.all
    .filter(({ received }) => received.length === 0)
    .map(({ sendings }) => sendings);
  const neverSent = neverSentOf(offered, context, method);
  return {
    holds: lost.length === 0 && neverSent.count === 0,
    report: (negated) => {
      if (negated) {
        const instead = journal.requests === 0 ? 'nothing was sent' : 'all that were sent were published';
        return {
          summary: `Expected an event to be lost, but ${instead}.`,
          next: WAS_A_FAULT_USED,
          timeline: timelineOf(logicalEvents),
        };
      }
      const next = nextStep(lost, neverSent);
      return {
        summary: `Expected no event to be lost, but ${[...sentInVain(lost), ...notSent(neverSent, offered)].join(', and ')}.`,
        notes: [
          ...(lost.length > 0 ? [linesOf(lost.map(describeLost))] : []),
          ...(neverSent.lines.length > 0 ? [`Never sent:\n${linesOf(neverSent.lines)}`] : []),
        ],
        ...(next !== undefined && { next }),
        timeline: timelineOf(logicalEvents, new Set(lost.flat().map(({ attempt }) => attempt))),
      };
    },
  };
}

function sentInVain(lost: readonly unknown[]): string[] {
  return lost.length === 0 ? [] : [`${count(lost.length, 'was', 'were')} sent and never published`];
}

function notSent({ count: missing }: NeverSent, offered: unknown): string[] {
  if (missing === 0) return [];
  const of = typeof offered === 'number' ? ` of the ${offered} offered` : '';
  return [`${missing}${of} ${missing === 1 ? 'was' : 'were'} never sent`];
}

function describeLost(sendings: readonly Sending[]): string {
  return `${describeEntry(sendings[0]?.event.entry.raw ?? {})}: ${describeHistory(sendings)}`;
}

/** What a publisher can do about the first loss. */
function nextStep(lost: readonly (readonly Sending[])[], neverSent: NeverSent): string | undefined {
  switch (lost[0]?.at(-1)?.status) {
    case 'rejected':
      return 'A rejected entry comes inside a 200, which the SDK neither retries nor throws: look at FailedEntryCount, and send again the entries whose result has an ErrorCode, or tell the caller.';
    case 'pending':
      return 'Was what publishes awaited, and was what is held released?';
    default:
      return neverSent.count > 0
        ? 'Was what publishes awaited, and does it send every part of a list that it cuts into batches?'
        : undefined;
  }
}
