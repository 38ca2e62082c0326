import type { CompiledMatch } from '../../../match/compile-match.js';
import type { SentEntry } from '../../../service/sent-entry.js';
import type { AssertionContext } from '../../context.js';
import { describeEntry } from '../../report/describe-sending.js';
import { renderDifference } from '../../report/render-difference.js';
import type { ReportedEvent } from '../../report/report.js';
import { PLAIN } from '../../style.js';
import { nearestEvents } from '../nearest-events.js';

const MAX_DIFFERENCES = 3;

/** The entry that comes nearest to a match, accepted or not. */
export function nearestEntry(
  match: CompiledMatch,
  entries: readonly SentEntry[],
  context: AssertionContext,
): ReportedEvent | undefined {
  try {
    const { listed } = nearestEvents(match, { ...context, events: () => entries });
    return listed.find(({ isFocus }) => isFocus) ?? listed[0];
  } catch {
    // A predicate that throws has its own error reported.
    return undefined;
  }
}

/** The entry, and below it where it differs. */
export function describeNearest({ event, differences }: ReportedEvent): readonly string[] {
  const listed = differences
    .filter(({ path }) => path.length > 0)
    .slice(0, MAX_DIFFERENCES)
    .map((difference) => `  ${renderDifference(difference, PLAIN)}`);
  return [describeEntry(event.raw), ...listed];
}
