import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maximumMatching } from '../../src/base/maximum-matching.js';

describe('a maximum bipartite matching', () => {
  test('is as large as one found by trying every way', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { maxLength: 6 }),
        (rows) => {
          const { ofLeft, ofRight } = maximumMatching({
            left: rows.length,
            right: 5,
            fits: (l, r) => rows[l]?.[r] === true,
          });
          const pairs = ofLeft.flatMap((r, l) => (r === undefined ? [] : [[l, r] as const]));
          for (const [l, r] of pairs) expect([rows[l]?.[r], ofRight[r]]).toEqual([true, l]);
          expect(pairs).toHaveLength(largest(rows, 0, new Set()));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('asks about each pair once, and only about candidates', () => {
    let asked = 0;
    const size = 300;
    const { ofLeft } = maximumMatching({
      left: size,
      right: size,
      fits: (l, r) => {
        asked++;
        return r >= size - 1 - l;
      },
    });
    expect(ofLeft).not.toContain(undefined);
    expect(asked).toBeLessThanOrEqual(size * size);
  });

  test('stops at the first one that fits nothing', () => {
    let asked = 0;
    const { isMaximum } = maximumMatching({ left: 500, right: 500, fits: () => ++asked < 0 }, true);
    expect({ isMaximum, asked }).toEqual({ isMaximum: false, asked: 500 });
  });
});

function largest(rows: readonly (readonly boolean[])[], from: number, taken: ReadonlySet<number>): number {
  const row = rows[from];
  if (row === undefined) return 0;
  const ways = row.flatMap((fits, r) =>
    fits && !taken.has(r) ? [1 + largest(rows, from + 1, new Set([...taken, r]))] : [],
  );
  return Math.max(largest(rows, from + 1, taken), ...ways);
}
