/**
 * Reading typed members out of parsed JSON as AWS's JSON front end does. The sentences were measured on Athena
 * (AWS JSON 1.1, the same front end); no recording of them on EventBridge is known.
 */

/** The front end cannot make the operation's input of the body; a body that is not JSON at all has no message. */
export class SerializationError extends Error {
  readonly reason: string | undefined;

  constructor(reason: string | undefined) {
    super(reason ?? 'the body is not JSON');
    this.reason = reason;
  }
}

/** Parses a body. Not JSON, nothing, `null` and bare values are refused without a message. */
export function readBody(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SerializationError(undefined);
  }
  if (Array.isArray(value)) throw new SerializationError('Start of list found where not expected');
  if (typeof value !== 'object' || value === null) throw new SerializationError(undefined);
  return value as Record<string, unknown>;
}

/** A text member; `null` counts as absent. */
export function stringMember(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw new SerializationError(notA(value, 'a String'));
}

/** A list member; `null` counts as absent. */
export function listMember(value: unknown): readonly unknown[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value;
  throw new SerializationError('Expected list or null');
}

/** A structure inside a list. */
export function structure(value: unknown): Record<string, unknown> | null {
  if (value === null) return null;
  if (Array.isArray(value)) throw new SerializationError('Start of list found where not expected');
  if (typeof value !== 'object') throw new SerializationError('Expected null');
  return value as Record<string, unknown>;
}

/**
 * A timestamp in epoch seconds. The JS SDK lets a `Time` given as a text through unchanged; AWS's answer to one is
 * not known, and refusing it is inferred: a publisher that sends one must not look right here.
 */
export function timestampMember(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return value;
  throw new SerializationError(notA(value, 'milliseconds since epoch'));
}

function notA(value: unknown, wanted: string): string {
  if (Array.isArray(value)) return 'Start of list found where not expected';
  if (typeof value === 'object') return 'Start of structure or map found where not expected.';
  return `${typeof value === 'boolean' ? String(value).toUpperCase() : typeof value === 'number' ? 'NUMBER' : 'STRING'}_VALUE can not be converted to ${wanted}`;
}
