import { count } from '../../../base/words/english.js';
import type { AssertionContext } from '../../context.js';
import { whyNothingWasPublished } from '../../diagnosis/missing-events.js';
import { originsOf } from '../../diagnosis/origins.js';
import { listedEvents } from '../../report/listed-events.js';
import type { Verdict } from '../../report/report.js';

/** No event was published at all. */
export function nothingPublished(context: AssertionContext): Verdict {
  const events = context.events();
  const { scopeText } = context;
  return {
    holds: events.length === 0,
    report: (negated) => {
      if (negated) {
        return {
          summary: `Expected an event to be published${scopeText}, but nothing was published.`,
          ...whyNothingWasPublished(context),
        };
      }
      const indexes = Array.from(events.keys());
      return {
        summary: `Expected no event to be published${scopeText}, but ${count(events.length, 'event was', 'events were')}.`,
        events: listedEvents('Received:', context, indexes),
        notes: [originsOf(context, indexes)],
      };
    },
  };
}
