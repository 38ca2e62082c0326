import type { Limits } from '../service/put-events-types.js';

/**
 * AWS's front end cuts a body off at this many times the limit, with an empty 413. Where that happens since the limit
 * was raised is not known. A request within the limit cannot reach this size, even if each of its bytes is escaped.
 */
const TIMES_THE_LIMIT = 10;

/** What the limit does not count, at most: names of properties and buses, trace headers. It matters to tiny limits. */
const UNCOUNTED_BYTES_PER_ENTRY = 4096;

/** The longest body that is read at all. */
export function maxBodyBytes({ maxRequestBytes, maxEntries }: Limits): number {
  return TIMES_THE_LIMIT * maxRequestBytes + UNCOUNTED_BYTES_PER_ENTRY * maxEntries;
}
