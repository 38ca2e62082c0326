import { describe, expect, test } from '@jest/globals';
import { verdictOf } from '../../verdict-of';

const asRegExp = (wildcard: string) => new RegExp(`^${wildcard.split('*').join('.*')}$`, 's');

/** All strings of `a` and `b` up to a length. */
const stringsUpTo = (length: number): string[] =>
  Array.from({ length: length + 1 }, (_, long) => long).flatMap((long) =>
    Array.from({ length: 2 ** long }, (_, bits) =>
      Array.from({ length: long }, (_, i) => ((bits >> i) & 1 ? 'b' : 'a')).join(''),
    ),
  );

/** The strings of which the wildcard and its regular expression say different things. */
function disputed(wildcard: string, strings: readonly string[]): string[] {
  const asked = { a: [{ wildcard }] };
  const expression = asRegExp(wildcard);
  return strings.filter((string) => verdictOf(asked, { a: string }) !== expression.test(string));
}

describe('a wildcard matches the strings that its regular expression matches', () => {
  test.each(['*', 'a*', '*a', 'a*a', '*a*', '*ab*', 'ab*ba', '*aa*b', '*ab*ab', '*b*a*b*'])(
    '%s',
    (wildcard) => {
      expect(disputed(wildcard, stringsUpTo(6))).toEqual([]);
    },
  );

  // Strings that begin again within themselves, as long as those that are searched for at every position, and longer.
  test.each(['aabaac', 'ababcabd', 'aabcaabd'])('%s, over and over', (piece) => {
    for (const length of [15, 16, 17, 24]) {
      const part = piece.repeat(12).slice(0, length);
      const strings = stringsUpTo(4).flatMap((filler) => [
        `b${filler}${part}${filler}a`,
        `b${part.slice(0, -1)}${filler}${part}a`,
        `b${part.slice(0, -1)}${filler}${part.slice(1)}a`,
        `b${piece.repeat(3)}${filler}${part}`,
      ]);
      expect(disputed(`b*${part}*a`, strings)).toEqual([]);
    }
  });

  test('the end is not taken for a part as well', () => {
    expect(verdictOf({ a: [{ wildcard: 'ab*ba' }] }, { a: 'aba' })).toBe(false);
    expect(verdictOf({ a: [{ wildcard: '*ab*b' }] }, { a: 'ab' })).toBe(false);
    expect(verdictOf({ a: [{ wildcard: `*${'abcdefgh'.repeat(3)}*h` }] }, { a: 'abcdefgh'.repeat(3) })).toBe(
      false,
    );
  });
});
