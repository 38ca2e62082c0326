import { wrongUse } from '../errors.js';
import type { JournalEvent } from '../journal/event.js';
import type { CompiledMatch } from '../match/compile-match.js';
import { count, describeValue, times } from '../words.js';
import { usualCauses } from './causes.js';
import type { ClaimContext } from './context.js';
import { eventsOf, onScope } from './events-of.js';
import { missingEvents } from './missing-events.js';
import type { Report, Verdict } from './report.js';
import { sendersOf } from './senders.js';
import { shownEvents } from './shown-events.js';

/** At least one event matches. Its opposite: none does. */
export function published(context: ClaimContext, match: unknown, method: string): Verdict {
  const compiled = context.compileMatch(match, method);
  const events = eventsOf(context);
  return {
    holds: events.some((event) => compiled.test(event)),
    report: (negated) => {
      if (!negated) return missingReport(compiled, context, 'Expected an event');
      const places = placesOf(compiled, events);
      return foundReport(
        compiled,
        context,
        places,
        `Expected no event${onScope(context)} to match, but ${places.length === 1 ? '1 does' : `${places.length} of the ${events.length} published do`}.`,
      );
    },
  };
}

/** Exactly so many events match. */
export function publishedTimes(
  context: ClaimContext,
  match: unknown,
  number: unknown,
  method: string,
): Verdict {
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0) {
    throw wrongUse(`${method}: how many events is a whole number, 0 or more, not ${describeValue(number)}.`);
  }
  const compiled = context.compileMatch(match, method);
  const places = placesOf(compiled, eventsOf(context));
  return {
    holds: places.length === number,
    report: (negated) => {
      const wanted = `${count(number, 'event')}${onScope(context)}`;
      if (negated) {
        return foundReport(
          compiled,
          context,
          places,
          `Expected not exactly ${wanted} to match, and so many do.`,
        );
      }
      if (places.length === 0) return missingReport(compiled, context, `Expected ${wanted}`);
      const summary = `Expected ${wanted} to match, but ${places.length === 1 ? '1 does' : `${places.length} do`}: published ${times(places.length)}, not ${times(number)}.`;
      const found = foundReport(compiled, context, places, summary);
      return places.length > number
        ? { ...found, ...tooOften(context, places) }
        : { ...found, ...tooFew(compiled, context) };
    },
  };
}

function missingReport(match: CompiledMatch, context: ClaimContext, expectation: string): Report {
  const number = eventsOf(context).length;
  const wanted = expectation.endsWith(onScope(context)) ? expectation : `${expectation}${onScope(context)}`;
  const found =
    number === 0
      ? 'nothing was published'
      : number === 1
        ? 'the only one published does not'
        : `none of the ${number} published does`;
  return {
    summary: `${wanted} to match, but ${found}.`,
    expected: { label: 'Expected, in part:', value: match.written },
    ...missingEvents(match, context),
  };
}

function foundReport(
  match: CompiledMatch,
  context: ClaimContext,
  places: readonly number[],
  summary: string,
): Report {
  return {
    summary,
    expected: { label: 'Asked for, in part:', value: match.written },
    events: shownEvents('Matching:', eventsOf(context), places),
  };
}

/** Who published the same thing again, which is the usual reason for one event too many. */
function tooOften(context: ClaimContext, places: readonly number[]): Pick<Report, 'notes' | 'next'> {
  const events = eventsOf(context);
  const found = places.flatMap((place) => events[place] ?? []);
  const texts = new Set(
    found.map(({ source, detailType, bus, detailText }) => [source, detailType, bus, detailText].join('\n')),
  );
  const same =
    texts.size === 1 && found.length > 1
      ? 'They are the same event, published again: '
      : 'Who published them: ';
  return {
    notes: found.length > 1 ? [`${same}${sendersOf(context, found, places)}.`] : [],
    next: `Is a batch sent again as a whole after one of its entries has failed, or is what publishes called twice? All that was sent, and how it was answered: eb.calls.`,
  };
}

/** Why others may be missing. */
function tooFew(match: CompiledMatch, context: ClaimContext): Pick<Report, 'notes' | 'next'> {
  const causes = usualCauses(match, { label: '', shown: [], more: 0 }, context);
  const next = causes.find((cause) => cause.next !== undefined)?.next;
  return {
    notes: causes.map(({ text }) => text),
    next: next ?? 'All that was sent, and how it was answered: eb.calls.',
  };
}

function placesOf(match: CompiledMatch, events: readonly JournalEvent[]): number[] {
  return events.flatMap((event, index) => (match.test(event) ? [index] : []));
}
