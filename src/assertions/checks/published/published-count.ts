import { count } from '../../../base/words/english.js';
import type { AssertionContext } from '../../context.js';
import { unfinishedCalls } from '../../diagnosis/missing-event-causes.js';
import { whyNothingWasPublished } from '../../diagnosis/missing-events.js';
import { originsOf } from '../../diagnosis/origins.js';
import { tooManyEvents } from '../../diagnosis/too-many-events.js';
import { listedEvents } from '../../report/listed-events.js';
import type { Verdict } from '../../report/report.js';
import { numberOfEvents } from './published.js';

/** Exactly so many events were published, whatever they are. */
export function publishedCount(
  context: AssertionContext,
  [times]: readonly unknown[],
  method: string,
): Verdict {
  const expected = numberOfEvents(times, method);
  const events = context.events();
  const { scopeText } = context;
  return {
    holds: events.length === expected,
    report: (negated) => {
      const indexes = Array.from(events.keys());
      const received = { events: listedEvents('Received:', context, indexes) };
      if (negated) {
        return {
          summary: `Expected the number of published events${scopeText} not to be ${expected}, but it is.`,
          ...received,
        };
      }
      const summary = `Expected ${count(expected, 'event')} to be published${scopeText}, but`;
      if (events.length === 0)
        return { summary: `${summary} nothing was published.`, ...whyNothingWasPublished(context) };
      return {
        summary: `${summary} ${events.length === 1 ? '1 was' : `${events.length} were`}.`,
        ...received,
        ...(events.length > expected
          ? tooManyEvents(context, indexes)
          : { causes: unfinishedCalls(context), notes: [originsOf(context, indexes)] }),
      };
    },
  };
}
