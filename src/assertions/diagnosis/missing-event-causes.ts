import { count, list } from '../../base/words/english.js';
import { didYouMean } from '../../base/words/suggestion.js';
import { JournalAttempt } from '../../journal/attempt.js';
import type { LogicalEvent, Sending } from '../../journal/logical-events/logical-event.js';
import type { CompiledMatch } from '../../match/compile-match.js';
import { isOnBus } from '../../service/event-bus.js';
import { SentEntry } from '../../service/sent-entry.js';
import type { AssertionContext } from '../context.js';
import type { ReportedEvents } from '../report/report.js';
import type { Cause } from './cause.js';
import { nearMiss, parsedJson } from './near-miss.js';
import { entryFailure } from './rejections/entry-failures.js';
import { requestFailure } from './request-failures.js';

/** More near misses in one event than this are not near. */
const MAX_NEAR_MISSES = 3;

/**
 * The event that was sent and not accepted, or accepted and dropped.
 * @param nameOf what the reader knows it as; with several that match, `the matching event` is not enough
 */
export function lostEventCauses(
  match: CompiledMatch,
  context: AssertionContext,
  nameOf: NameOf = () => 'the matching event',
): Cause[] {
  return [...notAccepted(match, context, nameOf), ...dropped(match, context, nameOf)];
}

type NameOf = (entry: SentEntry) => string;

/** The right event, sent and never accepted. Of several the last one tells most. */
function notAccepted(match: CompiledMatch, context: AssertionContext, nameOf: NameOf): Cause[] {
  // Grouping very many calls takes time, and mostly every entry was accepted.
  const hasFailed = context.journal.calls.some(({ attempts }) =>
    attempts.some(({ outcome }) => outcome !== 'succeeded'),
  );
  if (!hasFailed) return [];
  for (const event of [...context.logicalEvents.all].reverse()) {
    const cause = event.isUnsettled ? notAcceptedEvent(event, match, context, nameOf) : undefined;
    if (cause !== undefined) return [cause];
  }
  return [];
}

function notAcceptedEvent(
  { entry, sendings }: LogicalEvent,
  match: CompiledMatch,
  context: AssertionContext,
  nameOf: NameOf,
): Cause | undefined {
  const last = sendings.at(-1);
  if (last === undefined || (context.scope !== undefined && !isOnBus(entry, context.scope))) return undefined;
  if (matches(match, entry)) return causeOf(sendings, context, nameOf(entry));
  const inner = parsedJson(entry.detail);
  if (inner === undefined) return undefined;
  const unwrapped = new SentEntry({ ...entry.raw, Detail: JSON.stringify(inner) }, entry.index, entry.origin);
  if (!matches(match, unwrapped)) return undefined;
  return {
    code: 'stringified-twice',
    text: `Your code stringified the detail of ${nameOf(entry)} twice, so EventBridge rejected it in request ${last.attempt.request}${codeOf(last)}.`,
    fix: 'Call JSON.stringify once. Some wrappers stringify the detail themselves: pass them the object.',
    about: [last.entry],
  };
}

function causeOf(sendings: LogicalEvent['sendings'], context: AssertionContext, what: string): Cause {
  const { status, attempt } = sendings.at(-1) ?? sendings[0];
  switch (status) {
    case 'pending':
      return {
        code: 'unfinished-call',
        text: `The call that sends ${what} has not finished (request ${attempt.request}).`,
        fix: 'Await the function that publishes. Release what a hold() holds.',
        about: [attempt],
      };
    case 'rejected':
      return entryFailure(sendings, context.logicalEvents, what);
    default:
      return requestFailure(attempt, context, what, sendings.length);
  }
}

function codeOf({ error }: Sending): string {
  return error === undefined ? '' : ` (${error.code})`;
}

/** A predicate may count on what only an accepted event has: that it throws says nothing about the entry. */
function matches(match: CompiledMatch, entry: SentEntry): boolean {
  try {
    return match.test(entry);
  } catch {
    return false;
  }
}

/** The right event, accepted and dropped. */
function dropped(match: CompiledMatch, { journal, buses, scope }: AssertionContext, nameOf: NameOf): Cause[] {
  const event = journal.dropped.find((each) => match.test(each, scope === undefined ? 'bus' : undefined));
  return event === undefined ? [] : [unknownBus(event.bus, nameOf(event), [event], buses)];
}

/** Events that EventBridge accepts and drops: their bus does not exist. */
export function unknownBus(
  bus: string,
  what: string,
  about: readonly object[],
  buses: ReadonlySet<string> | undefined,
): Cause {
  const known = ['default', ...(buses ?? [])];
  return {
    code: 'unknown-bus',
    text: `EventBridge accepted and dropped ${what}: the bus "${bus}" does not exist.${didYouMean(bus, known)}`,
    fix: `Correct EventBusName, or add the bus to the option \`buses\`, which has ${list(known)}. AWS drops such events too, and still returns an EventId.`,
    about,
  };
}

/** The right event on another bus. */
export function otherBusCauses(match: CompiledMatch, { journal, scope }: AssertionContext): Cause[] {
  const wanted = scope ?? match.bus;
  if (wanted === undefined) return [];
  const index = journal.events.findIndex((event) => !isOnBus(event, wanted) && match.test(event, 'bus'));
  const event = journal.events[index];
  if (event === undefined) return [];
  return [
    {
      code: 'other-bus',
      text: `The matching event is on another bus: eb.events[${index}] is on "${event.bus}", not on "${wanted}".`,
      fix: otherBusFix(wanted),
    },
  ];
}

export function otherBusFix(wanted: string): string {
  return wanted === 'default'
    ? 'Remove EventBusName from the entry, or correct the bus in the assertion.'
    : `Set EventBusName: "${wanted}" in the entry. Without one, EventBridge uses the bus "default".`;
}

/** Near misses in the event that is probably meant. */
export function nearMissCauses({ listed }: ReportedEvents): Cause[] {
  const focus = listed.length === 1 ? listed[0] : listed.find(({ isFocus }) => isFocus);
  const found = (focus?.differences ?? []).flatMap((difference) => nearMiss(difference) ?? []);
  return found.slice(0, MAX_NEAR_MISSES);
}

/** Calls that have begun and not finished: what they send may be what an assertion misses. */
export function unfinishedCalls(context: AssertionContext): Cause[] {
  const { sends, requests } = countInFlight([...context.journal.inFlight.all]);
  const number = Math.max(sends, requests);
  return number === 0 ? [] : [unfinished(number, context)];
}

/** The same of calls whose request has not arrived: the journal knows nothing else of them. */
export function callsWithoutRequest(context: AssertionContext): Cause[] {
  const { sends, requests } = countInFlight([...context.journal.inFlight.all]);
  return sends <= requests ? [] : [unfinished(sends - requests, context)];
}

/** A request that is held or delayed is in flight beside the `send` of a connected client that it belongs to. */
export function countInFlight(calls: readonly object[]): {
  readonly sends: number;
  readonly requests: number;
} {
  const requests = calls.filter((call) => call instanceof JournalAttempt).length;
  return { sends: calls.length - requests, requests };
}

function unfinished(number: number, { journal }: AssertionContext): Cause {
  return {
    code: 'unfinished-call',
    text: `${count(number, 'call')} of client.send had not finished when the assertion ran.`,
    fix: 'Await the function that publishes, or wait for it with await eb.settled().',
    about: [...journal.inFlight.all],
  };
}
