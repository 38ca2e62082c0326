import { describe, expect, test } from '@jest/globals';
import { matches, pattern } from 'fake-eventbridge';

describe('hostile input', () => {
  test('nested deeply: events at any depth, patterns as deep as AWS reads them', () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    expect(matches('{"b":[1]}', `{"x":${deep},"b":1}`)).toBe(true);
    const lists = (inner: string) => `{"a":${'['.repeat(50_000)}${inner}${']'.repeat(50_000)}}`;
    expect(matches({ a: ['x'] }, JSON.parse(lists('"x"')))).toBe(true);
    const asked = { a: { b: [1], c: [2] } };
    for (const event of [lists('{"b":1,"c":2}'), JSON.parse(lists('{"b":1,"c":2}'))])
      expect(matches(asked, event)).toBe(true);
    expect(matches(asked, lists('{"b":1},{"c":2}'))).toBe(false);
    const nested = (levels: number) => `${'{"a":'.repeat(levels)}[1]${'}'.repeat(levels)}`;
    expect(matches(nested(999), nested(999))).toBe(true);
    const tooDeep =
      'Document nesting depth (1001) exceeds the maximum allowed (1000, from `StreamReadConstraints.getMaxNestingDepth()`)';
    expect(() => pattern(nested(1000))).toThrow(tooDeep);
    expect(() => pattern('{"a":'.repeat(100_000))).toThrow(tooDeep);
    expect(() => pattern(JSON.parse(nested(100_000)))).toThrow(tooDeep);
  });

  // That each element is looked at once is counted in conjunction-holds.test.ts.
  test('of a megabyte and more: wildcards, lists, names with dots', () => {
    const text = 'a'.repeat(1_000_000);
    expect(matches({ a: [{ wildcard: '*aaaaaab*' }] }, { a: text })).toBe(false);
    expect(matches({ a: [{ wildcard: '*a*x*a*c' }] }, { a: text })).toBe(false);
    const items = Array.from({ length: 10_000 }, (_, i) => ({ x: i, y: i, z: { u: [{ v: i }, { w: i }] } }));
    const event = { a: items, b: 1 };
    for (const asked of [
      { a: { x: [1], y: [2] } },
      { a: { x: [{ exists: true }], y: [{ exists: true }], z: { u: { v: [5], w: [5] } } } },
      { a: { x: [{ exists: false }, -1], y: [7] } },
      { a: { x: [3], y: [{ exists: false }] } },
      { a: { x: [{ numeric: ['>=', 0] }], $or: [{ y: [-1] }, { y: [-2] }, { z: { u: { v: [-1] } } }] } },
    ]) {
      expect(matches(asked, event)).toBe(false);
      expect(matches(asked, JSON.stringify(event))).toBe(false);
    }
    expect(matches({ 'a.x': [9999], a: { y: [9999] }, b: [1] }, event)).toBe(true);
    expect(matches({ a: { x: [1], y: [1] } }, { 'a.x': items, a: items })).toBe(true);
  });
});
