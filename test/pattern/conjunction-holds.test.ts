import { describe, expect, test } from '@jest/globals';
import { CompiledPattern } from '../../src/pattern/compiled-pattern';
import { conjunctionHolds } from '../../src/pattern/conjunction-holds';
import { Findings, type Scope } from '../../src/pattern/findings';
import { pathTree } from '../../src/pattern/paths';
import { walkEvent } from '../../src/pattern/walk-event';

/** How often matching looks into an element of a list, or into the event itself. */
function looks(asked: object, event: object): number {
  const { paths, conjunctions } = new CompiledPattern(JSON.stringify(asked));
  const conditions = paths.map((_, leaf) => conjunctions.flat().filter((one) => one.leaf === leaf));
  const findings = new Findings(conditions);
  walkEvent(event, pathTree(paths), findings);
  let count = 0;
  const counted = (scope: Scope) => {
    const { satisfied } = scope;
    Object.defineProperty(scope, 'satisfied', {
      get: () => {
        count++;
        return satisfied;
      },
    });
    for (const list of scope.lists) list.elements.forEach(counted);
  };
  counted(findings.root);
  for (const conjunction of conjunctions) conjunctionHolds(conjunction, findings.root);
  return count;
}

describe('each element is looked at once for each branch of the pattern', () => {
  const items = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ x: i, y: i, z: { u: [{ v: i }, { w: i }] } }));

  test.each<[string, number, object]>([
    ['two fields', 1, { a: { x: [-1], y: [-2] } }],
    ['all that match but one', 1, { a: { x: [{ exists: true }], y: [-1] } }],
    ['a list in a list', 3, { a: { x: [{ exists: true }], z: { u: { v: [5], w: [5] } } } }],
    ['exists: false', 1, { a: { x: [{ exists: false }, -1], y: [7], z: [{ exists: false }] } }],
    ['$or', 2, { a: { x: [{ exists: true }], $or: [{ y: [-1] }, { y: [-2] }] } }],
  ])('%s', (_, each, asked) => {
    for (const count of [100, 1000]) {
      const branches = '$or' in (asked as { a: object }).a ? 2 : 1;
      expect(looks(asked, { a: items(count) })).toBeLessThanOrEqual(each * count + branches);
    }
  });

  test('lists in lists are one list', () => {
    expect(looks({ a: { x: [-1], y: [-2] } }, { a: [[[items(100)]], [items(100)]] })).toBe(201);
  });
});
