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
