import { busExists } from './event-bus.js';
import type { EntryAcceptance } from './put-events-types.js';
import type { SentEntry } from './sent-entry.js';

/** What EventBridge knows of itself and of the moment at which a request came in. */
export interface Moment {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The `X-Amzn-Trace-Id` header of the request. */
  readonly traceHeader: string | undefined;
  /** Names and ARNs of the buses that exist beside `default`; `undefined` when every valid name exists. */
  readonly buses: ReadonlySet<string> | undefined;
  readonly times: EventTimes;
  readonly nextEventId: () => string;
}

/** Makes an event of an entry that nothing is wrong with. */
export function acceptEntry(entry: SentEntry, moment: Moment): EntryAcceptance {
  const { raw, bus, origin } = entry;
  return {
    id: moment.nextEventId(),
    time: moment.times.format(raw.Time, moment.now),
    isDropped: !busExists(bus, origin, moment.buses),
    traceHeader: traceHeaderOf(raw.TraceHeader, moment.traceHeader),
  };
}

/** Whether a `Time` in epoch seconds names a moment at all. */
export function isEventTime(epochSeconds: number): boolean {
  return !Number.isNaN(new Date(epochSeconds * 1000).getTime());
}

/**
 * The `time` of events: `YYYY-MM-DDThh:mm:ssZ`, UTC, the fraction dropped (recorded; dropped, not rounded, is
 * inferred). Without a `Time`, EventBridge takes the moment at which it received the entry.
 */
export class EventTimes {
  // The events of one test mostly share their second, and formatting a date takes longer than everything around it.
  #lastSecond = Number.NaN;
  #lastTime = '';

  /**
   * @param epochSeconds the entry's `Time`
   * @param now when the request came in, in milliseconds since the epoch
   */
  format(epochSeconds: number | undefined, now: number): string {
    const second = Math.floor(epochSeconds ?? now / 1000);
    if (second !== this.#lastSecond) {
      this.#lastTime = `${new Date(second * 1000).toISOString().slice(0, -5)}Z`;
      this.#lastSecond = second;
    }
    return this.#lastTime;
  }
}

/** `Root=1-<8 hex>-<24 hex>`, with or without the other fields of an X-Ray header. */
const X_RAY = /(?:^|;)\s*Root=1-[0-9a-f]{8}-[0-9a-f]{24}(?:;|$)/i;

/**
 * The trace header of an event: the entry's own goes before the `X-Amzn-Trace-Id` of the request. One that is not valid
 * is dropped silently, and the event is still processed.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-related-service-xray.html
 */
function traceHeaderOf(ofEntry: string | undefined, ofRequest: string | undefined): string | undefined {
  const header = ofEntry ?? ofRequest;
  return header !== undefined && X_RAY.test(header) ? header : undefined;
}
