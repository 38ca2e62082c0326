import { count } from '../words.js';
import type { ClaimContext } from './context.js';
import { eventsOf, onScope } from './events-of.js';
import type { Verdict } from './report.js';
import { sendersOf } from './senders.js';
import { MOST_SHOWN, shownEvents } from './shown-events.js';

/** No event was published at all. */
export function nothingPublished(context: ClaimContext): Verdict {
  const events = eventsOf(context);
  return {
    holds: events.length === 0,
    report: (negated) => {
      if (negated) {
        return { summary: `Expected something to be published${onScope(context)}, but nothing was.` };
      }
      const places = Array.from(events.keys());
      return {
        summary: `Expected nothing to be published${onScope(context)}, but ${count(events.length, 'event was', 'events were')}.`,
        events: shownEvents('Published:', events, places),
        notes: [`Sent: ${sendersOf(context, events.slice(0, MOST_SHOWN), places)}.`],
        next: 'Is it left over from another test? beforeEach(() => eb.reset()) forgets what was published before.',
      };
    },
  };
}
