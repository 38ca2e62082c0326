import { freezeDeep } from '../base/json/json.js';
import { busName, type Origin } from './event-bus.js';
import { type EntryRecord, type EventRecord, toEntryRecord, toEventRecord } from './event-record.js';
import type { EntryAcceptance, EntryError, EntryResult, PutEventsEntry } from './put-events-types.js';

const NO_RESOURCES: readonly string[] = Object.freeze([]);
const NO_RULES: readonly string[] = Object.freeze([]);

/** The detail was not parsed yet. */
const UNPARSED: unique symbol = Symbol('unparsed');

/**
 * An entry that crossed the wire, made once for each entry of a request. Every room above sees it as this one object:
 * on its way, and as the event that EventBridge made of it.
 */
export class SentEntry {
  /** The entry as it was read. Code of the test sees `entry` instead, which is frozen. */
  readonly raw: PutEventsEntry;
  /** Its index in the request. */
  readonly index: number;
  /** Where the request was sent to. */
  readonly origin: Origin;
  /** The name of its bus; the ARN when it is in another account or region. */
  readonly bus: string;
  /** What EventBridge decided about it, once it has. Written by the journal. */
  result: EntryResult | undefined;
  /** The names of the rules that matched it. Written when the event is dispatched to the rules. */
  matchedRules = NO_RULES;
  #detail: unknown = UNPARSED;
  #isFrozen = false;
  #isServed = false;
  #record: EventRecord | undefined;

  constructor(raw: PutEventsEntry, index: number, origin: Origin) {
    this.raw = raw;
    this.index = index;
    this.origin = origin;
    this.bus = busName(raw.EventBusName, origin);
  }

  get source(): string | undefined {
    return this.raw.Source;
  }

  get detailType(): string | undefined {
    return this.raw.DetailType;
  }

  get detailJson(): string | undefined {
    return this.raw.Detail;
  }

  /** Frozen: code of the test may see it. */
  get resources(): readonly (string | null)[] {
    const { Resources = NO_RESOURCES } = this.raw;
    return Object.freeze(Resources);
  }

  get region(): string {
    return this.origin.region;
  }

  get account(): string {
    return this.origin.account;
  }

  /** The event id, once EventBridge has accepted it. */
  get id(): string | undefined {
    return this.accepted?.id;
  }

  get time(): string | undefined {
    return this.accepted?.time;
  }

  get traceHeader(): string | undefined {
    const { result } = this;
    return result === undefined || result.error !== undefined ? this.raw.TraceHeader : result.traceHeader;
  }

  get accepted(): EntryAcceptance | undefined {
    const { result } = this;
    return result === undefined || result.error !== undefined ? undefined : result;
  }

  get error(): EntryError | undefined {
    return this.result?.error;
  }

  /** The entry as it crossed the wire, frozen: code of the test may see it. */
  get entry(): PutEventsEntry {
    return freezeDeep(this.raw);
  }

  /** The detail, parsed at most once as long as the request is served; `undefined` when it is not JSON. */
  get parsedDetail(): unknown {
    if (this.#detail === UNPARSED) this.#detail = parse(this.raw.Detail);
    return this.#detail;
  }

  /** The detail, parsed and frozen: code of the test may see it. */
  get detail(): unknown {
    if (!this.#isFrozen) {
      freezeDeep(this.parsedDetail);
      this.#isFrozen = true;
    }
    return this.#detail;
  }

  /** As a test reads it: the same frozen object each time once it is an event. */
  get record(): EventRecord | EntryRecord {
    return this.accepted === undefined ? toEntryRecord(this) : this.eventRecord;
  }

  /** The record of an event that EventBridge accepted. */
  get eventRecord(): EventRecord {
    this.#record ??= toEventRecord(this);
    return this.#record;
  }

  /** Its request is over: from now on, a parsed detail need not be kept. */
  endRequest(): void {
    this.#isServed = true;
    if (!this.#isFrozen) this.#detail = UNPARSED;
  }

  /**
   * Drops a parsed detail that code of the test has not seen: kept for every event, it would be most of a long journal.
   * As long as the request is served, it stays, because the next step needs it as well.
   */
  releaseDetail(): void {
    if (this.#isServed && !this.#isFrozen) this.#detail = UNPARSED;
  }
}

function parse(detail: string | undefined): unknown {
  try {
    return detail === undefined ? undefined : JSON.parse(detail);
  } catch {
    return undefined;
  }
}
