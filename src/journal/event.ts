import { freezeDeep, type JsonObject } from '../base/json.js';
import type { EventView } from '../match/event-view.js';
import { envelopeOf } from '../service/envelope.js';
import type { AcceptedEvent, PutEventsEntry } from '../service/put-events-types.js';
import type { EventRecord } from './records.js';

/** An accepted event in the journal. It becomes a frozen record only when somebody wants to see it. */
export class JournalEvent implements EventView {
  readonly accepted: AcceptedEvent;
  readonly entry: PutEventsEntry;
  readonly matchedRules: readonly string[];
  #detail: JsonObject | undefined;
  #record: EventRecord | undefined;

  constructor(accepted: AcceptedEvent, entry: PutEventsEntry, matchedRules: readonly string[]) {
    this.accepted = accepted;
    this.entry = entry;
    this.matchedRules = matchedRules;
  }

  get id() {
    return this.accepted.id;
  }

  get source() {
    return this.accepted.source;
  }

  get detailType() {
    return this.accepted.detailType;
  }

  get detailText() {
    return this.accepted.detailText;
  }

  /** Parsed when it is first asked for: most events of a long run never are. */
  get detail(): JsonObject {
    // The service has let nothing but JSON objects through.
    this.#detail ??= freezeDeep(JSON.parse(this.accepted.detailText) as JsonObject);
    return this.#detail;
  }

  get resources() {
    return this.accepted.resources;
  }

  get time() {
    return this.accepted.time;
  }

  get bus() {
    return this.accepted.bus;
  }

  get region() {
    return this.accepted.region;
  }

  get account() {
    return this.accepted.account;
  }

  get traceHeader() {
    return this.accepted.traceHeader;
  }

  /** The event as a test reads it: the same frozen object each time. */
  get record(): EventRecord {
    this.#record ??= this.#makeRecord();
    return this.#record;
  }

  #makeRecord(): EventRecord {
    const { id, source, detailType, detailText, resources, time, bus, region, account, traceHeader } =
      this.accepted;
    const { detail } = this;
    return freezeDeep({
      id,
      source,
      detailType,
      detail,
      detailText,
      resources,
      time,
      bus,
      region,
      account,
      ...(traceHeader !== undefined && { traceHeader }),
      entry: this.entry,
      envelope: envelopeOf(this.accepted, detail),
      matchedRules: this.matchedRules,
    });
  }
}
