/** A request that shows a behaviour, and what comes back. `{bus}` is replaced by the bus that is there. */
export interface Exchange {
  readonly operation: string;
  /** The body as it is sent. */
  readonly body: string;
  /** Headers that differ from those of the SDK. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether it has to be sent without a signature, which a client with credentials cannot do. */
  readonly isUnsigned?: true;
  readonly answer: Answer;
}

/** What comes back. */
export interface Answer {
  readonly status: number;
  /** The whole body, ids of events written as `EVENT_ID`; absent when any will do. */
  readonly body?: string;
  /** Names of headers that are there. */
  readonly headers?: readonly string[];
}

/** How a response is compared. */
export interface Received {
  readonly status: number;
  readonly body: string;
  readonly headers: readonly string[];
}

/** The id of an event in the body of an answer. */
export const EVENT_ID = '<event id>';

const AN_EVENT_ID = /"EventId":"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g;

interface Entry {
  readonly Time?: unknown;
  readonly Source?: unknown;
  readonly Resources?: unknown;
  readonly DetailType?: unknown;
  readonly Detail?: unknown;
  readonly EventBusName?: unknown;
  readonly TraceHeader?: unknown;
}

/** An entry that is accepted; name what matters. Nobody's rules match its source. */
export function entry(properties: Entry = {}): Entry {
  return {
    Source: 'fake-eventbridge.verify',
    DetailType: 'Verify',
    Detail: '{}',
    EventBusName: '{bus}',
    ...properties,
  };
}

/** `PutEvents` with some entries. */
export function puts(entries: readonly (Entry | null)[], answer: Answer): Exchange {
  return sends(JSON.stringify({ Entries: entries }), answer);
}

/** `PutEvents` with a body of its own. */
export function sends(body: string, answer: Answer): Exchange {
  return { operation: 'PutEvents', body, answer };
}

/** `TestEventPattern`. */
export function asks(EventPattern: string | undefined, Event: string | undefined, answer: Answer): Exchange {
  return { operation: 'TestEventPattern', body: JSON.stringify({ EventPattern, Event }), answer };
}

/** The whole request fails. */
export function refuses(code: string, message?: string, status = 400): Answer {
  return { status, body: JSON.stringify({ __type: code, message }) };
}

/** The framework's constraints refuse the request. */
export function violates(...violations: readonly string[]): Answer {
  const count = violations.length === 1 ? '1 validation error' : `${violations.length} validation errors`;
  return refuses('ValidationException', `${count} detected: ${violations.join('; ')}`);
}

/** One violation in the framework's words; the value is printed as it is given. */
export function violation(value: string, path: string, constraint: string): string {
  return `Value ${value} at '${path}' failed to satisfy constraint: ${constraint}`;
}

type Result = 'accepted' | readonly [code: string, message: string];

/** 200 with a result for each entry. */
export function results(...all: readonly Result[]): Answer {
  const Entries = all.map((result) =>
    result === 'accepted' ? { EventId: EVENT_ID } : { ErrorCode: result[0], ErrorMessage: result[1] },
  );
  const FailedEntryCount = all.filter((result) => result !== 'accepted').length;
  return { status: 200, body: JSON.stringify({ Entries, FailedEntryCount }) };
}

/** The verdict of `TestEventPattern`. */
export function verdict(Result: boolean): Answer {
  return { status: 200, body: JSON.stringify({ Result }) };
}

/** The body of a request to a bus of this name. */
export function bodyFor({ body }: Exchange, bus: string): string {
  return body.replaceAll('{bus}', bus);
}

/** How an answer differs from the one in the table, a line for each difference. */
export function differences({ answer }: Exchange, received: Received, bus: string): string[] {
  const lines: string[] = [];
  if (received.status !== answer.status) {
    lines.push(`status: expected ${answer.status}, received ${received.status}`);
  }
  const expected = answer.body?.replaceAll('{bus}', bus);
  const body = received.body.replace(AN_EVENT_ID, `"EventId":"${EVENT_ID}"`);
  if (expected !== undefined && body !== expected) lines.push(...bodyDifferences(expected, body));
  for (const name of answer.headers ?? []) {
    if (!received.headers.includes(name)) lines.push(`headers: expected ${name}, which is not there`);
  }
  return lines;
}

function bodyDifferences(expected: string, received: string): string[] {
  const [wanted, given] = [parsed(expected), parsed(received)];
  const lines = ['__type', 'message'].flatMap((key) => {
    const [want, got] = [wanted[key], given[key]];
    const name = key === '__type' ? 'code' : key;
    return want === got ? [] : [`${name}: expected ${shown(want)}, received ${shown(got)}`];
  });
  return lines.length > 0 ? lines : [`body: expected ${cut(expected)}, received ${cut(received)}`];
}

function parsed(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function shown(value: unknown): string {
  return value === undefined ? 'none' : cut(JSON.stringify(value));
}

function cut(text: string): string {
  return text.length > 400 ? `${text.slice(0, 400)}… (${text.length} characters)` : text;
}
