import type { AssertionContext } from '../context.js';
import { MAX_LISTED } from '../report-constants.js';
import type { ReportedEvents } from './report.js';

/**
 * Some of the published events, in the order in which they were published.
 * @param indexes which; of more than three the last ones are left out, but never the one in focus
 */
export function listedEvents(
  label: string,
  { subject, events }: AssertionContext,
  indexes: readonly number[],
  focus?: number,
): ReportedEvents {
  const all = [...new Set(indexes)];
  const first = all
    .filter((index) => index !== focus)
    .slice(0, focus === undefined ? MAX_LISTED : MAX_LISTED - 1);
  const listed = (focus === undefined ? first : [...first, focus]).sort((a, b) => a - b);
  return {
    label,
    subject,
    listed: listed.flatMap((index) => {
      const event = events()[index];
      return event === undefined ? [] : [{ event, index, isFocus: index === focus, differences: [] }];
    }),
    more: all.length - listed.length,
  };
}
