import { violationsOf } from './constraints.js';
import type { Limits, PutEventsEntry, PutEventsInput, RequestError } from './put-events-types.js';

/**
 * The error for a whole request: the framework's constraints first, then the size of all entries together.
 * A request whose entries all fail is not one of these: AWS was recorded to answer it with 200 and a count, although
 * its documentation says that such a request fails.
 */
export function requestErrorOf(input: PutEventsInput, limits: Limits): RequestError | undefined {
  const violations = violationsOf(input, limits);
  if (violations !== undefined) return validationError(violations);
  // "Total size of the entries in the request is over the limit." (recorded)
  return isOverSize(input.entries ?? [], limits.maxRequestBytes)
    ? validationError('Total size of the entries in the request is over the limit.')
    : undefined;
}

function validationError(message: string): RequestError {
  return { status: 400, code: 'ValidationException', message };
}

/** A `Time` counts as this many bytes, however it is written. */
const TIME_BYTES = 14;

/**
 * Whether a request is over the limit. Its size by AWS's formula: 14 bytes for a `Time`, and the UTF-8 bytes of the
 * source, the detail type, the detail and each resource. The bus name and the trace header do not count.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html#eb-putevent-size
 */
function isOverSize(entries: readonly (PutEventsEntry | null)[], maxBytes: number): boolean {
  // Most requests are so small that they need no counting: no character takes more than three bytes.
  let atMost = 0;
  for (const entry of entries) if (entry !== null) atMost += 3 * entrySize(entry, lengthOf);
  if (atMost <= maxBytes) return false;
  let bytes = 0;
  for (const entry of entries) if (entry !== null) bytes += entrySize(entry, utf8Length);
  return bytes > maxBytes;
}

/** The size of one entry by the same formula, its texts measured as asked. */
function entrySize(entry: PutEventsEntry, sizeOf: (text: string | null | undefined) => number): number {
  const { Source, DetailType, Detail, Resources, Time } = entry;
  let size = Time === undefined ? 0 : TIME_BYTES;
  size += sizeOf(Source) + sizeOf(DetailType) + sizeOf(Detail);
  if (Resources !== undefined) for (const resource of Resources) size += sizeOf(resource);
  return size;
}

function lengthOf(text: string | null | undefined): number {
  return text ? text.length : 0;
}

function utf8Length(text: string | null | undefined): number {
  return text ? Buffer.byteLength(text, 'utf8') : 0;
}
