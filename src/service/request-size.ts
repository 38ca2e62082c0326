import type { PutEventsEntry } from './put-events-types.js';

/** A `Time` counts as this many bytes, however it is written. */
const TIME_BYTES = 14;

/**
 * The size of a request by AWS's formula: 14 bytes for a `Time`, and the UTF-8 bytes of the source, the detail type,
 * the detail and each resource. The bus name and the trace header do not count.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html#eb-putevent-size
 */
export function requestSize(entries: readonly PutEventsEntry[]): number {
  let bytes = 0;
  for (const entry of entries) bytes += entrySize(entry);
  return bytes;
}

/** The size of one entry, in bytes, by the same formula. */
function entrySize(entry: PutEventsEntry): number {
  let bytes = entry.Time === undefined ? 0 : TIME_BYTES;
  bytes += utf8Length(entry.Source) + utf8Length(entry.DetailType) + utf8Length(entry.Detail);
  for (const resource of entry.Resources ?? []) bytes += utf8Length(resource);
  return bytes;
}

function utf8Length(text: string | null | undefined): number {
  return text ? Buffer.byteLength(text, 'utf8') : 0;
}
