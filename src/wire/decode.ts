/**
 * Reads typed input out of the body of a request as AWS's JSON front end does. The sentences were measured on Athena
 * (AWS JSON 1.1, the same front end); no recording of them on EventBridge is known.
 */
import { isObject } from '../base/json.js';
import type { PutEventsEntry, PutEventsInput } from '../service/put-events-types.js';

/** The front end cannot read the operation's input from the body. A body that is not JSON at all has no message. */
export class SerializationError extends Error {
  readonly reason: string | undefined;

  constructor(reason: string | undefined) {
    super(reason ?? 'the body is not JSON');
    this.reason = reason;
  }
}

/**
 * The input of `PutEvents`. Properties that the API does not know are ignored, `null` ones are absent.
 * @throws {SerializationError} when a property has another type than the API's
 */
export function decodePutEvents(body: string): PutEventsInput {
  const { Entries, EndpointId } = parseBody(body);
  const entries = asArray(Entries)?.map(toEntry);
  const endpointId = asString(EndpointId);
  return {
    ...(entries !== undefined && { entries }),
    ...(endpointId !== undefined && { endpointId }),
  };
}

/**
 * The input of `TestEventPattern`.
 * @throws {SerializationError} as `decodePutEvents` does
 */
export function decodeTestEventPattern(body: string) {
  const { EventPattern, Event } = parseBody(body);
  return { eventPattern: asString(EventPattern), event: asString(Event) };
}

/** Not JSON, an empty body, `null` and bare values are refused without a message. */
function parseBody(body: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new SerializationError(undefined);
  }
  if (Array.isArray(value)) throw new SerializationError('Start of list found where not expected');
  if (!isObject(value)) throw new SerializationError(undefined);
  return value;
}

function toEntry(value: unknown): PutEventsEntry | null {
  if (value === null) return null;
  if (Array.isArray(value)) throw new SerializationError('Start of list found where not expected');
  if (!isObject(value)) throw new SerializationError('Expected null');
  return isEntry(value) ? (value as PutEventsEntry) : copyEntry(value);
}

/** Whether an object is an entry as it stands: known properties of the right types alone. Most are, and need no copy. */
function isEntry(value: Record<string, unknown>): boolean {
  for (const key in value) {
    const property = value[key];
    switch (key) {
      case 'Source':
      case 'DetailType':
      case 'Detail':
      case 'EventBusName':
      case 'TraceHeader':
        if (typeof property !== 'string') return false;
        break;
      case 'Time':
        if (typeof property !== 'number') return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The properties in the order of AWS's model. */
function copyEntry(value: Record<string, unknown>): PutEventsEntry {
  const entry: Mutable<PutEventsEntry> = {};
  const time = asTimestamp(value['Time']);
  if (time !== undefined) entry.Time = time;
  const source = asString(value['Source']);
  if (source !== undefined) entry.Source = source;
  const resources = asArray(value['Resources']);
  if (resources !== undefined) entry.Resources = resources.map((resource) => asString(resource) ?? null);
  const detailType = asString(value['DetailType']);
  if (detailType !== undefined) entry.DetailType = detailType;
  const detail = asString(value['Detail']);
  if (detail !== undefined) entry.Detail = detail;
  const busName = asString(value['EventBusName']);
  if (busName !== undefined) entry.EventBusName = busName;
  const traceHeader = asString(value['TraceHeader']);
  if (traceHeader !== undefined) entry.TraceHeader = traceHeader;
  return entry;
}

/** `null` counts as absent. */
function asString(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw new SerializationError(notConvertible(value, 'a String'));
}

/** `null` counts as absent. */
function asArray(value: unknown): readonly unknown[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value;
  throw new SerializationError('Expected list or null');
}

/**
 * A timestamp in epoch seconds. The JS SDK sends a `Time` given as a string unchanged; AWS's answer to one is not
 * known, and refusing it is inferred: a publisher that sends one must not look right here.
 */
function asTimestamp(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return value;
  throw new SerializationError(notConvertible(value, 'milliseconds since epoch'));
}

function notConvertible(value: unknown, wanted: string): string {
  if (Array.isArray(value)) return 'Start of list found where not expected';
  if (typeof value === 'object') return 'Start of structure or map found where not expected.';
  const kind = typeof value === 'boolean' ? String(value).toUpperCase() : typeof value;
  return `${kind.toUpperCase()}_VALUE can not be converted to ${wanted}`;
}
