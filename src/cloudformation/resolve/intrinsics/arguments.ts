import { describeValue } from '../../../base/describe-value.js';
import { Unresolved } from '../unresolved.js';

const MAX_SHOWN = 80;

/** @throws {Unresolved} when the argument of a function is not an array */
export function arrayArgument(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Unresolved(`${name} needs an array, not ${describeArgument(value)}.`);
}

/** @throws {Unresolved} when the argument of a function is not a string */
export function stringArgument(value: unknown, name: string): string {
  if (typeof value === 'string') return value;
  throw new Unresolved(`${name} needs a string, not ${describeArgument(value)}.`);
}

/** A value that becomes part of a string. @throws {Unresolved} when it is an object or an array */
export function printableArgument(value: unknown, name: string): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return stringArgument(value, name);
}

/** Long strings are cut, objects and arrays are not written out: a hostile template could fill the report with them. */
export function describeArgument(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value).slice(0, 3).map(describeArgument);
    return keys.length === 0 ? 'an empty object' : `an object with ${keys.join(', ')}`;
  }
  const isLong = typeof value === 'string' && value.length > MAX_SHOWN;
  return isLong ? `${JSON.stringify(value.slice(0, MAX_SHOWN))}…` : describeValue(value);
}
