import { wrongUse } from '../base/errors.js';
import { describeValue } from '../base/words/describe-value.js';
import { toValueTest } from './value-test.js';

type Path = readonly (string | number)[];

/**
 * Rejects values that no event can have, because JSON cannot represent them. A match with one would never hold, or,
 * like one with a `Map`, hold for every object.
 * @param path where the value is in the match
 * @throws {FakeEventBridgeError} when there is one
 */
export function refuseUnsupported(value: unknown, method: string, path: Path = []): void {
  check(value, method, path, []);
}

/** @param ancestors the objects that the value is inside of */
function check(value: unknown, method: string, path: Path, ancestors: readonly object[]): void {
  if (isAlwaysSupported(value)) return;
  if (typeof value === 'function') {
    checkFunction(value, method, path);
    return;
  }
  const unsupported = unsupportedValue(value);
  if (unsupported !== undefined) throw refused(method, path, ...unsupported);
  if (typeof value !== 'object' || toValueTest(value) !== undefined || 'toJSON' in value) return;
  if (ancestors.includes(value))
    throw refused(method, path, 'refers to an object that it is inside of', 'JSON has no cycles.');
  const inside = [...ancestors, value];
  if (Array.isArray(value)) {
    // With `entries`, holes come as undefined.
    for (const [index, item] of value.entries()) {
      if (item === undefined)
        throw refused(method, [...path, index], 'is undefined', 'JSON has null in its place. Expect null.');
      check(item, method, [...path, index], inside);
    }
    return;
  }
  for (const key of Object.keys(value)) {
    const child: unknown = Reflect.get(value, key);
    if (!isAlwaysSupported(child)) check(child, method, [...path, key], inside);
  }
}

function isAlwaysSupported(value: unknown): value is string | boolean | null | undefined {
  return typeof value === 'string' || typeof value === 'boolean' || value === null || value === undefined;
}

/** A constructor or a class would be called as a predicate: `String(value)` is true for nearly every value. */
function checkFunction(value: object, method: string, path: Path): void {
  if (Object.prototype.toString.call(value) === '[object AsyncFunction]') throw asyncPredicate(method);
  const source = Function.prototype.toString.call(value);
  const name = String(Reflect.get(value, 'name'));
  if (source.startsWith('class') || (source.includes('[native code]') && 'prototype' in value))
    throw refused(
      method,
      path,
      `is the class ${name}, which is not a predicate`,
      `To match any value of this type, write expect.any(${name}) or a predicate.`,
    );
}

/** The error of a predicate that returns a promise. */
export function asyncPredicate(method: string): Error {
  return wrongUse(
    `${method}: the predicate is async. It returns a promise, which counts as true for every event. Await what it needs first, and return true or false.`,
  );
}

/** What a value is that JSON cannot represent, and what to write instead. */
function unsupportedValue(value: unknown): readonly [what: string, instead: string] | undefined {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? undefined : [`is ${value}`, 'JSON has only finite numbers.'];
    case 'bigint':
      return [`is the bigint ${value}n`, 'JSON has no bigints. Expect a number, or use a predicate.'];
    case 'symbol':
      return ['is a symbol', 'JSON has no symbols. Expect the string that is sent.'];
    case 'object':
      return value === null ? undefined : unsupportedObject(value);
    default:
      return undefined;
  }
}

function unsupportedObject(value: object): readonly [what: string, instead: string] | undefined {
  // Of any realm: a runner's sandbox has classes of its own.
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  switch (kind) {
    case 'Date':
      return Number.isNaN(Number(value))
        ? ['is an invalid Date', 'Check how the Date is created.']
        : undefined;
    case 'Number':
    case 'String':
    case 'Boolean':
      return [`is a ${kind} object`, `Expect the ${kind.toLowerCase()} itself, without \`new\`.`];
  }
  if ('toJSON' in value || toValueTest(value) !== undefined) return undefined;
  if (kind === 'Promise') return ['is a promise', 'Await it first.'];
  if (kind === 'Map') return ['is a Map', 'JSON has no maps. Expect Object.fromEntries(map).'];
  if (kind === 'Set') return ['is a Set', 'JSON has no sets. Expect the array that is sent.'];
  return hasNothing(value)
    ? [`is ${describeValue(value)} without properties`, 'JSON writes {} for it, which matches every object.']
    : undefined;
}

/** Errors, buffers, iterators, instances of an empty class: whatever is in them, JSON does not write it. */
function hasNothing(value: object): boolean {
  if (Array.isArray(value) || Object.keys(value).length > 0) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== null && Object.getPrototypeOf(prototype) !== null;
}

function refused(method: string, path: Path, what: string, instead: string): Error {
  return wrongUse(`${method}: ${pathText(path)} ${what}. ${instead}`);
}

function pathText(path: Path): string {
  return path.length === 0
    ? 'the match'
    : path
        .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
        .join('');
}
