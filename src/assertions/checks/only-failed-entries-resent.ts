import type { Sending } from '../../journal/logical-event.js';
import type { AssertionContext } from '../context.js';
import { WAS_A_FAULT_USED } from '../events-in-scope.js';
import { describePlace } from '../report/describe-sending.js';
import { linesOf } from '../report/lines.js';
import type { Verdict } from '../report/report.js';
import { timelineOf } from '../report/timeline.js';

/** Nothing was sent again after its sender had been told that it was accepted. */
export function onlyFailedEntriesResent({ ledger }: AssertionContext): Verdict {
  const found = ledger.events.flatMap(({ sendings }) => (sendings.length === 1 ? [] : needless(sendings)));
  found.sort((a, b) => a.again.attempt.request - b.again.attempt.request || a.again.index - b.again.index);
  return {
    holds: found.length === 0,
    report: (negated) => {
      if (negated)
        return {
          summary: 'Expected an entry to be sent again after it was accepted, but none was.',
          next: WAS_A_FAULT_USED,
          timeline: timelineOf(ledger),
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
          ledger,
          new Set(found.flatMap(({ again, earlier }) => [again.attempt, earlier.attempt])),
        ),
      };
    },
  };
}

/** The sendings of one event that came when an earlier one was known to be accepted. */
function needless(sendings: readonly Sending[]): { again: Sending; earlier: Sending }[] {
  const found: { again: Sending; earlier: Sending }[] = [];
  let earlier: Sending | undefined;
  for (const again of sendings) {
    if (earlier?.wasKnownAcceptedBefore(again)) found.push({ again, earlier });
    else if (again.accepted !== undefined && again.isAnswered) earlier ??= again;
  }
  return found;
}

const SEND_FAILED_ONLY =
  'Result i of an answer belongs to entry i of its request: send again only the entries whose result has an ErrorCode.';
const KEEP_WHAT_SUCCEEDED =
  'A request whose answer has a FailedEntryCount of 0 is done with: keep its answer, also when another request of the same work throws.';

function isPartial({ attempt }: Sending): boolean {
  return attempt.outcome === 'failed in part';
}
