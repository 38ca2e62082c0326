/**
 * Reads typed input out of the body of a request as AWS's JSON front end does. The sentences were measured on Athena
 * (AWS JSON 1.1, the same front end); no recording of them on EventBridge is known.
 */
import { isObject } from '../base/json/json.js';
import type { PutEventsEntry, PutEventsInput, UnreadableProperty } from '../service/put-events-types.js';

/** The front end cannot read the operation's input from the body. A body that is not JSON at all has no message. */
export class SerializationError extends Error {
  readonly reason: string | undefined;
  readonly unreadable: UnreadableProperty | undefined;

  constructor(reason: string | undefined, unreadable?: UnreadableProperty) {
    super(reason ?? 'the body is not JSON');
    this.reason = reason;
    this.unreadable = unreadable;
  }
}

/**
 * The input of `PutEvents`. Properties that the API does not know are ignored, `null` ones are absent.
 * @throws {SerializationError} when a property has another type than the API's
 */
export function decodePutEvents(body: string): PutEventsInput {
  const { Entries, EndpointId } = parseBody(body);
  return {
    entries: asArray(Entries, 'Entries')?.map(toEntry),
    endpointId: asString(EndpointId, 'EndpointId'),
  };
}

/**
 * The input of `TestEventPattern`.
 * @throws {SerializationError} as `decodePutEvents` does
 */
export function decodeTestEventPattern(body: string) {
  const { EventPattern, Event } = parseBody(body);
  return { eventPattern: asString(EventPattern, 'EventPattern'), event: asString(Event, 'Event') };
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

function toEntry(value: unknown, index: number): PutEventsEntry | null {
  if (value === null) return null;
  if (!isObject(value)) {
    const reason = Array.isArray(value) ? 'Start of list found where not expected' : 'Expected null';
    throw new SerializationError(reason, {
      property: `Entries[${index}]`,
      expected: 'an object',
      received: value,
    });
  }
  return isEntry(value) ? (value as PutEventsEntry) : copyEntry(value, index);
}

/** Whether an object is already an entry: known properties of the right types alone. Most are, and need no copy. */
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
function copyEntry(value: Record<string, unknown>, index: number): PutEventsEntry {
  const entry: Mutable<PutEventsEntry> = {};
  const at = `Entries[${index}]`;
  const time = asTimestamp(value['Time'], `${at}.Time`);
  if (time !== undefined) entry.Time = time;
  const source = asString(value['Source'], `${at}.Source`);
  if (source !== undefined) entry.Source = source;
  const resources = asArray(value['Resources'], `${at}.Resources`);
  if (resources !== undefined)
    entry.Resources = resources.map((each) => asString(each, `${at}.Resources`) ?? null);
  const detailType = asString(value['DetailType'], `${at}.DetailType`);
  if (detailType !== undefined) entry.DetailType = detailType;
  const detail = asString(value['Detail'], `${at}.Detail`);
  if (detail !== undefined) entry.Detail = detail;
  const busName = asString(value['EventBusName'], `${at}.EventBusName`);
  if (busName !== undefined) entry.EventBusName = busName;
  const traceHeader = asString(value['TraceHeader'], `${at}.TraceHeader`);
  if (traceHeader !== undefined) entry.TraceHeader = traceHeader;
  return entry;
}

/** `null` counts as absent. */
function asString(value: unknown, property: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw new SerializationError(notConvertible(value, 'a String'), {
    property,
    expected: 'a string',
    received: value,
  });
}

/** `null` counts as absent. */
function asArray(value: unknown, property: string): readonly unknown[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value;
  throw new SerializationError('Expected list or null', {
    property,
    expected: 'an array',
    received: value,
  });
}

/**
 * A timestamp in epoch seconds. The JS SDK sends a `Time` given as a string unchanged. AWS's answer to one is not
 * known. It is refused (inferred), because a publisher that sends one must not look right here.
 */
function asTimestamp(value: unknown, property: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return value;
  throw new SerializationError(notConvertible(value, 'milliseconds since epoch'), {
    property,
    expected: 'a number of seconds',
    received: value,
  });
}

function notConvertible(value: unknown, wanted: string): string {
  if (Array.isArray(value)) return 'Start of list found where not expected';
  if (typeof value === 'object') return 'Start of structure or map found where not expected.';
  const kind = typeof value === 'boolean' ? String(value).toUpperCase() : typeof value;
  return `${kind.toUpperCase()}_VALUE can not be converted to ${wanted}`;
}
