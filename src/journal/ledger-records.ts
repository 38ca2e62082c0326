import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import { freezeDeep } from '../base/json.js';
import type { PutEventsEntry } from '../service/put-events-types.js';
import type { Ledger } from './ledger.js';
import type { Fate, Sending } from './logical-event.js';
import type { EventRecord } from './records.js';

/** What the publisher meant to send once, every time it was sent, and what became of it. */
export interface LogicalEventRecord<Event = EventRecord> {
  /** The entry as it crossed the wire the first time. */
  readonly entry: PutEventsEntry;
  readonly sendings: readonly SendingRecord[];
  /** What the bus has of it: nothing, one event, or duplicates. */
  readonly events: readonly Event[];
}

/** One sending of a logical event. */
export interface SendingRecord {
  /** Which call, counted from 1. */
  readonly call: number;
  /** Which attempt of that call, counted from 1: from 2 on, it is the SDK that sent it again. */
  readonly attempt: number;
  /** Which of all requests, counted from 1. */
  readonly request: number;
  /** Where in the request, counted from 0. */
  readonly index: number;
  readonly fate: Fate;
  /** Whether the sender was told so: a response can be lost after the event was accepted. */
  readonly answered: boolean;
  /** The id of the event, when it was accepted. */
  readonly eventId?: string;
  /** Why it was rejected, or its request refused. */
  readonly errorCode?: string;
}

/** Tells which published events are the same thing twice: those with the same text or number. */
export type DuplicateKey<Event> = (event: Event) => string | number | undefined;

/** The logical events that EventBridge never accepted. */
export function unsettledRecords(ledger: Ledger): readonly LogicalEventRecord[] {
  return records(
    ledger,
    ledger.events.filter(({ isUnsettled }) => isUnsettled).map(({ sendings }) => sendings),
  );
}

/** The logical events that a bus has more than once. */
export function duplicateRecords(ledger: Ledger, by: unknown): readonly LogicalEventRecord[] {
  return records(ledger, duplicatesIn(ledger, by, 'duplicates'));
}

/**
 * The sendings of each event that a bus has more than once; by the user's key all that have it are one event, in
 * whatever request.
 * @throws {FakeEventBridgeError} when `by` is no function, or returns what is no key
 */
export function duplicatesIn(ledger: Ledger, by: unknown, method: string): (readonly Sending[])[] {
  if (by === undefined) {
    return ledger.events.filter(({ received }) => received.length > 1).map(({ sendings }) => sendings);
  }
  if (typeof by !== 'function') {
    throw wrongUse(
      `${method}: by is a function from an event to what makes it the same event, such as (event) => event.detail.orderId, not ${describeValue(by)}.`,
    );
  }
  const groups = new Map<unknown, Sending[]>();
  for (const sending of ledger.events.flatMap(({ received }) => received)) {
    const key: unknown = by(ledger.publishedAs(sending)?.record);
    if (key === undefined) continue;
    if (typeof key !== 'string' && typeof key !== 'number') {
      throw wrongUse(
        `${method}: by must return a text, a number or undefined for every event, not ${describeValue(key)}.`,
      );
    }
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [sending]);
    else group.push(sending);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function records(ledger: Ledger, groups: readonly (readonly Sending[])[]): readonly LogicalEventRecord[] {
  return freezeDeep(groups.map((sendings) => logicalEventRecord(ledger, sendings)));
}

function logicalEventRecord(ledger: Ledger, sendings: readonly Sending[]): LogicalEventRecord {
  return {
    entry: sendings[0]?.event.entry ?? {},
    sendings: sendings.map(sendingRecord),
    events: sendings.flatMap((sending) => ledger.publishedAs(sending)?.record ?? []),
  };
}

function sendingRecord(sending: Sending): SendingRecord {
  const { attempt, index, fate, isAnswered, accepted, error } = sending;
  const { ending } = attempt;
  const errorCode = error?.code ?? (ending?.kind === 'error' ? ending.code : undefined);
  return {
    call: attempt.call.number,
    attempt: attempt.number,
    request: attempt.request,
    index,
    fate,
    answered: isAnswered,
    ...(accepted !== undefined && { eventId: accepted.id }),
    ...(errorCode !== undefined && { errorCode }),
  };
}
