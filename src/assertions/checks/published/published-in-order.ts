import { wrongUse } from '../../../base/errors.js';
import { count, ordinal } from '../../../base/words/english.js';
import type { CompiledMatch } from '../../../match/compile-match.js';
import type { SentEntry } from '../../../service/sent-entry.js';
import type { AssertionContext } from '../../context.js';
import type { Cause } from '../../diagnosis/cause.js';
import { missingEvents } from '../../diagnosis/missing-events.js';
import { originsOf } from '../../diagnosis/origins.js';
import { listedEvents } from '../../report/listed-events.js';
import type { Report, ReportedMatch, Verdict } from '../../report/report.js';
import { compileMatches, forEachMatch } from './compile-matches.js';

/**
 * There is an event for each match, each after the one before; others may come between. EventBridge itself promises no
 * order: this is the order in which the publisher sent.
 */
export function publishedInOrder(
  context: AssertionContext,
  [given]: readonly unknown[],
  method: string,
): Verdict {
  const events = context.events();
  // The first event for each match after the one before, up to the first match without one. All are compiled, so that a
  // wrong match is always an error.
  const found: number[] = [];
  let next = 0;
  const length = forEachMatch(given, context, method, (match) => {
    while (next < events.length && !isMatch(match, events[next])) next++;
    if (next < events.length) {
      // Each event is passed once: kept details of all of them would take more time than the comparison.
      events[next]?.releaseDetail();
      found.push(next++);
    }
  });
  if (length === 0)
    throw wrongUse(`${method}: an empty array proves nothing. Pass the matches of at least one event.`);
  return {
    holds: found.length === length,
    report: (negated) => {
      const matches = compileMatches(given, context, method);
      return negated ? inOrderReport(matches, found, context) : outOfOrderReport(matches, found, context);
    },
  };
}

function isMatch(match: CompiledMatch, event: SentEntry | undefined): boolean {
  return event !== undefined && match.test(event);
}

function inOrderReport(
  matches: readonly CompiledMatch[],
  found: readonly number[],
  context: AssertionContext,
): Report {
  return {
    summary: `Expected the events not to be published in this order${context.scopeText}, but they were.`,
    expected: {
      label: 'Not expected, in this order:',
      matches: matches.map((match, index) => reportedMatch(match, found[index], context)),
    },
    notes: [originsOf(context, found)],
  };
}

function outOfOrderReport(
  matches: readonly CompiledMatch[],
  found: readonly number[],
  context: AssertionContext,
): Report {
  const events = context.events();
  const failing = found.length;
  const match = matches[failing];
  if (match === undefined) return { summary: '' };
  const before = found.at(-1);
  const taken = new Set(found);
  const taking = found.findIndex((index) => isMatch(match, events[index]));
  const earlier = events.findIndex((event, index) => !taken.has(index) && match.test(event));
  const expected = {
    label: 'Expected, in this order:',
    matches: matches.map((each, index) => ({
      ...reportedMatch(each, found[index], context),
      isFocus: index === failing,
      ...(index === failing && { remark: remarkOf(earlier, context) }),
    })),
  };
  const expectation = `Expected ${count(matches.length, 'event')} in this order${context.scopeText}`;
  if (events.length === 0)
    return {
      summary: `${expectation}, but nothing was published.`,
      expected,
      ...missingEvents(match, context),
    };
  if (earlier >= 0 && before !== undefined)
    return {
      summary: `${expectation}, but the ${ordinal(failing + 1)} does not come after the ${ordinal(failing)}.`,
      causes: [wrongOrder(earlier, before, context)],
      expected,
      events: listedEvents('Received:', context, [before, earlier], earlier),
    };
  if (taking >= 0)
    return {
      summary: `${expectation}, but the ${ordinal(failing + 1)} was not published.`,
      causes: [oneEventPerMatch(taking, found[taking] ?? 0, context)],
      expected,
      events: listedEvents('Received:', context, found),
    };
  return {
    summary: `${expectation}, but the ${ordinal(failing + 1)} was not published.`,
    expected,
    ...missingEvents(match, context),
  };
}

/**
 * The only events that match are used by earlier matches.
 * @param match the index of such a match
 * @param event the index of its event
 */
function oneEventPerMatch(match: number, event: number, context: AssertionContext): Cause {
  return {
    code: 'one-event-per-match',
    text: `${publishedAs(event, context)} matches too, but it already satisfies match [${match}]: each match needs a different event.`,
    fix: 'Publish the event once for each match, or remove one of the matches.',
  };
}

function wrongOrder(earlier: number, before: number, { subject, events, journal }: AssertionContext): Cause {
  const [one, other] = [events()[earlier], events()[before]];
  const isOneRequest = journal.attempts.some(
    ({ entries }) => entries.some((entry) => entry === one) && entries.some((entry) => entry === other),
  );
  return {
    code: 'wrong-order',
    text: `The event was published earlier: ${subject}.events[${earlier}] comes before ${subject}.events[${before}].`,
    fix: isOneRequest
      ? 'Both were sent in one request: their order is that of its `Entries`.'
      : 'They were sent in two requests: await the call of the first before you start the next one.',
  };
}

function remarkOf(earlier: number, context: AssertionContext): string {
  return earlier >= 0 ? publishedAs(earlier, context) : 'not published';
}

function reportedMatch(
  { written }: CompiledMatch,
  index: number | undefined,
  context: AssertionContext,
): ReportedMatch {
  return index === undefined ? { written } : { written, remark: publishedAs(index, context) };
}

function publishedAs(index: number, { subject }: AssertionContext): string {
  return `${subject}.events[${index}]`;
}
