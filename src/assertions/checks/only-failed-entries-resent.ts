import type { Sending } from '../../journal/logical-event.js';
import type { AssertionContext } from '../context.js';
import { WAS_A_FAULT_USED } from '../events-in-scope.js';
import { describePlace } from '../report/describe-sending.js';
import { linesOf } from '../report/lines.js';
import type { Verdict } from '../report/report.js';
import { timelineOf } from '../report/timeline.js';

/** Nothing was sent again after its sender had been told that it was accepted. */
export function onlyFailedEntriesResent({ logicalEvents }: AssertionContext): Verdict {
  const found = logicalEvents.all.flatMap(({ sendings }) =>
    sendings.length === 1 ? [] : needless(sendings),
  );
  found.sort((a, b) => a.again.attempt.request - b.again.attempt.request || a.again.index - b.again.index);
  return {
    holds: found.length === 0,
    report: (negated) => {
      if (negated)
        return {
          summary: 'Expected an entry to be sent again after it was accepted, but none was.',
          next: WAS_A_FAULT_USED,
          timeline: timelineOf(logicalEvents),
        };
      return {
        summary: `Expected only failed entries to be sent again, but ${found.length} that had been accepted ${found.length === 1 ? 'was' : 'were'} too.`,
        notes: [
          linesOf(
            found.map(
              ({ again, earlier }) =>
                `request ${again.attempt.request} sent again what request ${earlier.attempt.request} had accepted as ${earlier.accepted?.id}: ${describePlace(again)}`,
            ),
          ),
        ],
        next: found.some(({ earlier }) => isPartial(earlier)) ? SEND_FAILED_ONLY : KEEP_WHAT_SUCCEEDED,
        timeline: timelineOf(
          logicalEvents,
          new Set(found.flatMap(({ again, earlier }) => [again.attempt, earlier.attempt])),
        ),
      };
    },
  };
}

/**
 * The sendings of one event that its sender had no reason for. What counts is what the sender knew when it sent: a sending
 * that had failed is reason for one more; equal entries under way together are no resends of each other.
 */
function needless(sendings: readonly Sending[]): { again: Sending; earlier: Sending }[] {
  const found: { again: Sending; earlier: Sending }[] = [];
  /** The last sending of each: what failed and was sent again is not there any more. */
  const latest = new Set<Sending>();
  for (const again of sendings) {
    const reason = [...latest].find((earlier) => isReason(earlier, again));
    if (reason !== undefined) latest.delete(reason);
    else {
      const earlier = [...latest].find((each) => each.wasKnownAcceptedBefore(again.attempt));
      if (earlier !== undefined) found.push({ again, earlier });
    }
    latest.add(again);
  }
  return found;
}

/** A failure that the sender knew of, or an attempt of the same call: that is the SDK's to repeat. */
function isReason(earlier: Sending, again: Sending): boolean {
  return earlier.attempt.call === again.attempt.call || earlier.wasKnownFailedBefore(again.attempt);
}

const SEND_FAILED_ONLY =
  'Result i of an answer belongs to entry i of its request: send again only the entries whose result has an ErrorCode.';
const KEEP_WHAT_SUCCEEDED =
  'A request whose answer has a FailedEntryCount of 0 is done with: keep its answer, also when another request of the same work throws.';

function isPartial({ attempt }: Sending): boolean {
  return attempt.outcome === 'failed in part';
}
