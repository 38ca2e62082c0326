import { freezeDeep, type JsonObject } from '../base/json/json.js';
import { type EventEnvelope, envelopeOf } from './envelope.js';
import type { PutEventsEntry } from './put-events-types.js';

/** An event that EventBridge accepted, as a test reads it. Frozen all the way down. */
export interface EventRecord<DetailType extends string = string, Detail = JsonObject> {
  /** The event id that the publisher received. */
  readonly id: string;
  readonly source: string;
  readonly detailType: DetailType;
  /** The detail, parsed. */
  readonly detail: Detail;
  /** The detail as it was sent: a JSON string. */
  readonly detailJson: string;
  readonly resources: readonly string[];
  /** `YYYY-MM-DDThh:mm:ssZ`. */
  readonly time: string;
  /** The name of the bus; the ARN when it is in another account or region. */
  readonly bus: string;
  readonly region: string;
  readonly account: string;
  /** The X-Ray header that a target receives, when the entry or the request had a valid one. */
  readonly traceHeader?: string;
  /** The entry as it crossed the wire. */
  readonly entry: PutEventsEntry;
  /** The event as the target of a rule receives it. */
  readonly envelope: EventEnvelope<DetailType, Detail>;
  /** The names of the declared rules that it matched. */
  readonly matchedRules: readonly string[];
}

/**
 * An entry that is not an event yet, as a predicate of a fault sees it. Frozen all the way down.
 * @internal
 */
export interface EntryRecord {
  readonly id?: string | undefined;
  readonly source: string | undefined;
  readonly detailType: string | undefined;
  readonly detail: unknown;
  readonly detailJson: string | undefined;
  readonly resources: readonly (string | null)[];
  readonly time?: string | undefined;
  readonly bus: string;
  readonly region: string;
  readonly account: string;
  readonly traceHeader?: string | undefined;
  readonly entry: PutEventsEntry;
}

/** What a record is made of: the properties of `SentEntry` that it shows. */
interface Recorded extends EntryRecord {
  readonly matchedRules: readonly string[];
}

/**
 * An accepted event as the target of a rule receives it.
 * @internal
 */
export function toEnvelope(sent: Omit<EntryRecord, 'entry'>): EventEnvelope {
  const { id = '', source = '', detailType = '', time = '', region, account } = sent;
  // EventBridge accepts nothing but JSON objects, and no null among the resources.
  const detail = sent.detail as JsonObject;
  const resources = sent.resources as readonly string[];
  // Its detail and its resources are frozen already.
  return Object.freeze(envelopeOf({ id, source, detailType, time, region, account, resources }, detail));
}

/**
 * The record of an accepted event.
 * @internal
 */
export function toEventRecord(sent: Recorded): EventRecord {
  const envelope = toEnvelope(sent);
  return Object.freeze({
    id: envelope.id,
    source: envelope.source,
    detailType: envelope['detail-type'],
    detail: envelope.detail,
    detailJson: sent.detailJson ?? '',
    resources: envelope.resources,
    time: envelope.time,
    bus: sent.bus,
    region: envelope.region,
    account: envelope.account,
    ...(sent.traceHeader !== undefined && { traceHeader: sent.traceHeader }),
    entry: sent.entry,
    envelope,
    matchedRules: sent.matchedRules,
  });
}

/**
 * The record of an entry that EventBridge has not accepted.
 * @internal
 */
export function toEntryRecord(sent: EntryRecord): EntryRecord {
  const { source, detailType, detail, detailJson, resources, bus, region, account, traceHeader, entry } =
    sent;
  return freezeDeep({
    source,
    detailType,
    detail,
    detailJson,
    resources,
    bus,
    region,
    account,
    ...(traceHeader !== undefined && { traceHeader }),
    entry,
  });
}
