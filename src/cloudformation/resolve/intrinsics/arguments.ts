import { describeArgument } from '../../describe-argument.js';
import { Unresolved } from '../unresolved.js';

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
