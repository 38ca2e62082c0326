import { describe, expect, test } from '@jest/globals';
import { matches } from 'fake-eventbridge';
import { verdictOf } from '../../verdict-of';

describe.each([1, 6, 7, 8, 31, 32, 33, 40])('a pattern of %d fields', (length) => {
  const names = Array.from({ length }, (_, n) => `field${n}`);
  const asked = Object.fromEntries(names.map((name, n) => [name, [n]]));
  const event = Object.fromEntries(names.map((name, n) => [name, n]));
  const last = `field${length - 1}`;

  test('matches an event that has all of them, in any order, and any others', () => {
    expect(verdictOf(asked, event)).toBe(true);
    expect(verdictOf(asked, { other: 1, ...event, more: { field0: 'x' } })).toBe(true);
    expect(verdictOf(asked, Object.fromEntries(Object.entries(event).reverse()))).toBe(true);
  });

  test('matches no event that lacks one, or has another value', () => {
    for (const name of [names[0] ?? '', last]) {
      expect(verdictOf(asked, { ...event, [name]: -1 })).toBe(false);
      expect(verdictOf(asked, { ...event, [name]: undefined })).toBe(false);
      expect(verdictOf(asked, { ...event, [name]: undefined, [`${name}x`]: event[name] })).toBe(false);
    }
  });

  test('knows a name that is written with escapes', () => {
    expect(matches(asked, JSON.stringify(event).replaceAll('field', '\\u0066ield'))).toBe(true);
  });

  test('takes any of the values of a name that an event has twice', () => {
    const twice = (one: number, other: number) =>
      JSON.stringify({ ...event, [last]: one }).replace(/\}$/, `,"${last}":${other}}`);

    expect(matches(asked, twice(length - 1, -1))).toBe(true);
    expect(matches(asked, twice(-1, length - 1))).toBe(true);
    expect(matches(asked, twice(-1, -1))).toBe(false);
  });
});

test('an empty name beside many others', () => {
  const names = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`f${n}`, [n]]));
  const event = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`f${n}`, n]));

  expect(verdictOf({ a: { ...names, '': ['x'] } }, { a: { ...event, '': 'x' } })).toBe(false);
  expect(verdictOf({ a: { ...names, '': [{ exists: false }] } }, { a: { ...event, '': 'x' } })).toBe(true);
});

describe('an empty name', () => {
  test.each<[object, object, boolean]>([
    [{ '': ['x'] }, { '': 'x' }, true],
    [{ '': ['x'] }, { '': 'y' }, false],
    [{ a: { '': { b: ['x'] } } }, { a: { '': { b: 'x' } } }, true],
    [{ a: { '': { b: ['x'] } } }, { a: { b: 'x' } }, false],
    // AWS's engine drops empty names at the end of a path, and so never looks there.
    [{ a: { '': ['x'] } }, { a: { '': 'x' } }, false],
    [{ a: { '': { '': ['x'] } } }, { a: { '': { '': 'x' } } }, false],
    [{ '': { '': ['x'] } }, { '': { '': 'x' } }, false],
    [{ a: { '': ['x'] }, b: { '': { c: ['y'] } } }, { a: { '': 'x' }, b: { '': { c: 'y' } } }, true],
  ])('%j: %j', (asked, event, verdict) => {
    expect(verdictOf(asked, event)).toBe(verdict);
  });
});
