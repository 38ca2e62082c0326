import { count, ordinal } from '../../base/english.js';
import { wrongUse } from '../../base/errors.js';
import type { CompiledMatch } from '../../match/compile-match.js';
import type { SentEntry } from '../../service/sent-entry.js';
import type { AssertionContext } from '../context.js';
import { missingEvents } from '../diagnosis/missing-events.js';
import { sendersOf } from '../diagnosis/origins.js';
import { onScope, WHOLE_STORY } from '../events-in-scope.js';
import { matchesIn } from '../match-list.js';
import type { Report, ReportedMatch, Verdict } from '../report/report.js';
import { shownEvents } from '../report/shown-events.js';

/**
 * There is an event for each match, each after the one before; others may come between. EventBridge itself promises no
 * order: the claim is about the order in which the publisher sent.
 */
export function publishedInOrder(context: AssertionContext, list: unknown, method: string): Verdict {
  const matches = matchesIn(list, context, method);
  if (matches.length === 0) {
    throw wrongUse(`${method}: an empty list is in every order and proves nothing. Name the events.`);
  }
  const events = context.events();
  const found = placesInOrder(matches, events);
  return {
    holds: found.length === matches.length,
    report: (negated) =>
      negated ? inOrderReport(matches, found, context) : outOfOrderReport(matches, found, events, context),
  };
}

/** Where each match is first met after the one before; ends at the first that is not met. */
function placesInOrder(matches: readonly CompiledMatch[], events: readonly SentEntry[]): number[] {
  const found: number[] = [];
  let from = 0;
  for (const match of matches) {
    const place = events.findIndex((event, index) => index >= from && match.test(event));
    if (place < 0) break;
    found.push(place);
    from = place + 1;
  }
  return found;
}

function inOrderReport(
  matches: readonly CompiledMatch[],
  found: readonly number[],
  context: AssertionContext,
): Report {
  return {
    summary: `Expected the events not to be published in this order${onScope(context)}, but they were.`,
    expected: {
      label: 'Asked for, in this order, each in part:',
      matches: matches.map((match, index) => reportedMatch(match, found[index])),
    },
    events: shownEvents('Published:', context.events(), found),
    notes: [`Sent: ${sendersOf(context, found)}.`],
    next: WHOLE_STORY,
  };
}

function outOfOrderReport(
  matches: readonly CompiledMatch[],
  found: readonly number[],
  events: readonly SentEntry[],
  context: AssertionContext,
): Report {
  const failing = found.length;
  const match = matches[failing];
  if (match === undefined) return { summary: '' };
  const before = found.at(-1);
  const others = Array.from(events.keys()).filter((place) => !found.includes(place));
  const isTaken = events.some((event, index) => found.includes(index) && match.test(event));
  const earlier = events.findIndex((event, index) => !found.includes(index) && match.test(event));
  const expected = {
    label: 'Expected, in this order, each in part:',
    matches: matches.map((each, index) => ({
      ...reportedMatch(each, found[index]),
      isMeant: index === failing,
      ...(index === failing && { remark: remarkOf(earlier, isTaken) }),
    })),
  };
  const claim = `Expected ${count(matches.length, 'event')} in order${onScope(context)}`;
  if (earlier < 0 || before === undefined) {
    const { events: nearest, notes = [], next } = missingEvents(match, context, isTaken ? others : undefined);
    return {
      summary:
        events.length === 0
          ? `${claim}, but nothing was published.`
          : `${claim}, but the ${ordinal(failing + 1)} was not published${isTaken ? ' once more' : ''}.`,
      expected,
      ...(nearest !== undefined && { events: nearest }),
      notes: isTaken ? [TAKEN, ...notes] : notes,
      ...(next !== undefined && { next }),
    };
  }
  return {
    summary: `${claim}, but the ${ordinal(failing + 1)} does not come after the ${ordinal(failing)}.`,
    expected,
    events: shownEvents('Published:', events, [...found, earlier], earlier),
    notes: [
      `It was published before: event ${earlier + 1} comes before event ${before + 1}, and none that matches comes after.`,
    ],
    next: ORDER,
  };
}

const TAKEN =
  'Each match needs an event of its own, and the one that matches stands for a match before already.';

const ORDER =
  'Order is the order of the entries in a request, and of the requests. Are calls made side by side that should wait for each other?';

function remarkOf(earlier: number, isTaken: boolean): string {
  if (earlier >= 0) return `published as ${earlier + 1}`;
  return isTaken ? 'not published once more' : 'not published';
}

function reportedMatch({ written }: CompiledMatch, place: number | undefined): ReportedMatch {
  return place === undefined ? { written } : { written, remark: `published as ${place + 1}` };
}
