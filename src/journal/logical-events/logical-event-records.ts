import { wrongUse } from '../../base/errors.js';
import { freezeDeep } from '../../base/json/json.js';
import { describeValue } from '../../base/words/describe-value.js';
import type { EventRecord } from '../../service/event-record.js';
import type { PutEventsEntry } from '../../service/put-events-types.js';
import type { EntryStatus, Sending } from './logical-event.js';
import type { LogicalEvents } from './logical-events.js';

/** What the publisher meant to publish once, and each time it was sent. */
export interface LogicalEventRecord<Event = EventRecord> {
  /** The entry as it crossed the wire the first time. */
  readonly entry: PutEventsEntry;
  readonly sendings: readonly SendingRecord[];
  /** What a bus has of it: nothing, one event, or duplicates. */
  readonly events: readonly Event[];
}

/** One sending of a logical event. */
export interface SendingRecord {
  /** Which call, counted from 1. */
  readonly call: number;
  /** Which attempt of that call, counted from 1: from 2 on, the SDK resent it. */
  readonly attempt: number;
  /** Which of all requests, counted from 1. */
  readonly request: number;
  /** Its index in the request. */
  readonly index: number;
  readonly status: EntryStatus;
  /** Whether the client received the result: a response can be lost after the event was accepted. */
  readonly answered: boolean;
  /** The event id, when it was accepted. */
  readonly eventId?: string;
  /** Why it was rejected, or its request refused. */
  readonly errorCode?: string;
}

/** Says which published events are duplicates: those with the same string or number. */
export type DuplicateKey<Event> = (event: Event) => string | number | undefined;

/** The logical events that EventBridge never accepted. */
export function unsettledRecords(events: LogicalEvents): readonly LogicalEventRecord[] {
  return records(events.all.filter(({ isUnsettled }) => isUnsettled).map(({ sendings }) => sendings));
}

/** The logical events that a bus has more than once. */
export function duplicateRecords(events: LogicalEvents, by: unknown): readonly LogicalEventRecord[] {
  return records(duplicatesIn(events, by, 'duplicates'));
}

/**
 * The sendings of each event that a bus has more than once. With a key of the user's, all published events with the
 * same key are one event, in whatever request.
 * @throws {FakeEventBridgeError} when `by` is not a function, or returns something that is not a key
 */
export function duplicatesIn(events: LogicalEvents, by: unknown, method: string): (readonly Sending[])[] {
  if (by === undefined) {
    return events.resent.filter(hasDuplicates).map(({ sendings }) => sendings);
  }
  if (typeof by !== 'function') {
    throw wrongUse(
      `${method}: by must be a function that returns what makes two events the same, such as (event) => event.detail.orderId, not ${describeValue(by)}.`,
    );
  }
  const groups = new Map<unknown, Sending[]>();
  for (const sending of events.all.flatMap(({ received }) => received)) {
    const key: unknown = by(sending.entry.eventRecord);
    if (key === undefined) continue;
    if (typeof key !== 'string' && typeof key !== 'number') {
      throw wrongUse(
        `${method}: by must return a string, a number or undefined for every event, not ${describeValue(key)}.`,
      );
    }
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [sending]);
    else group.push(sending);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function hasDuplicates({ sendings }: { readonly sendings: readonly Sending[] }): boolean {
  return sendings.filter(({ status }) => status === 'accepted').length > 1;
}

function records(groups: readonly (readonly Sending[])[]): readonly LogicalEventRecord[] {
  return freezeDeep(groups.map(logicalEventRecord));
}

function logicalEventRecord(sendings: readonly Sending[]): LogicalEventRecord {
  return {
    entry: sendings[0]?.event.entry.entry ?? {},
    sendings: sendings.map(sendingRecord),
    events: sendings.flatMap(({ status, entry }) => (status === 'accepted' ? entry.eventRecord : [])),
  };
}

function sendingRecord(sending: Sending): SendingRecord {
  const { attempt, index, status, isAnswered, accepted, error } = sending;
  const { ending } = attempt;
  const errorCode = error?.code ?? (ending?.kind === 'error' ? ending.code : undefined);
  return {
    call: attempt.call.number,
    attempt: attempt.number,
    request: attempt.request,
    index,
    status,
    answered: isAnswered,
    ...(accepted !== undefined && { eventId: accepted.id }),
    ...(errorCode !== undefined && { errorCode }),
  };
}
