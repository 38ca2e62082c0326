import { describe, expect, test } from '@jest/globals';
import { matches } from 'fake-eventbridge';
import { CompiledPattern } from '../../../src/pattern/compiled-pattern';
import { Prefilter } from '../../../src/pattern/matching/prefilter';
import { verdictOf } from '../verdict-of';

describe('a field outside of arrays', () => {
  test.each<[string, object, boolean]>([
    ['a string', { a: { b: 'x' } }, true],
    ['another string', { a: { b: 'y' } }, false],
    ['a number', { a: { b: 7 } }, true],
    ['another number', { a: { b: 8 } }, false],
    ['true', { a: { b: true } }, true],
    ['false', { a: { b: false } }, false],
    ['null', { a: { b: null } }, true],
    ['an object', { a: { b: { c: 'x' } } }, false],
    ['an array', { a: { b: ['x'] } }, true],
    ['nothing', { a: {} }, false],
    ['nothing at all', {}, false],
    ['a string where an object should be', { a: 'b' }, false],
    ['null where an object should be', { a: null }, false],
    ['an array where an object should be', { a: [{ b: 'x' }] }, true],
  ])('%s', (_, event, verdict) => {
    expect(verdictOf({ a: { b: ['x', 7, true, null] } }, event)).toBe(verdict);
  });

  test('what JavaScript gives every object and array is not a field of an event', () => {
    for (const field of ['constructor', 'toString', '__proto__'])
      expect(verdictOf({ [field]: [{ exists: true }] }, { a: 1 })).toBe(false);
    expect(verdictOf({ a: { length: [1] } }, { a: ['x'] })).toBe(false);
    expect(verdictOf({ a: { length: [1] } }, { a: 'x' })).toBe(false);
  });

  test('numbers that JSON does not have are null', () => {
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(matches({ a: [null] }, { a: number })).toBe(true);
      expect(matches({ a: [{ exists: true }] }, { a: number })).toBe(true);
      expect(matches({ a: [{ numeric: ['>', 0] }] }, { a: number })).toBe(false);
    }
  });
});

describe('a name with dots is another way to the same field', () => {
  test.each<[object, boolean]>([
    [{ 'a.b.c': 'x' }, true],
    [{ a: { 'b.c': 'x' } }, true],
    [{ 'a.b': { c: 'x' } }, true],
    [{ a: { b: { c: 'y' } }, 'a.b.c': 'x' }, true],
    [{ a: { b: { c: 'y' }, 'b.c': 'x' } }, true],
    [{ a: { b: { c: 'y' } }, 'a.b': { c: 'x' } }, true],
    [{ a: { b: { c: 'y' } }, 'a.b.d': 'x' }, false],
    [{ a: { b: { c: 'y' } }, 'b.c': 'x' }, false],
    [{ a: { b: { c: 'y' } }, abc: 'x' }, false],
    [{ a: { b: { c: 'y' }, 'a.b': { c: 'x' } } }, false],
  ])('%j', (event, verdict) => {
    expect(verdictOf({ a: { b: { c: ['x'] } } }, event)).toBe(verdict);
  });
});

describe('branches of $or', () => {
  const asked = { source: ['s'], $or: [{ a: ['x'], b: [1] }, { c: { d: ['y'] } }] };

  test.each<[object, boolean]>([
    [{ source: 's', a: 'x', b: 1 }, true],
    [{ source: 's', c: { d: 'y' } }, true],
    [{ source: 's', a: 'x', b: 2, c: { d: 'y' } }, true],
    [{ source: 's', a: 'x', b: 2 }, false],
    [{ source: 's', a: 'x' }, false],
    [{ source: 's', b: 1 }, false],
    [{ source: 't', a: 'x', b: 1, c: { d: 'y' } }, false],
    [{ a: 'x', b: 1 }, false],
    [{ source: ['s'], a: 'x', b: 1 }, true],
    [{ source: ['t', 's'], c: { d: ['z', 'y'] } }, true],
    [{ source: ['t'], c: { d: 'y' } }, false],
  ])('%j', (event, verdict) => {
    expect(verdictOf(asked, event)).toBe(verdict);
  });
});

describe('a field that has to be absent', () => {
  test.each<[object, boolean]>([
    [{ b: 'x' }, true],
    [{ b: 'x', a: { d: 1 } }, true],
    [{ b: 'x', a: { c: 1 } }, false],
    [{ b: 'x', 'a.c': 1 }, false],
    [{ b: 'x', a: [{ d: 1 }] }, true],
    [{ b: 'x', a: [{ c: 1 }] }, false],
  ])('%j', (event, verdict) => {
    expect(verdictOf({ a: { c: [{ exists: false }] }, b: ['x'] }, event)).toBe(verdict);
  });
});

describe('without a walk through the event', () => {
  /** The verdict of the prefilter alone; `undefined` when it takes a walk. */
  const quickly = (asked: object, event: unknown) => {
    const { conjunctions, paths } = new CompiledPattern(JSON.stringify(asked));
    return new Prefilter(conjunctions, paths).verdict(event);
  };
  const asked = { source: ['s'], detail: { total: [7], isPaid: [true], note: [null] } };
  const event = { source: 's', detail: { total: 7, isPaid: true, note: null } };

  test('an event matches whose values all match', () => {
    expect(quickly(asked, event)).toBe(true);
    expect(quickly(asked, { ...event, other: [1, 2] })).toBe(true);
    expect(quickly({ a: [null] }, { a: Number.NaN })).toBe(true);
    expect(quickly({ a: [false] }, { a: false })).toBe(true);
  });

  test('an event does not match of which one value does not', () => {
    expect(quickly(asked, { ...event, source: 't' })).toBe(false);
    for (const part of [{ total: 8 }, { isPaid: false }, { note: 'x' }, { note: true }, { isPaid: null }])
      expect(quickly(asked, { ...event, detail: { ...event.detail, ...part } })).toBe(false);
    expect(quickly({ a: { b: { c: [1] } } }, { a: { b: { c: 2 } } })).toBe(false);
  });

  test('arrays, absent fields and objects take a walk', () => {
    expect(quickly(asked, { ...event, source: ['s'] })).toBeUndefined();
    expect(quickly(asked, { ...event, detail: [event.detail] })).toBeUndefined();
    expect(quickly(asked, { source: 's' })).toBeUndefined();
    expect(quickly(asked, { ...event, source: {} })).toBeUndefined();
    expect(quickly({ '': ['x'] }, { '': 'y' })).toBeUndefined();
    for (const other of [5, 'x', null, [], undefined]) expect(quickly(asked, other)).toBeUndefined();
  });

  test.each([{ 'a.b.c': 1 }, { 'a.b': {} }, { a: { b: { c: 2 }, 'b.c': 1 } }])(
    'a name with dots that may lead to another value takes one: %j',
    (part) => {
      expect(quickly({ a: { b: { c: [1] } } }, { a: { b: { c: 2 } }, ...part })).toBeUndefined();
    },
  );

  test('names with dots that lead elsewhere do not', () => {
    for (const part of [{ 'b.c': 1 }, { 'a.c': 1 }, { 'a.b.d': 1 }, { abc: 1 }])
      expect(quickly({ a: { b: { c: [1] } } }, { a: { b: { c: 2 } }, ...part })).toBe(false);
  });

  test.each([
    [16, true],
    [17, undefined],
    [900, undefined],
  ])('a path of %d names: %s', (length, quick) => {
    const nested = (value: unknown) =>
      Array.from({ length }).reduce<unknown>((inside) => ({ a: inside }), value) as object;

    expect(quickly(nested([1]), nested(1))).toBe(quick);
    expect(verdictOf(nested([1]), nested(1))).toBe(true);
    expect(verdictOf(nested([1]), nested(2))).toBe(false);
  });

  test('of the branches of $or one has to match', () => {
    const either = { source: ['s'], $or: [{ a: [1], b: [2] }, { c: [3] }] };

    expect(quickly(either, { source: 's', a: 1, b: 2 })).toBe(true);
    expect(quickly(either, { source: 's', c: 3 })).toBe(true);
    expect(quickly(either, { source: 't', c: 3 })).toBe(false);
    expect(quickly(either, { source: 's', a: 1, b: 3 })).toBeUndefined();
    expect(quickly(either, { source: 's' })).toBeUndefined();
    expect(quickly(either, { source: ['s'], c: 3 })).toBeUndefined();
  });
});
