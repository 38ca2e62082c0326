import { expect, test } from '@jest/globals';
import { describeCoverage } from '../../../src/explore/search/coverage';

test.each([
  [
    [
      { depth: 1, explored: 148, total: 148, pruned: 0 },
      { depth: 2, explored: 310, total: 310, pruned: 2904 },
    ],
    'depth 1 complete: 148 of 148; depth 2: 310 of 310 classes, 2,904 combinations pruned (same shape)',
  ],
  [
    [
      { depth: 1, explored: 148, total: 148, pruned: 0 },
      { depth: 2, explored: 7, total: 310, pruned: 1234567 },
    ],
    'depth 1 complete: 148 of 148; depth 2 incomplete: 7 of 310 classes, 1,234,567 combinations pruned (same shape)',
  ],
  [[{ depth: 1, explored: 3, total: 148, pruned: 0 }], 'depth 1 incomplete: 3 of 148'],
])('a report says what was explored of what: %j', (depths, text) => {
  expect(describeCoverage({ runs: 500, isComplete: true, depths })).toBe(text);
});
