import { count } from '../../base/english.js';
import type { AssertionContext } from '../context.js';
import { whatCameInstead } from '../diagnosis/missing-events.js';
import { LEFT_OVER, sendersOf } from '../diagnosis/origins.js';
import { onScope } from '../events-in-scope.js';
import type { Verdict } from '../report/report.js';
import { shownEvents } from '../report/shown-events.js';

/** No event was published at all. */
export function nothingPublished(context: AssertionContext): Verdict {
  const events = context.events();
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
