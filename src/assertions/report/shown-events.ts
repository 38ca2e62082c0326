import type { SentEntry } from '../../service/sent-entry.js';
import type { ReportedEvents } from './report.js';

/** So many events of a report are enough for anybody. */
export const MOST_SHOWN = 3;

/**
 * Some of the published events, in the order in which they were published.
 * @param places which, by index; of more than three the last ones are left out, but never the one that is meant
 */
export function shownEvents(
  label: string,
  events: readonly SentEntry[],
  places: readonly number[],
  meant?: number,
): ReportedEvents {
  const all = [...new Set(places)];
  const first = all
    .filter((place) => place !== meant)
    .slice(0, meant === undefined ? MOST_SHOWN : MOST_SHOWN - 1);
  const shown = (meant === undefined ? first : [...first, meant]).sort((a, b) => a - b);
  return {
    label,
    shown: shown.flatMap((place) => {
      const event = events[place];
      return event === undefined
        ? []
        : [{ event, number: place + 1, isMeant: place === meant, differences: [] }];
    }),
    more: all.length - shown.length,
  };
}
