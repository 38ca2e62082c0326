import { wrongUse } from '../../../base/errors.js';
import { describeValue } from '../../../base/words/describe-value.js';
import { count } from '../../../base/words/english.js';
import type { CompiledMatch } from '../../../match/compile-match.js';
import type { SentEntry } from '../../../service/sent-entry.js';
import type { AssertionContext } from '../../context.js';
import { lostEventCauses, nearMissCauses, unfinishedCalls } from '../../diagnosis/missing-event-causes.js';
import { missingEvents } from '../../diagnosis/missing-events.js';
import { nearestEvents } from '../../diagnosis/nearest-events.js';
import { originsOf } from '../../diagnosis/origins.js';
import { tooManyEvents } from '../../diagnosis/too-many-events.js';
import { describeEntry } from '../../report/describe-sending.js';
import { listedEvents } from '../../report/listed-events.js';
import type { Report, Verdict } from '../../report/report.js';
import { WHOLE_TIMELINE } from '../../report-constants.js';

const PARTIAL = '(partial match)';

/** At least one event matches. Its opposite: none does. */
export function published(context: AssertionContext, [match]: readonly unknown[], method: string): Verdict {
  const compiled = context.compileMatch(match, method);
  const events = context.events();
  return {
    holds: events.some((event) => compiled.test(event)),
    report: (negated) => {
      if (!negated) return missingReport(compiled, context, `Expected an event${context.scopeText}`);
      const indexes = indexesOf(compiled, events);
      const summary = `Expected no event${context.scopeText} to match, but ${doMatch(indexes.length, events.length)}.`;
      return { ...foundReport(compiled, context, indexes, summary), expected: notExpected(compiled) };
    },
  };
}

/** Exactly so many events match. */
export function publishedTimes(
  context: AssertionContext,
  [match, times]: readonly unknown[],
  method: string,
): Verdict {
  if (typeof match === 'number' && typeof times !== 'number')
    throw wrongUse(`${method}: pass the match first, then the number of events.`);
  const number = numberOfEvents(times, method);
  const compiled = context.compileMatch(match, method);
  const indexes = indexesOf(compiled, context.events());
  return {
    holds: indexes.length === number,
    report: (negated) => {
      const expected = `${number === 0 ? 'no event' : count(number, 'event')}${context.scopeText}`;
      if (negated) {
        const summary = `Expected the number of matching events${context.scopeText} not to be ${number}, but it is.`;
        return { ...foundReport(compiled, context, indexes, summary), expected: notExpected(compiled) };
      }
      if (indexes.length === 0) return missingReport(compiled, context, `Expected ${expected}`);
      const summary = `Expected ${expected} to match, but ${indexes.length === 1 ? '1 does' : `${indexes.length} do`}.`;
      const found = foundReport(compiled, context, indexes, summary);
      if (indexes.length < number) return { ...found, ...tooFew(compiled, context, indexes) };
      return number === 0 ? found : { ...found, ...tooManyEvents(context, indexes) };
    },
  };
}

/** @throws {FakeEventBridgeError} unless it is a whole number, 0 or more */
export function numberOfEvents(times: unknown, method: string): number {
  if (typeof times === 'number' && Number.isInteger(times) && times >= 0) return times;
  throw wrongUse(
    `${method}: the number of events must be a whole number, 0 or more, not ${describeValue(times)}.`,
  );
}

function missingReport(match: CompiledMatch, context: AssertionContext, expectation: string): Report {
  const number = context.events().length;
  const found =
    number === 0
      ? 'nothing was published'
      : number === 1
        ? 'the only published event does not'
        : `none of the ${number} published events does`;
  return {
    summary: `${expectation} to match, but ${found}.`,
    expected: { label: `Expected ${PARTIAL}:`, value: match.written },
    ...missingEvents(match, context),
  };
}

function notExpected(match: CompiledMatch): NonNullable<Report['expected']> {
  return { label: `Not expected ${PARTIAL}:`, value: match.written };
}

function foundReport(
  match: CompiledMatch,
  context: AssertionContext,
  indexes: readonly number[],
  summary: string,
): Report {
  return {
    summary,
    expected: { label: `Expected ${PARTIAL}:`, value: match.written },
    ...(indexes.length > 0 && {
      events: listedEvents('Received, matching:', context, indexes),
      notes: [originsOf(context, indexes)],
    }),
  };
}

/** `1 does`, `the only published event does`, `2 of the 5 published events do`. */
function doMatch(matching: number, all: number): string {
  if (all === 1) return 'the only published event does';
  if (matching === all) return `all ${all} published events do`;
  return `${matching} of the ${all} published events ${matching === 1 ? 'does' : 'do'}`;
}

/** Why others may be missing: what is known for certain, or else the event that comes nearest. */
function tooFew(
  match: CompiledMatch,
  context: AssertionContext,
  indexes: readonly number[],
): Partial<Report> {
  const lost = lostEventCauses(match, context, ({ raw }) => describeEntry(raw));
  if (lost.length > 0) return { causes: lost, notes: [] };
  const found = new Set(indexes);
  const others = Array.from(context.events().keys()).filter((index) => !found.has(index));
  if (others.length === 0) return { causes: unfinishedCalls(context), next: WHOLE_TIMELINE };
  const nearest = nearestEvents(match, context, others);
  const nearMisses = nearMissCauses(nearest);
  return {
    causes: nearMisses.length > 0 ? nearMisses : unfinishedCalls(context),
    others: { ...nearest, label: 'Received, not matching, the nearest:' },
    notes: [],
  };
}

function indexesOf(match: CompiledMatch, events: readonly SentEntry[]): number[] {
  return events.flatMap((event, index) => (match.test(event) ? [index] : []));
}
