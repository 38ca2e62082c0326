import { describe, expect, test } from '@jest/globals';
import { verdictOf } from '../../verdict-of';

const asRegExp = (wildcard: string) => new RegExp(`^${wildcard.split('*').join('.*')}$`, 's');

/** All strings of `a` and `b` up to a length. */
function* stringsUpTo(length: number): Generator<string> {
  for (let long = 0; long <= length; long++)
    for (let bits = 0; bits < 2 ** long; bits++)
      yield Array.from({ length: long }, (_, i) => ((bits >> i) & 1 ? 'b' : 'a')).join('');
}

describe('a wildcard matches the strings that its regular expression matches', () => {
  test.each(['*', 'a*', '*a', 'a*a', '*a*', '*ab*', 'ab*ba', '*aa*b', '*ab*ab', '*b*a*b*'])(
    '%s',
    (wildcard) => {
      const expression = asRegExp(wildcard);
      const asked = { a: [{ wildcard }] };
      for (const string of stringsUpTo(6))
        expect([string, verdictOf(asked, { a: string })]).toEqual([string, expression.test(string)]);
    },
  );

  // Strings that begin again within themselves, as long as those that are searched for at every position, and longer.
  test.each(['aabaac', 'ababcabd', 'aabcaabd'])('%s, over and over', (piece) => {
    for (const length of [15, 16, 17, 24]) {
      const part = piece.repeat(12).slice(0, length);
      const asked = { a: [{ wildcard: `b*${part}*a` }] };
      const expression = asRegExp(`b*${part}*a`);
      for (const filler of stringsUpTo(4)) {
        for (const string of [
          `b${filler}${part}${filler}a`,
          `b${part.slice(0, -1)}${filler}${part}a`,
          `b${part.slice(0, -1)}${filler}${part.slice(1)}a`,
          `b${piece.repeat(3)}${filler}${part}`,
        ])
          expect([string, verdictOf(asked, { a: string })]).toEqual([string, expression.test(string)]);
      }
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
