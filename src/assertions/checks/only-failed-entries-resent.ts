import { count } from '../../base/words/english.js';
import type { Sending } from '../../journal/logical-events/logical-event.js';
import type { AssertionContext } from '../context.js';
import type { Cause } from '../diagnosis/cause.js';
import { firstFailedRequest, resendCause } from '../diagnosis/resends.js';
import { unusedFaultsNote } from '../diagnosis/unused-faults.js';
import { describeEntry, describeLocation, shortId } from '../report/describe-sending.js';
import { linesOf } from '../report/lines.js';
import type { Verdict } from '../report/report.js';
import { gridOf } from '../report/story/grid.js';
import { timelineOf } from '../report/story/timeline.js';

/** An entry that was resent without need, and the sending that had been accepted. */
interface NeedlessResend {
  readonly again: Sending;
  readonly earlier: Sending;
}

/** Your code resent no entry that it knew was accepted. */
export function onlyFailedEntriesResent(context: AssertionContext): Verdict {
  const { logicalEvents } = context;
  const found = logicalEvents.resent.flatMap(({ sendings }) => needlessResends(sendings));
  found.sort((a, b) => a.again.attempt.request - b.again.attempt.request || a.again.index - b.again.index);
  return {
    holds: found.length === 0,
    report: (negated) => {
      if (negated)
        return {
          summary: 'Expected an accepted entry to be resent, but none was.',
          ...unusedFaultsNote(context),
          grid: gridOf(logicalEvents),
          timeline: timelineOf(logicalEvents),
        };
      return {
        summary: summaryOf(found, context),
        causes: causesOf(found, context),
        notes:
          found.length === 1
            ? []
            : [
                linesOf(
                  found.map(
                    ({ again, earlier }) =>
                      `${describeLocation(again)} had been accepted in request ${earlier.attempt.request} as ${shortId(earlier.accepted)}: ${describeEntry(again.entry.raw)}`,
                  ),
                ),
              ],
        grid: gridOf(logicalEvents, { sendings: found.map(({ again }) => again) }),
        timeline: timelineOf(
          logicalEvents,
          new Set(found.flatMap(({ again, earlier }) => [again.attempt, earlier.attempt])),
        ),
      };
    },
  };
}

/** One event may have been resent several times. */
function summaryOf(found: readonly NeedlessResend[], { logicalEvents }: AssertionContext): string {
  const events = new Set(found.map(({ again }) => again.event)).size;
  const failed = firstFailedRequest(logicalEvents);
  const what = found.some(({ again }) => failed < again.attempt.request)
    ? 'resent too'
    : 'sent more than once';
  const inAll = found.length > events ? ` (${found.length} resends in all)` : '';
  return `Expected only failed entries to be resent, but ${count(events, 'accepted entry was', 'accepted entries were')} ${what}${inAll}.`;
}

function causesOf([first]: readonly NeedlessResend[], { logicalEvents }: AssertionContext): Cause[] {
  if (first === undefined) return [];
  const { again, earlier } = first;
  return [resendCause(earlier, again, logicalEvents, describeEntry(again.entry.raw))];
}

/**
 * The resends of one event without a reason. What counts is what the publisher knew when it sent. A sending that had
 * failed justifies one more. Equal entries in flight together are not resends of each other.
 */
function needlessResends(sendings: readonly Sending[]): NeedlessResend[] {
  const found: NeedlessResend[] = [];
  /** The first that the publisher knew to be accepted. */
  let accepted: Sending | undefined;
  /** The others that no resend has replaced: what failed and was resent is not there any more. */
  let open: Sending[] = [];
  for (const again of sendings) {
    accepted ??= open.find((each) => each.wasKnownAcceptedBefore(again.attempt));
    // What was acknowledged is never a reason later.
    open = open.filter((each) => !each.wasKnownAcceptedBefore(again.attempt));
    const reason = open.findIndex((earlier) => isReason(earlier, again));
    if (reason >= 0) open.splice(reason, 1);
    else if (accepted !== undefined) found.push({ again, earlier: accepted });
    open.push(again);
  }
  return found;
}

/** A failure that the publisher knew of, or an attempt of the same call, which the SDK repeats. */
function isReason(earlier: Sending, again: Sending): boolean {
  return earlier.attempt.call === again.attempt.call || earlier.wasKnownFailedBefore(again.attempt);
}
