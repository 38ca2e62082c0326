import { expect, test } from '@jest/globals';
import { describeCoverage } from '../../../src/explore/search/coverage';

test.each([
  [
    [
      { depth: 1, explored: 148, total: 148, pruned: 0 },
      { depth: 2, explored: 310, total: 310, pruned: 2904 },
    ],
    '148 of 148 with 1 failure; 310 of 310 with 2 failures (2,904 similar combinations left out)',
  ],
  [
    [
      { depth: 1, explored: 148, total: 148, pruned: 0 },
      { depth: 2, explored: 7, total: 310, pruned: 1234567 },
    ],
    '148 of 148 with 1 failure; 7 of 310 with 2 failures, incomplete (1,234,567 similar combinations left out)',
  ],
  [[{ depth: 1, explored: 3, total: 148, pruned: 0 }], '3 of 148 with 1 failure, incomplete'],
])('a report says what was explored of what: %j', (depths, text) => {
  expect(describeCoverage({ runs: 500, isComplete: true, depths })).toBe(text);
});
