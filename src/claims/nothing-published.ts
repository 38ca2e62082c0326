import { count } from '../words.js';
import type { ClaimContext } from './context.js';
import type { Verdict } from './report.js';

const MOST_SHOWN = 3;

/** No event was published at all. */
export function nothingPublished({ journal }: ClaimContext): Verdict {
  const { events } = journal;
  return {
    holds: events.length === 0,
    report: (negated) => {
      if (negated) return { summary: 'Expected something to be published, but nothing was.' };
      return {
        summary: `Expected nothing to be published, but ${count(events.length, 'event was', 'events were')}.`,
        events: {
          label: 'Published:',
          shown: events
            .slice(0, MOST_SHOWN)
            .map((event, index) => ({ event, number: index + 1, isMeant: false, differences: [] })),
          more: Math.max(events.length - MOST_SHOWN, 0),
        },
      };
    },
  };
}
