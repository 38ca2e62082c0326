import { count } from '../words.js';
import type { ClaimContext } from './context.js';
import { eventsOf, onScope } from './events-of.js';
import { whatCameInstead } from './missing-events.js';
import type { Verdict } from './report.js';
import { LEFT_OVER, sendersOf } from './senders.js';
import { shownEvents } from './shown-events.js';

/** No event was published at all. */
export function nothingPublished(context: ClaimContext): Verdict {
  const events = eventsOf(context);
  return {
    holds: events.length === 0,
    report: (negated) => {
      if (negated) {
        return {
          summary: `Expected something to be published${onScope(context)}, but nothing was.`,
          ...whatCameInstead(context),
        };
      }
      const places = Array.from(events.keys());
      return {
        summary: `Expected nothing to be published${onScope(context)}, but ${count(events.length, 'event was', 'events were')}.`,
        events: shownEvents('Published:', events, places),
        notes: [`Sent: ${sendersOf(context, places)}.`],
        next: LEFT_OVER,
      };
    },
  };
}
