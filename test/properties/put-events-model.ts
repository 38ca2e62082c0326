/**
 * What EventBridge answers to a body of `PutEvents`, written a second time from the facts alone (docs/fidelity.md). It
 * is slow and plain, without the shortcuts of the source, and imports none of it.
 */

/** The options that the model knows. */
export interface ModelLimits {
  readonly maxRequestBytes: number;
  readonly maxEntries: number;
  readonly maxDetailDepth: number;
}

/** An answer; ids of events are written as `EVENT_ID`. */
export interface ModelAnswer {
  readonly status: number;
  readonly body: string;
}

export const EVENT_ID = '<event id>';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Fields = { readonly [key: string]: Json };

class Refusal extends Error {
  readonly answer: ModelAnswer;

  constructor(code: string, message?: string) {
    super(code);
    this.answer = { status: 400, body: JSON.stringify({ __type: code, message }) };
  }
}

const STRINGS_OF_AN_ENTRY = ['Source', 'DetailType', 'Detail', 'EventBusName', 'TraceHeader'];
const ORDER_OF_THE_MODEL = [
  'Time',
  'Source',
  'Resources',
  'DetailType',
  'Detail',
  'EventBusName',
  'TraceHeader',
];

/** The answer to a body. */
export function modelAnswer(body: string, limits: ModelLimits): ModelAnswer {
  try {
    const { entries, endpointId } = deserialized(body);
    constrain(entries, endpointId, limits);
    if (sum(entries.map(sizeOf)) > limits.maxRequestBytes) {
      throw new Refusal('ValidationException', 'Total size of the entries in the request is over the limit.');
    }
    const Entries = entries.map((fields) => resultOf(fields, limits));
    const FailedEntryCount = Entries.filter((result) => 'ErrorCode' in result).length;
    return { status: 200, body: JSON.stringify({ Entries, FailedEntryCount }) };
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

/** Step 1: types. `null` is the same as absent, except as an entry and inside of resources. */
function deserialized(body: string) {
  const request = parsed(body);
  if (Array.isArray(request)) wrongType(LIST);
  if (!isObject(request)) wrongType();
  const list = present(request, 'Entries');
  if (list !== undefined && !Array.isArray(list)) wrongType('Expected list or null');
  const entries = list?.map((value: Json) => {
    if (value === null) return null;
    if (Array.isArray(value)) wrongType(LIST);
    if (!isObject(value)) wrongType('Expected null');
    for (const name of ORDER_OF_THE_MODEL) checkType(name, value);
    return value;
  });
  const endpointId = present(request, 'EndpointId');
  if (endpointId !== undefined) checkString(endpointId, 'a String');
  return { entries: entries as Fields[], endpointId: endpointId as string | undefined };
}

const LIST = 'Start of list found where not expected';

function wrongType(message?: string): never {
  throw new Refusal('SerializationException', message);
}

function checkType(name: string, fields: Fields): void {
  const value = present(fields, name);
  if (value === undefined) return;
  if (name === 'Time') {
    if (typeof value !== 'number') checkString(value, 'milliseconds since epoch', true);
  } else if (name === 'Resources') {
    if (!Array.isArray(value)) wrongType('Expected list or null');
    for (const item of value) if (item !== null) checkString(item, 'a String');
  } else if (STRINGS_OF_AN_ENTRY.includes(name)) checkString(value, 'a String');
}

function checkString(value: Json, wanted: string, stringsAreWrong = false): void {
  if (Array.isArray(value)) wrongType(LIST);
  if (typeof value === 'object') wrongType('Start of structure or map found where not expected.');
  if (typeof value === 'string' && !stringsAreWrong) return;
  const token = typeof value === 'boolean' ? String(value) : typeof value;
  wrongType(`${token.toUpperCase()}_VALUE can not be converted to ${wanted}`);
}

/** Step 2: the constraints of the framework, all of them in one message. */
function constrain(
  entries: readonly (Fields | null)[] | undefined,
  endpointId: string | undefined,
  limits: ModelLimits,
) {
  const broken: string[] = [];
  const breaks = (value: string, path: string, constraint: string) =>
    broken.push(`Value ${value} at '${path}' failed to satisfy constraint: ${constraint}`);
  const inRange = (value: string, path: string, [min, max]: [number, number]) => {
    if (value.length < min)
      breaks(`'${value}'`, path, `Member must have length greater than or equal to ${min}`);
    if (value.length > max)
      breaks(`'${value}'`, path, `Member must have length less than or equal to ${max}`);
  };
  const matches = (value: string, path: string, pattern: string) => {
    if (!new RegExp(`^(${pattern})$`).test(value))
      breaks(`'${value}'`, path, `Member must satisfy regular expression pattern: ${pattern}`);
  };

  if (entries === undefined) breaks('null', 'entries', 'Member must not be null');
  else {
    const printed = `'[${entries.map(java).join(', ')}]'`;
    const most = limits.maxEntries;
    if (entries.length === 0)
      breaks(printed, 'entries', 'Member must have length greater than or equal to 1');
    if (entries.length > most)
      breaks(printed, 'entries', `Member must have length less than or equal to ${most}`);
    if (entries.includes(null))
      breaks(printed, 'entries', 'Member must satisfy constraint: [Member must not be null]');
    entries.forEach((fields, index) => {
      const path = `entries.${index + 1}.member`;
      const resources = (fields && present(fields, 'Resources')) as (string | null)[] | undefined;
      if (resources?.some((resource) => (resource?.length ?? 0) > 2048))
        breaks(
          `'[${resources.map((resource) => String(resource)).join(', ')}]'`,
          `${path}.resources`,
          'Member must satisfy constraint: [Member must have length less than or equal to 2048, Member must have length greater than or equal to 0]',
        );
      const [bus, trace] = ['EventBusName', 'TraceHeader'].map((name) => fields && present(fields, name));
      if (typeof bus === 'string') {
        matches(bus, `${path}.eventBusName`, BUS);
        inRange(bus, `${path}.eventBusName`, [1, 1600]);
      }
      if (typeof trace === 'string') inRange(trace, `${path}.traceHeader`, [1, 500]);
    });
  }
  if (endpointId !== undefined) {
    matches(endpointId, 'endpointId', '^[A-Za-z0-9\\-]+[\\.][A-Za-z0-9\\-]+$');
    inRange(endpointId, 'endpointId', [1, 50]);
  }
  if (broken.length === 0) return;
  const errors = broken.length === 1 ? 'error' : 'errors';
  throw new Refusal(
    'ValidationException',
    `${broken.length} validation ${errors} detected: ${broken.join('; ')}`,
  );
}

const BUS = '(arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[\\.\\-_A-Za-z0-9]+';

function java(fields: Fields | null): string {
  if (fields === null) return 'null';
  const show = (name: string) => String(present(fields, name) ?? 'null');
  const resources = present(fields, 'Resources') as readonly Json[] | undefined;
  const list = resources === undefined ? 'null' : `[${resources.map(String).join(', ')}]`;
  return `PutEventsRequestEntry(time=${javaTime(present(fields, 'Time'))}, source=${show('Source')}, resources=${list}, detailType=${show('DetailType')}, detail=${show('Detail')}, eventBusName=${show('EventBusName')}, traceHeader=${show('TraceHeader')}, kmsKeyIdentifier=null, internalMetadata=null)`;
}

function javaTime(seconds: Json | undefined): string {
  if (seconds === undefined) return 'null';
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return String(seconds);
  const [, weekday, day, month, year, time] =
    /^(\w+), (\d+) (\w+) (-?\d+) (\S+) GMT$/.exec(date.toUTCString()) ?? [];
  return `${weekday} ${month} ${day} ${time} UTC ${year}`;
}

/** Step 3: the size, by the formula of the user guide. */
function sizeOf(fields: Fields): number {
  const strings = ['Source', 'DetailType', 'Detail'].map((name) => present(fields, name));
  const resources = (present(fields, 'Resources') ?? []) as readonly Json[];
  const bytes = [...strings, ...resources].map(
    (value) => new TextEncoder().encode(String(value ?? '')).length,
  );
  return sum(bytes) + (present(fields, 'Time') === undefined ? 0 : 14);
}

/** Step 4: the rules for each entry; the first that is broken is its error. */
function resultOf(fields: Fields, limits: ModelLimits) {
  const failed = (ErrorCode: string, ErrorMessage: string) => ({ ErrorCode, ErrorMessage });
  const invalid = (name: string, reason: string) =>
    failed('InvalidArgument', `Parameter ${name} is not valid. Reason: ${reason}`);
  const text = (name: string) => String(present(fields, name) ?? '');
  for (const name of ['Source', 'DetailType', 'Detail']) {
    if (text(name) === '') return invalid(name, `${name} is a required argument.`);
    if (name === 'DetailType' && text(name).length > 128)
      return invalid(name, 'DetailType must not be longer than 128 characters.');
  }
  if (/^aws\./.test(text('Source')))
    return failed('NotAuthorizedForSourceException', 'Not authorized for the source.');
  if (((present(fields, 'Resources') ?? []) as readonly Json[]).includes(null))
    return failed('InternalFailure', 'Internal Service Failure');
  const time = Number(present(fields, 'Time') ?? 0);
  if (!(Math.abs(time * 1000) <= 8.64e15)) return invalid('Time', 'Time is out of range.');
  if (!isGoodDetail(text('Detail'), limits.maxDetailDepth))
    return failed('MalformedDetail', 'Detail is malformed.');
  return { EventId: EVENT_ID };
}

function isGoodDetail(detail: string, maxDepth: number): boolean {
  let value: unknown;
  try {
    value = JSON.parse(detail);
  } catch {
    return false;
  }
  if (!isObject(value)) return false;
  const withoutStrings = detail.replace(/"(?:\\.|[^"\\])*"/gs, '');
  let depth = 0;
  for (const char of withoutStrings) {
    if (char === '{' || char === '[') depth++;
    if (char === '}' || char === ']') depth--;
    if (depth > maxDepth) return false;
  }
  const numbers = withoutStrings.match(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g) ?? [];
  return numbers.every((number) => {
    if (/[.eE]/.test(number)) return true;
    const digits = number.replace('-', '').padStart(19, '0');
    return (
      digits.length === 19 &&
      digits <= (number.startsWith('-') ? '9223372036854775808' : '9223372036854775807')
    );
  });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return wrongType();
  }
}

/** A property of its own that is not `null`. */
function present(fields: Fields, name: string): Json | undefined {
  return Object.hasOwn(fields, name) ? (fields[name] ?? undefined) : undefined;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
