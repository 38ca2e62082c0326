import { describe, expect, test } from '@jest/globals';
import { CompiledPattern } from '../../../src/pattern/compiled-pattern';
import { conjunctionHolds } from '../../../src/pattern/matching/conjunction-holds';
import { createPathTree } from '../../../src/pattern/matching/events/path-tree';
import { walkEvent } from '../../../src/pattern/matching/events/walk-event';
import { type Scope, ScopeRecorder } from '../../../src/pattern/matching/scope-recorder';
import { naivelyMatches } from '../naive-matcher';
import { verdictOf } from '../verdict-of';

/** How often matching looks into an element of an array, or into the event itself. */
function looks(asked: object, event: object): number {
  const { paths, conjunctions } = new CompiledPattern(JSON.stringify(asked));
  const fields = paths.map((_, leaf) => conjunctions.flat().filter((field) => field.leaf === leaf));
  const scopes = new ScopeRecorder(fields, fields.flat().length);
  walkEvent(event, createPathTree(paths), scopes);
  let count = 0;
  const counted = (scope: Scope) => {
    const { matched } = scope;
    Object.defineProperty(scope, 'matched', {
      get: () => {
        count++;
        return matched;
      },
    });
    for (const array of scope.arrays) array.elements.forEach(counted);
  };
  counted(scopes.root);
  for (const conjunction of conjunctions) conjunctionHolds(conjunction, scopes.root);
  return count;
}

describe('each element is looked at once for each branch of the pattern', () => {
  const items = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ x: i, y: i, z: { u: [{ v: i }, { w: i }] } }));

  test.each<[string, number, object]>([
    ['two fields', 1, { a: { x: [-1], y: [-2] } }],
    ['all that match but one', 1, { a: { x: [{ exists: true }], y: [-1] } }],
    ['an array in an array', 3, { a: { x: [{ exists: true }], z: { u: { v: [5], w: [5] } } } }],
    ['exists: false', 1, { a: { x: [{ exists: false }, -1], y: [7], z: [{ exists: false }] } }],
    ['$or', 2, { a: { x: [{ exists: true }], $or: [{ y: [-1] }, { y: [-2] }] } }],
  ])('%s', (_, each, asked) => {
    for (const count of [100, 1000]) {
      const branches = '$or' in (asked as { a: object }).a ? 2 : 1;
      expect(looks(asked, { a: items(count) })).toBeLessThanOrEqual(each * count + branches);
    }
  });

  test('arrays in arrays are one array', () => {
    expect(looks({ a: { x: [-1], y: [-2] } }, { a: [[[items(100)]], [items(100)]] })).toBe(201);
  });
});

describe('fields that may be absent, in arrays of arrays', () => {
  const inner = [{}, { c: 1 }, { c: 9 }, { d: 9 }, { c: 1, d: 1 }];
  const elements = [{}, { b: [] }, ...inner.flatMap((one) => [{ b: [one] }, { b: [one, { c: 9, d: 1 }] }])];
  const events = elements.flatMap((one) => [{ a: one }, ...elements.map((other) => ({ a: [one, other] }))]);
  const anyOf = [[1, { exists: false }], [{ exists: false }], [1]];

  test.each(anyOf.flatMap((c) => anyOf.map((d) => ({ a: { b: { c, d } } }))))(
    'agree with the naive matcher: %j',
    (asked) => {
      const disputed = [{ a: [] }, ...events].filter(
        (event) => verdictOf(asked, event) !== naivelyMatches(asked as never, event as never),
      );
      expect(disputed).toEqual([]);
    },
  );
});

test('an empty array lacks what has to be absent, whatever else has to', () => {
  const absent = [{ exists: false }];

  expect(verdictOf({ a: { b: absent, c: absent }, z: absent }, { a: [] })).toBe(true);
  expect(verdictOf({ a: { b: absent, c: absent }, z: absent }, { a: [], z: 1 })).toBe(false);
});
