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
  const left: object[] = [];
  let next: unknown = value;
  do {
    if (isFreezable(next)) {
      Object.freeze(next);
      if (Array.isArray(next)) {
        for (const item of next) if (isFreezable(item)) left.push(item);
      } else {
        for (const key in next) {
          const child = (next as Record<string, unknown>)[key];
          if (isFreezable(child)) left.push(child);
        }
      }
    }
    next = left.pop();
  } while (next !== undefined);
  return value;
}

function isFreezable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Object.isFrozen(value);
}
