import { describeValue } from '../../base/describe-value.js';
import { count, times } from '../../base/english.js';
import { wrongUse } from '../../base/errors.js';
import type { CompiledMatch } from '../../match/compile-match.js';
import type { SentEntry } from '../../service/sent-entry.js';
import type { AssertionContext } from '../context.js';
import { usualCauses } from '../diagnosis/causes.js';
import { missingEvents, whatCameInstead } from '../diagnosis/missing-events.js';
import { nearestEvents } from '../diagnosis/nearest-events.js';
import { LEFT_OVER, sendersOf } from '../diagnosis/origins.js';
import { tooOften } from '../diagnosis/too-often.js';
import { onScope, WHOLE_STORY } from '../events-in-scope.js';
import type { Report, Verdict } from '../report/report.js';
import { shownEvents } from '../report/shown-events.js';

/** At least one event matches. Its opposite: none does. */
export function published(context: AssertionContext, match: unknown, method: string): Verdict {
  const compiled = context.compileMatch(match, method);
  const events = context.events();
  return {
    holds: events.some((event) => compiled.test(event)),
    report: (negated) => {
      if (!negated) return missingReport(compiled, context, 'Expected an event');
      const places = placesOf(compiled, events);
      return foundReport(
        compiled,
        context,
        places,
        `Expected no event${onScope(context)} to match, but ${doMatch(places.length, events.length)}.`,
      );
    },
  };
}

/** Exactly so many events match. */
export function publishedTimes(
  context: AssertionContext,
  match: unknown,
  number: unknown,
  method: string,
): Verdict {
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0) {
    throw wrongUse(`${method}: how many events is a whole number, 0 or more, not ${describeValue(number)}.`);
  }
  const compiled = context.compileMatch(match, method);
  const places = placesOf(compiled, context.events());
  return {
    holds: places.length === number,
    report: (negated) => {
      const wanted = `${count(number, 'event')}${onScope(context)}`;
      if (negated) {
        return {
          ...foundReport(
            compiled,
            context,
            places,
            `Expected the number of events${onScope(context)} that match not to be ${number}, but it is.`,
          ),
          next: WHOLE_STORY,
        };
      }
      if (places.length === 0) return missingReport(compiled, context, `Expected ${wanted}`);
      const summary = `Expected ${wanted} to match, but ${places.length === 1 ? '1 does' : `${places.length} do`}: published ${times(places.length)}, not ${number === 0 ? 'at all' : times(number)}.`;
      const found = foundReport(compiled, context, places, summary);
      if (places.length < number) return { ...found, ...tooFew(compiled, context, places) };
      return number === 0 ? found : { ...found, ...tooOften(context, places) };
    },
  };
}

function missingReport(match: CompiledMatch, context: AssertionContext, expectation: string): Report {
  const number = context.events().length;
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
  context: AssertionContext,
  places: readonly number[],
  summary: string,
): Report {
  return {
    summary,
    expected: { label: 'Asked for, in part:', value: match.written },
    ...(places.length > 0 && {
      events: shownEvents('Matching:', context.events(), places),
      notes: [`Sent: ${sendersOf(context, places)}.`],
    }),
    next: places.length > 0 ? LEFT_OVER : whatCameInstead(context).next,
  };
}

/** `1 does`, `the only one published does`, `2 of the 5 published do`. */
function doMatch(matching: number, all: number): string {
  if (all === 1) return 'the only one published does';
  if (matching === all) return `all ${all} published do`;
  return `${matching} of the ${all} published ${matching === 1 ? 'does' : 'do'}`;
}

/** Why others may be missing: what is known for certain, or else the event that comes nearest. */
function tooFew(match: CompiledMatch, context: AssertionContext, places: readonly number[]): Partial<Report> {
  const found = new Set(places);
  const others = Array.from(context.events().keys()).filter((place) => !found.has(place));
  const nearest = nearestEvents(match, context.events(), others);
  const causes = usualCauses(match, context, nearest);
  const next = causes.find((cause) => cause.next !== undefined)?.next;
  return {
    ...(others.length > 0 && { others: { ...nearest, label: 'Not matching, the nearest:' } }),
    notes: causes.map(({ text }) => text),
    next: next ?? WHOLE_STORY,
  };
}

function placesOf(match: CompiledMatch, events: readonly SentEntry[]): number[] {
  return events.flatMap((event, index) => (match.test(event) ? [index] : []));
}
