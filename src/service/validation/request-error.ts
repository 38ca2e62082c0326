import { busNameViolations } from '../event-bus.js';
import type { Limits, PutEventsEntry, PutEventsInput, RequestError } from '../put-events-types.js';
import { entryAsJava, listAsJava } from './java-text.js';
import { joined, lengthViolations, patternViolation, violation } from './violations.js';

const MAX_TRACE_HEADER = 500;
const MAX_RESOURCE = 2048;
const MAX_ENDPOINT_ID = 50;
const ENDPOINT_ID = '^[A-Za-z0-9\\-]+[\\.][A-Za-z0-9\\-]+$';
const ENDPOINT_ID_PATTERN = new RegExp(ENDPOINT_ID);

/** A `Time` counts as this many bytes, however it is written. */
const TIME_BYTES = 14;

/**
 * The error for a whole request: the framework's constraints first, then the size of all entries together. A request
 * whose entries all fail is not one of these. In a recording AWS answers it with 200 and a count, although its
 * documentation says that such a request fails.
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

/**
 * What the API framework refuses before the service sees the request. AWS joins several: "N validation errors detected:
 * <first>; <second>" (recorded on the same service with three of them).
 * @returns the message of the `ValidationException`, or `undefined` when the request is in order
 */
function violationsOf(input: PutEventsInput, limits: Limits): string | undefined {
  const violations = entriesViolations(input.entries, limits);
  if (input.endpointId !== undefined) violations.push(...endpointIdViolations(input.endpointId));
  return violations.length === 0 ? undefined : joined(violations);
}

function entriesViolations(entries: PutEventsInput['entries'], limits: Limits): string[] {
  if (entries === undefined) return [violation(null, 'entries', 'Member must not be null')];
  const violations = listViolations(entries, limits);
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index];
    if (entry && hasConstraints(entry))
      violations.push(...entryViolations(entry, `entries.${index + 1}.member`));
  }
  return violations;
}

/** The constraints that `Entries` breaks as a whole; AWS prints every entry in each of these (recorded for more than ten). */
function listViolations(entries: readonly (PutEventsEntry | null)[], { maxEntries }: Limits): string[] {
  const broken: string[] = [];
  if (entries.length < 1) broken.push('Member must have length greater than or equal to 1');
  if (entries.length > maxEntries) broken.push(`Member must have length less than or equal to ${maxEntries}`);
  if (entries.includes(null)) broken.push('Member must satisfy constraint: [Member must not be null]');
  if (broken.length === 0) return broken;
  const printed = listAsJava(entries.map((entry) => entry && entryAsJava(entry)));
  return broken.map((constraint) => violation(printed, 'entries', constraint));
}

/** The framework constrains these properties only; most entries have none of them. */
function hasConstraints({ EventBusName, TraceHeader, Resources }: PutEventsEntry): boolean {
  return EventBusName !== undefined || TraceHeader !== undefined || Resources !== undefined;
}

function entryViolations(entry: PutEventsEntry, path: string): string[] {
  const { EventBusName: busName, TraceHeader: traceHeader, Resources: resources } = entry;
  const violations: string[] = [];
  if (resources?.some((resource) => resource !== null && resource.length > MAX_RESOURCE)) {
    // The framework prints every constraint of an item. Their order is inferred.
    const constraint = `Member must satisfy constraint: [Member must have length less than or equal to ${MAX_RESOURCE}, Member must have length greater than or equal to 0]`;
    violations.push(violation(listAsJava(resources), `${path}.resources`, constraint));
  }
  if (busName !== undefined) violations.push(...busNameViolations(busName, `${path}.eventBusName`));
  if (traceHeader !== undefined) {
    violations.push(...lengthViolations(traceHeader, `${path}.traceHeader`, 1, MAX_TRACE_HEADER));
  }
  return violations;
}

function endpointIdViolations(endpointId: string): string[] {
  const violations = lengthViolations(endpointId, 'endpointId', 1, MAX_ENDPOINT_ID);
  return ENDPOINT_ID_PATTERN.test(endpointId)
    ? violations
    : [patternViolation(endpointId, 'endpointId', ENDPOINT_ID), ...violations];
}

/**
 * Whether a request is over the limit. Its size by AWS's formula: 14 bytes for a `Time`, and the UTF-8 bytes of the
 * source, the detail type, the detail and each resource. The bus name and the trace header do not count.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html#eb-putevent-size
 */
function isOverSize(entries: readonly (PutEventsEntry | null)[], maxBytes: number): boolean {
  // Most requests are so small that they need no counting: no character takes more than three bytes.
  let characters = 0;
  for (let index = 0; index < entries.length; index++) characters += charactersIn(entries[index]);
  if (3 * characters <= maxBytes) return false;
  let bytes = 0;
  for (const entry of entries) if (entry !== null) bytes += entrySize(entry);
  return bytes > maxBytes;
}

/** Three times as many as these are at least the bytes of the entry. */
function charactersIn(entry: PutEventsEntry | null | undefined): number {
  if (!entry) return 0;
  const { Source, DetailType, Detail, Resources, Time } = entry;
  let characters = Time === undefined ? 0 : TIME_BYTES;
  if (Source !== undefined) characters += Source.length;
  if (DetailType !== undefined) characters += DetailType.length;
  if (Detail !== undefined) characters += Detail.length;
  if (Resources !== undefined) for (const resource of Resources) characters += resource?.length ?? 0;
  return characters;
}

/** The size of an entry in bytes, by the same formula. */
function entrySize({ Source, DetailType, Detail, Resources, Time }: PutEventsEntry): number {
  let size = Time === undefined ? 0 : TIME_BYTES;
  size += utf8Length(Source) + utf8Length(DetailType) + utf8Length(Detail);
  if (Resources !== undefined) for (const resource of Resources) size += utf8Length(resource);
  return size;
}

function utf8Length(text: string | null | undefined): number {
  return text ? Buffer.byteLength(text, 'utf8') : 0;
}
