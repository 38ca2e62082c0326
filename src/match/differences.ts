import { isObject } from '../json.js';
import { conditionOf } from './conditions.js';
import type { Difference } from './difference.js';

type Path = readonly (string | number)[];

/**
 * Where a value is not what was expected. Objects are compared in part (what the expectation does not name may be
 * anything), lists as a whole, conditions by their own judgement, everything else as JSON would have it.
 * @param most stops after this many; `1` tells whether there is any
 */
export function differences(expected: unknown, actual: unknown, path: Path, most: number): Difference[] {
  const found: Difference[] = [];
  compare(expected, actual, path, most, found);
  return found;
}

function compare(expectation: unknown, actual: unknown, path: Path, most: number, found: Difference[]): void {
  if (found.length >= most) return;
  const condition = conditionOf(expectation);
  if (condition !== undefined) {
    if (!condition.test(actual)) {
      found.push({
        path,
        expected: expectation,
        actual,
        kind: 'condition',
        condition: condition.description,
      });
    }
    return;
  }
  const expected = asJson(expectation);
  if (expected === undefined) {
    if (actual !== undefined) found.push({ path, expected, actual, kind: 'unexpected' });
  } else if (actual === undefined) {
    found.push({ path, expected, actual, kind: 'missing' });
  } else if (Array.isArray(expected)) {
    compareLists(expected, actual, path, most, found);
  } else if (isObject(expected)) {
    if (!isObject(actual)) {
      found.push({ path, expected, actual, kind: 'type' });
      return;
    }
    for (const key of Object.keys(expected)) {
      const member = Object.hasOwn(actual, key) ? actual[key] : undefined;
      compare(expected[key], member, [...path, key], most, found);
    }
  } else if (expected !== actual) {
    found.push({ path, expected, actual, kind: typeof expected === typeof actual ? 'value' : 'type' });
  }
}

function compareLists(
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
  for (let i = 0; i < Math.min(expected.length, actual.length); i++) {
    compare(expected[i], actual[i], [...path, i], most, found);
  }
  if (expected.length !== actual.length && found.length < most) {
    found.push({ path, expected, actual, kind: 'length' });
  }
}

/** A value as `JSON.stringify` would take it: dates and other classes say what they are in JSON. */
function asJson(value: unknown): unknown {
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
