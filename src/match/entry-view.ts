import type { PutEventsEntry } from '../service/put-events-types.js';
import type { EventView } from './event-view.js';

/** An entry on its way, seen as the event that it would become. */
export class EntryView implements EventView {
  readonly entry: PutEventsEntry;
  readonly bus: string;
  #detail: unknown;
  #isParsed = false;

  constructor(entry: PutEventsEntry, bus: string) {
    this.entry = entry;
    this.bus = bus;
  }

  get source() {
    return this.entry.Source;
  }

  get detailType() {
    return this.entry.DetailType;
  }

  get detailText() {
    return this.entry.Detail;
  }

  get resources() {
    return this.entry.Resources ?? [];
  }

  get traceHeader() {
    return this.entry.TraceHeader;
  }

  get detail(): unknown {
    if (!this.#isParsed) {
      this.#isParsed = true;
      try {
        this.#detail = JSON.parse(this.entry.Detail ?? '');
      } catch {
        // An entry whose detail is no JSON has none that a match could look into.
      }
    }
    return this.#detail;
  }
}
