import { toValueTest } from './value-test.js';

/** A value that is equal only to itself, in JSON as in JavaScript. */
export type Scalar = string | number | boolean | null;

/** How many values are collected: more do not make a search more precise. */
const MAX_VALUES = 8;

/** The first plain values somewhere inside, outside of conditions: an event that matches has each of them. */
export function plainValues(expected: unknown): readonly Scalar[] {
  const found: Scalar[] = [];
  collect(expected, found);
  return found;
}

function collect(expected: unknown, found: Scalar[]): void {
  if (found.length >= MAX_VALUES) return;
  if (isScalar(expected)) found.push(expected);
  else if (typeof expected !== 'object' || expected === null) return;
  else if (toValueTest(expected) === undefined && !('toJSON' in expected))
    for (const inside of Object.values(expected)) collect(inside, found);
}

export function isScalar(value: unknown): value is Scalar {
  return (
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  );
}
