import { describe, expect, test } from '@jest/globals';
import { matches } from 'fake-eventbridge';
import { naivelyMatches } from '../naive-matcher';
import { verdictOf } from '../verdict-of';

describe('where a name with dots is a second source of a path, with arrays under it', () => {
  const items = [{ b: 1, c: 2 }, { b: 1, c: 9 }, { b: 8, c: 2 }, { b: 1 }, { c: 2 }, { d: 3 }];
  const lists = [[], ...items.flatMap((one) => [[one], ...items.map((other) => [one, other])])];
  const patterns = [
    { a: { b: [1], c: [2] } },
    { a: { b: [1], c: [{ exists: false }] } },
    { a: { b: [{ exists: false }], c: [2] } },
    { a: { b: [1], c: [2], d: [3] } },
    { a: { b: [1], c: [2] }, e: [5] },
  ];

  test.each(patterns)('%j', (asked) => {
    const verdicts = new Set<boolean>();
    const disputed: object[] = [];
    for (const list of lists) {
      for (const part of [{ 'a.b': 1 }, { 'a.b': 8 }, { 'a.c': [2, 9] }, { 'a.d': [{ x: 1 }, 3] }]) {
        for (const event of [
          { a: list, e: 5, ...part },
          { a: [list, list[0] ?? {}], e: [5], ...part },
        ]) {
          const expected = naivelyMatches(asked as never, event as never);
          if (verdictOf(asked, event) !== expected) disputed.push(event);
          verdicts.add(expected);
        }
      }
    }
    expect(disputed).toEqual([]);
    expect(verdicts).toEqual(new Set([true, false]));
  });

  test('elements of arrays in arrays go together as far out as they share one', () => {
    const asked = { a: { b: { c: [1], d: [2] }, e: [3] } };
    const event = (c: number, d: number, e: number, other: object) => ({
      'a.x': 1,
      a: [{ b: [{ c, d }, other], e }],
    });
    expect(verdictOf(asked, event(1, 2, 3, {}))).toBe(true);
    expect(verdictOf(asked, event(1, 9, 3, { d: 2 }))).toBe(false);
    expect(verdictOf(asked, { ...event(1, 9, 3, { d: 2 }), 'a.b.d': 2 })).toBe(true);
    expect(verdictOf(asked, { ...event(1, 2, 9, {}), 'a.e': [3] })).toBe(true);
  });
});

describe.each([2, 40])('a name that an event has twice, of %d fields', (length) => {
  const names = Array.from({ length }, (_, n) => `f${n}`);
  const last = names.at(-1) ?? '';
  /** The last field has an array, and the others a value. */
  const asked = Object.fromEntries(names.map((name) => [name, name === last ? { b: [1], c: [2] } : [0]]));
  const eventWith = (...lists: object[]) => {
    const others = names.slice(0, -1).map((name) => `"${name}":0`);
    return `{${[...others, ...lists.map((list) => `"${last}":${JSON.stringify(list)}`)].join()}}`;
  };

  test('has two arrays, whose elements go together', () => {
    expect(matches(asked, eventWith([{ b: 1 }], [{ c: 2 }]))).toBe(true);
    expect(matches(asked, eventWith([{ b: 1, c: 9 }], [{ b: 8, c: 2 }]))).toBe(true);
    expect(matches(asked, eventWith([{ b: 1 }], [{ c: 9 }]))).toBe(false);
  });

  test('has one array, whose elements do not', () => {
    expect(matches(asked, eventWith([{ b: 1 }, { c: 2 }]))).toBe(false);
    expect(matches(asked, eventWith([{ b: 1, c: 2 }]))).toBe(true);
  });
});
