import { wrongUse } from '../errors.js';
import type { JournalEvent } from '../journal/event.js';
import type { CompiledMatch } from '../match/compile-match.js';
import { count, describeValue, times } from '../words.js';
import { usualCauses } from './causes.js';
import type { ClaimContext } from './context.js';
import { nearestEvents } from './nearest-events.js';
import type { Report, ReportedEvents, Verdict } from './report.js';

const MOST_SHOWN = 3;

/** At least one event matches. Its opposite: none does. */
export function published(context: ClaimContext, match: unknown, method: string): Verdict {
  const compiled = context.compileMatch(match, method);
  const { events } = context.journal;
  const index = events.findIndex((event) => compiled.test(event));
  return {
    holds: index >= 0,
    report: (negated) =>
      negated ? foundReport(compiled, events) : missingReport(compiled, context, 'Expected an event'),
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
  const { events } = context.journal;
  const found = events.filter((event) => compiled.test(event));
  return {
    holds: found.length === number,
    report: (negated) => {
      if (negated)
        return foundReport(
          compiled,
          events,
          `Expected not exactly ${count(number, 'event')} to match, and so many do.`,
        );
      if (found.length === 0) return missingReport(compiled, context, `Expected ${count(number, 'event')}`);
      return foundReport(
        compiled,
        events,
        `Expected ${count(number, 'event')} to match, but ${found.length === 1 ? '1 does' : `${found.length} do`}: published ${times(found.length)}, not ${times(number)}.`,
      );
    },
  };
}

function missingReport(match: CompiledMatch, context: ClaimContext, expectation: string): Report {
  const { events } = context.journal;
  const expected = { label: 'Expected, in part:', value: match.written };
  if (events.length === 0) {
    const { rejected, reasons } = rejectionsOf(context);
    return {
      summary: `${expectation} to match, but nothing was published.`,
      expected,
      notes: [...usualCauses(match, NO_EVENTS, context), ...reasons],
      ...(context.journal.requests === 0 && rejected === 0 && { next: NOTHING_CAME }),
    };
  }
  const nearest = nearestEvents(
    match,
    events,
    events.length === 1 ? 'Published:' : 'Published, the nearest:',
  );
  return {
    summary: `${expectation} to match, but ${events.length === 1 ? 'the only one published does not' : `none of the ${events.length} published does`}.`,
    expected,
    events: nearest,
    notes: usualCauses(match, nearest, context),
  };
}

const NO_EVENTS: ReportedEvents = { label: '', shown: [], more: 0 };

const NOTHING_CAME =
  'No request has reached the fake. Is the client wired to it, by eb.install(EventBridgeClient) or eb.attach(client), and was what publishes awaited?';

function foundReport(match: CompiledMatch, events: readonly JournalEvent[], summary?: string): Report {
  const found = events
    .map((event, index) => ({ event, number: index + 1 }))
    .filter(({ event }) => match.test(event));
  return {
    summary:
      summary ??
      `Expected no event to match, but ${found.length === 1 ? '1 does' : `${found.length} of the ${events.length} published do`}.`,
    expected: { label: 'Asked for, in part:', value: match.written },
    events: {
      label: 'Matching:',
      shown: found
        .slice(0, MOST_SHOWN)
        .map(({ event, number }) => ({ event, number, isMeant: false, differences: [] })),
      more: Math.max(found.length - MOST_SHOWN, 0),
    },
  };
}

/** What was sent and refused, when nothing at all was published. */
function rejectionsOf({ journal }: ClaimContext): { rejected: number; reasons: string[] } {
  const codes = new Map<string, number>();
  let rejected = 0;
  for (const { outcomes = [], ending } of journal.calls.flatMap(({ attempts }) => attempts)) {
    if (ending?.kind === 'error') codes.set(ending.code, (codes.get(ending.code) ?? 0) + 1);
    for (const { error } of outcomes) {
      if (error === undefined) continue;
      rejected++;
      codes.set(error.code, (codes.get(error.code) ?? 0) + 1);
    }
  }
  if (codes.size === 0) return { rejected, reasons: [] };
  const shown = [...codes].map(([code, number]) => `${code} ${times(number)}`).join(', ');
  return { rejected, reasons: [`EventBridge answered ${count(journal.requests, 'request')}: ${shown}.`] };
}
