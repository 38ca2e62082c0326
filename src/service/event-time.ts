/** Whether a `Time` in epoch seconds names a moment at all. */
export function isEventTime(epochSeconds: number): boolean {
  return !Number.isNaN(new Date(epochSeconds * 1000).getTime());
}

/**
 * The `time` of an event: `YYYY-MM-DDThh:mm:ssZ`, UTC, the fraction dropped (recorded; dropped, not rounded, is
 * inferred). Without a `Time`, EventBridge takes the moment it received the entry.
 * @param epochSeconds the entry's `Time`
 * @param now when the request came in, in milliseconds since the epoch
 */
export function eventTime(epochSeconds: number | undefined, now: number): string {
  const second = Math.floor(epochSeconds ?? now / 1000);
  if (second !== lastSecond) {
    lastTime = `${new Date(second * 1000).toISOString().slice(0, -5)}Z`;
    lastSecond = second;
  }
  return lastTime;
}

// Events of one test mostly share their second, and writing a date out takes longer than everything around it.
let lastSecond = Number.NaN;
let lastTime = '';
