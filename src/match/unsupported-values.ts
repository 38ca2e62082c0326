import { wrongUse } from '../base/errors.js';
import { toValueTest } from './value-test.js';

/**
 * Looks everywhere inside for what no detail can be compared with. Where no event is there to be asked about, nobody
 * would notice a promise; and what JSON cannot write would hold for nothing, or, like a `Map`, for everything.
 * @throws {FakeEventBridgeError} when it finds some
 */
export function refuseUnsupported(value: unknown, method: string, seen = new Set<unknown>()): void {
  if (typeof value === 'function' && value.constructor.name === 'AsyncFunction') throw asyncPredicate(method);
  const odd = notInJson(value);
  if (odd !== undefined) {
    throw wrongUse(
      `${method}: there is ${odd[0]} in the match, and JSON, in which events are sent, has none. ${odd[1]}`,
    );
  }
  if (typeof value !== 'object' || value === null || seen.has(value) || toValueTest(value) !== undefined)
    return;
  seen.add(value);
  for (const inside of Object.values(value)) refuseUnsupported(inside, method, seen);
}

/** What to say of a predicate that answers with a promise. */
export function asyncPredicate(method: string): Error {
  return wrongUse(
    `${method}: the predicate is async: it answers with a promise, which would count as true for every event. Await what it needs before, and give a predicate that returns true or false.`,
  );
}

/** What a value is that JSON has no form for, and what to write instead. */
function notInJson(value: unknown): readonly [what: string, instead: string] | undefined {
  if (typeof value === 'bigint') return [`a bigint, ${value}n,`, 'Give a number, or a predicate.'];
  if (typeof value === 'symbol') return ['a symbol', 'Give the text that is sent, or a predicate.'];
  // Of any realm: a runner's sandbox has classes of its own.
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (!['Map', 'Set', 'WeakMap', 'WeakSet', 'Promise'].includes(kind) || hasJson(value)) return undefined;
  if (kind === 'Promise') return ['a promise', 'Await it before.'];
  return [
    `a ${kind}`,
    `Give the object or the list that is sent${kind === 'Map' ? ', such as Object.fromEntries(map)' : ''}.`,
  ];
}

function hasJson(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'toJSON' in value;
}
