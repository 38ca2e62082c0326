import { maximumMatching } from '../../../base/maximum-matching.js';
import { count } from '../../../base/words/english.js';
import type { CompiledMatch } from '../../../match/compile-match.js';
import { createCandidates } from '../../../match/event-index.js';
import type { SentEntry } from '../../../service/sent-entry.js';
import type { AssertionContext } from '../../context.js';
import { missingEvents, whyNothingWasPublished } from '../../diagnosis/missing-events.js';
import { originsOf } from '../../diagnosis/origins.js';
import { tooManyEvents } from '../../diagnosis/too-many-events.js';
import { listedEvents } from '../../report/listed-events.js';
import type { Report, Verdict } from '../../report/report.js';
import { compileMatches } from './compile-matches.js';

/** Above this many comparisons a report is about the first missing event alone. */
const MAX_COMPARISONS = 4_000_000;

/** Which match has which event. */
interface Assignment {
  /** The event of each match, by index. */
  readonly eventOf: readonly (number | undefined)[];
  readonly missing: readonly number[];
  readonly extra: readonly number[];
  /** `false` when it stopped at the first match without an event. */
  readonly isComplete: boolean;
}

/** As many events as matches, in any order: a different event for each match, and no others. */
export function publishedExactly(
  context: AssertionContext,
  [given]: readonly unknown[],
  method: string,
): Verdict {
  const matches = compileMatches(given, context, method);
  const events = context.events();
  const holds = matches.length === events.length && assign(matches, events, true).missing.length === 0;
  return {
    holds,
    report: (negated) => (negated ? exactReport(context, matches) : wrongReport(context, matches)),
  };
}

/** @param stopAtMisfit enough to know whether the assertion holds */
function assign(
  matches: readonly CompiledMatch[],
  events: readonly SentEntry[],
  stopAtMisfit: boolean,
): Assignment {
  const candidates = createCandidates(matches, events);
  const { ofLeft, ofRight, isMaximum } = maximumMatching(
    {
      left: matches.length,
      right: events.length,
      candidates,
      fits: (match, index) => {
        const event = events[index];
        return event !== undefined && matches[match]?.test(event) === true;
      },
    },
    stopAtMisfit,
  );
  const missing = withoutPartner(ofLeft);
  return {
    eventOf: ofLeft,
    missing: isMaximum ? missing : missing.slice(0, 1),
    extra: isMaximum ? withoutPartner(ofRight) : [],
    isComplete: isMaximum,
  };
}

function withoutPartner(partners: readonly (number | undefined)[]): number[] {
  return partners.flatMap((partner, index) => (partner === undefined ? [index] : []));
}

function exactReport(context: AssertionContext, matches: readonly CompiledMatch[]): Report {
  if (matches.length === 0)
    return {
      summary: `Expected an event to be published${context.scopeText}, but nothing was published.`,
      ...whyNothingWasPublished(context),
    };
  return {
    summary: `Expected the published events${context.scopeText} not to be exactly these, but they are.`,
    expected: {
      label: 'Not expected, in any order:',
      matches: matches.map(({ written }) => ({ written })),
    },
  };
}

function wrongReport(context: AssertionContext, matches: readonly CompiledMatch[]): Report {
  const events = context.events();
  if (matches.length === 0) {
    const all = Array.from(events.keys());
    return {
      summary: `Expected no events${context.scopeText}, but ${count(events.length, 'event was', 'events were')} published.`,
      events: listedEvents('Received:', context, all),
      notes: [originsOf(context, all)],
    };
  }
  const isLarge = matches.length * events.length > MAX_COMPARISONS;
  const assignment = assign(matches, events, isLarge);
  return {
    summary: `Expected exactly ${count(matches.length, 'event')}${context.scopeText}, but ${whatIsWrong(assignment, matches, events)}.`,
    expected: {
      label: 'Expected, in any order:',
      matches: matches.map(({ written }, index) => ({
        written,
        isFocus: assignment.missing[0] === index,
        ...remarkOf(assignment, index, context),
      })),
    },
    ...evidence(assignment, matches, context),
  };
}

function whatIsWrong(
  { missing, extra, isComplete }: Assignment,
  matches: readonly CompiledMatch[],
  events: readonly SentEntry[],
): string {
  if (!isComplete) {
    const number =
      events.length === matches.length
        ? ''
        : `${count(events.length, 'event was', 'events were')} published, and `;
    return `${number}at least one of them is missing`;
  }
  return [
    ...(missing.length > 0 ? [`${whatIsMissing(missing.length, matches.length)} missing`] : []),
    ...(extra.length === 0
      ? []
      : missing.length === 0
        ? [`${count(events.length, 'event was', 'events were')} published`]
        : [`${count(extra.length, 'other event was', 'other events were')} published`]),
  ].join(', and ');
}

function whatIsMissing(missing: number, all: number): string {
  if (missing === all) return all === 1 ? 'it is' : all === 2 ? 'both are' : `all ${all} are`;
  return `${missing} of them ${missing === 1 ? 'is' : 'are'}`;
}

function evidence(
  { missing, extra }: Assignment,
  matches: readonly CompiledMatch[],
  context: AssertionContext,
): Partial<Report> {
  const [first] = missing;
  const match = first === undefined ? undefined : matches[first];
  // What is left over is what the missing one may have become.
  if (match !== undefined) return missingEvents(match, context, extra.length > 0 ? extra : undefined);
  return {
    events: listedEvents('Received, not expected:', context, extra),
    ...whyOthers(context, matches, extra),
  };
}

/** Why there are other events: one that was expected came twice, or they were not expected at all. */
function whyOthers(
  context: AssertionContext,
  matches: readonly CompiledMatch[],
  extra: readonly number[],
): Partial<Report> {
  const events = context.events();
  const again = extra.slice(0, MAX_EXPLAINED).flatMap((index) => {
    const event = events[index];
    const match = event === undefined ? undefined : matches.find((each) => each.test(event));
    return match ?? [];
  })[0];
  if (again === undefined)
    return {
      notes: [originsOf(context, extra)],
      next: 'Add matches for the other events, or use toHavePublished for the events that matter.',
    };
  return tooManyEvents(
    context,
    events.flatMap((event, index) => (again.test(event) ? [index] : [])),
  );
}

const MAX_EXPLAINED = 10;

function remarkOf({ eventOf, isComplete }: Assignment, index: number, { subject }: AssertionContext) {
  const event = eventOf[index];
  if (event !== undefined) return { remark: `${subject}.events[${event}]` };
  return isComplete ? { remark: 'not published' } : {};
}
