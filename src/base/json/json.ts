/** Any value that JSON can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object, as the `Detail` of every event is one. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/**
 * Whether a value is an object with keys: neither `null` nor an array.
 * @internal
 */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Freezes a JSON value all the way down. Works through a stack of what is left instead of calling itself, so that
 * a detail of a thousand levels cannot exhaust the stack.
 * @internal
 */
export function freezeDeep<T>(value: T): T {
  const left: unknown[] = [value];
  for (let next = left.pop(); next !== undefined || left.length > 0; next = left.pop()) {
    if (typeof next !== 'object' || next === null || Object.isFrozen(next)) continue;
    Object.freeze(next);
    for (const child of Object.values(next)) {
      if (typeof child === 'object' && child !== null) left.push(child);
    }
  }
  return value;
}
