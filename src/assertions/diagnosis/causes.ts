import { list } from '../../base/english.js';
import { nearestName } from '../../base/suggestion.js';
import type { LogicalEvent, Sending } from '../../journal/logical-event.js';
import type { CompiledMatch } from '../../match/compile-match.js';
import { isOnBus } from '../../service/event-bus.js';
import { SentEntry } from '../../service/sent-entry.js';
import type { AssertionContext } from '../context.js';
import { describeHistory } from '../report/describe-sending.js';
import type { ReportedEvents } from '../report/report.js';
import { parsedJson, slipIn } from './near-miss.js';

/** Why an event is missing, as a sentence, and what to do about it. */
export interface Cause {
  readonly text: string;
  readonly next?: string;
}

/** More slips of one event than this are no slips. */
const MOST_SLIPS = 3;

/**
 * The usual causes of an event that is missing: most of them make the event look published.
 * @param nearest the events in which it may be recognised
 */
export function usualCauses(
  match: CompiledMatch,
  context: AssertionContext,
  nearest: ReportedEvents,
): Cause[] {
  return [
    ...unaccepted(match, context),
    ...drops(match, context),
    ...otherBuses(match, context),
    ...slips(nearest),
  ];
}

/** The right event, sent and never accepted. Of several the last one tells most. */
function unaccepted(match: CompiledMatch, context: AssertionContext): Cause[] {
  // The logicalEvents of very many calls takes its time; mostly there is nothing in it that was not accepted.
  const failed = context.journal.calls.some(({ attempts }) =>
    attempts.some(({ outcome }) => outcome !== 'succeeded'),
  );
  if (!failed) return [];
  const causes = context.logicalEvents.all.flatMap((event) =>
    event.isUnsettled ? (unacceptedEvent(event, match, context) ?? []) : [],
  );
  return causes.slice(-1);
}

function unacceptedEvent(
  event: LogicalEvent,
  match: CompiledMatch,
  context: AssertionContext,
): Cause | undefined {
  const { entry, sendings } = event;
  const last = sendings.at(-1);
  if (last === undefined || (context.scope !== undefined && !isOnBus(entry, context.scope))) return undefined;
  if (fits(match, entry)) {
    return {
      text: `An event that matches was sent and not accepted: ${describeHistory(sendings)}.${reasonOf(last)}`,
      next: nextAfter(last),
    };
  }
  const inner = parsedJson(entry.detail);
  if (inner === undefined) return undefined;
  const unwrapped = new SentEntry({ ...entry.raw, Detail: JSON.stringify(inner) }, entry.index, entry.origin);
  if (!fits(match, unwrapped)) return undefined;
  return {
    text: `An event would match, but its detail was stringified twice: ${describeHistory(sendings)}.${reasonOf(last)}`,
    next: 'Detail is JSON.stringify(detail), once. Is a string given to something that stringifies it again?',
  };
}

/** A predicate may count on what only an accepted event has: that it throws is no news about the entry. */
function fits(match: CompiledMatch, entry: SentEntry): boolean {
  try {
    return match.test(entry);
  } catch {
    return false;
  }
}

/** EventBridge's own words. */
function reasonOf({ error, attempt: { ending } }: Sending): string {
  const message = error?.message ?? (ending?.kind === 'error' ? ending.message : undefined);
  return message === undefined ? '' : ` EventBridge said: ${message}${/[.!?]$/.test(message) ? '' : '.'}`;
}

/** The codes that AWS documents as worth another try. */
const AGAIN: ReadonlySet<string> = new Set(['ThrottlingException', 'InternalFailure']);

function nextAfter({ status, error }: Sending): string {
  switch (status) {
    case 'rejected':
      return AGAIN.has(error?.code ?? '')
        ? 'A rejected entry comes inside a 200, which the SDK neither retries nor throws: look at FailedEntryCount, and send again the entries whose result has an ErrorCode.'
        : `A rejected entry comes inside a 200, which the SDK does not throw. Sending it again does not help against ${error?.code}: mend the entry.`;
    case 'pending':
      return 'Was what publishes awaited, and was what is held released?';
    default:
      return 'client.send has thrown. Was the exception caught, and nothing sent again?';
  }
}

/** The right event, accepted and lost. */
function drops(match: CompiledMatch, { journal, buses, scope }: AssertionContext): Cause[] {
  const dropped = journal.dropped.find((event) => match.test(event, scope === undefined ? 'bus' : undefined));
  if (dropped === undefined) return [];
  const known = ['default', ...(buses ?? [])];
  const meant = nearestName(dropped.bus, known);
  return [
    {
      text: `An event that matches was accepted and dropped: there is no bus "${dropped.bus}".${meant === undefined ? '' : ` Was "${meant}" meant?`}`,
      next: `AWS answers with an EventId all the same. Correct EventBusName, or name the bus in fakeEventBridge({ buses: […] }); there ${known.length === 1 ? 'is' : 'are'} ${list(known)}.`,
    },
  ];
}

/** The right event on another bus. */
function otherBuses(match: CompiledMatch, context: AssertionContext): Cause[] {
  const { journal, scope } = context;
  const wanted = scope ?? match.bus;
  if (wanted === undefined) return [];
  const place = journal.events.findIndex((event) => !isOnBus(event, wanted) && match.test(event, 'bus'));
  const event = journal.events[place];
  if (event === undefined) return [];
  const number = scope === undefined ? `event ${place + 1}` : `eb.events[${place}]`;
  return [
    {
      text: `The right event is on another bus: ${number} was published to "${event.bus}", not to "${wanted}".`,
      next: 'The bus is the EventBusName of the entry; without one it is "default".',
    },
  ];
}

/** Small things that make all the difference, in the event that is probably meant. */
function slips({ shown }: ReportedEvents): Cause[] {
  const meant = shown.length === 1 ? shown[0] : shown.find(({ isMeant }) => isMeant);
  const found = (meant?.differences ?? []).flatMap((difference) => slipIn(difference) ?? []);
  return found.slice(0, MOST_SLIPS).map((text) => ({ text }));
}
