import { isObject } from '../base/json/json.js';
import { lettersOf } from '../base/words/suggestion.js';
import type { Difference } from './difference.js';
import { toValueTest, type ValueTest } from './value-test.js';

type Path = readonly (string | number)[];

/**
 * The differences between an expected and an actual value. Objects are compared partially: properties that are not
 * expected may have any value. Arrays are compared as a whole, conditions by their own test, everything else as JSON
 * writes it.
 * @param most stops after this many; `1` finds out whether there is any
 */
export function differences(expected: unknown, actual: unknown, path: Path, most: number): Difference[] {
  const found: Difference[] = [];
  compare(expected, actual, path, most, found);
  return found;
}

function compare(expectation: unknown, actual: unknown, path: Path, most: number, found: Difference[]): void {
  if (found.length >= most) return;
  const condition = toValueTest(expectation);
  if (condition !== undefined) {
    if (!condition.test(actual)) found.push(...testDifferences(expectation, condition, actual, path, most));
    return;
  }
  const expected = asJson(expectation);
  if (expected === undefined) {
    if (actual !== undefined) found.push({ path, expected, actual, kind: 'unexpected' });
  } else if (actual === undefined) {
    found.push({ path, expected, actual, kind: 'missing' });
  } else if (Array.isArray(expected)) {
    compareArrays(expected, actual, path, most, found);
  } else if (isObject(expected)) {
    if (!isObject(actual)) {
      found.push({ path, expected, actual, kind: 'type' });
      return;
    }
    compareProperties(expected, actual, path, most, found);
  } else if (expected !== actual) {
    found.push({ path, expected, actual, kind: typeof expected === typeof actual ? 'value' : 'type' });
  }
}

/** Where a condition does not hold inside a value, if it can say so; else the path of the condition itself. */
export function testDifferences(
  expected: unknown,
  { explain }: ValueTest,
  actual: unknown,
  path: Path,
  most: number,
): Difference[] {
  const mismatches = most > 1 && isObject(actual) ? explain?.(actual) : undefined;
  if (mismatches === undefined || mismatches.length === 0) {
    return [{ path, expected, actual, kind: 'condition' }];
  }
  return mismatches.map(({ path: inside, expected, received, cause }) => ({
    path: [...path, ...inside.split('.').map((name) => (name === 'detail-type' ? 'detailType' : name))],
    expected,
    actual: parsed(received[0]),
    kind: 'condition',
    condition: expected,
    cause,
  }));
}

/** The value comes as JSON; of an array it is one item. */
function parsed(json: string | undefined): unknown {
  return json === undefined ? undefined : JSON.parse(json);
}

function compareProperties(
  expected: Record<string, unknown>,
  actual: Record<string, unknown>,
  path: Path,
  most: number,
  found: Difference[],
): void {
  let names: ReadonlyMap<string, string> | undefined;
  for (const key of Object.keys(expected)) {
    if (found.length >= most) return;
    const value = Object.hasOwn(actual, key) ? actual[key] : undefined;
    const before = found.length;
    compare(expected[key], value, [...path, key], most, found);
    const missing = found[before];
    if (missing === undefined || value !== undefined || most === 1) continue;
    names ??= namesByLetters(actual);
    // A property with the same letters: `orderID`, `order_id` for `orderId`.
    const near = names.get(lettersOf(key));
    if (near !== undefined) found[before] = { ...missing, near };
  }
}

/** The first property of each name, however it is written. */
function namesByLetters(object: object): ReadonlyMap<string, string> {
  return new Map(
    Object.keys(object)
      .reverse()
      .map((key) => [lettersOf(key), key]),
  );
}

function compareArrays(
  expected: readonly unknown[],
  actual: unknown,
  path: Path,
  most: number,
  found: Difference[],
): void {
  if (!Array.isArray(actual)) {
    found.push({ path, expected, actual, kind: 'type' });
    return;
  }
  if (expected.length !== actual.length) found.push({ path, expected, actual, kind: 'length' });
  for (let i = 0; i < Math.min(expected.length, actual.length); i++) {
    compare(expected[i], actual[i], [...path, i], most, found);
  }
}

/** A value as `JSON.stringify` takes it: dates and other classes say what they are in JSON. */
export function asJson(value: unknown): unknown {
  if (
    typeof value === 'object' &&
    value !== null &&
    'toJSON' in value &&
    typeof value.toJSON === 'function'
  ) {
    return (value as { toJSON(): unknown }).toJSON();
  }
  return value;
}
