import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Conjunction, readPattern } from '../../../../src/pattern/language/read-pattern';
import { wildcardComplexity } from '../../../../src/pattern/language/wildcard/wildcard-complexity';

const LIMIT = 1000;
/** Beyond it a pattern is refused as soon as it is read. */
const MAX_COMPLEXITY = 10;

/** Patterns that are read one by one, so that none is refused together with the others. */
function complexityOf(...patterns: unknown[]): number {
  const read = patterns.flatMap((one) => {
    const [conjunction] = readPattern(JSON.stringify({ a: [one] })).conjunctions;
    return [...((conjunction as Conjunction).get('a') ?? [])];
  });
  return wildcardComplexity(read, LIMIT);
}

const wildcards = (...strings: string[]) => strings.map((wildcard) => ({ wildcard }));

/**
 * The same, tried out: every value over a few characters, state by state. A state is the set of prefixes that a value
 * matches; the prefixes of one pattern are strings, and its ends are one.
 */
function triedOut(patterns: readonly (readonly string[])[]): number {
  const unique = new Map(patterns.map((strings) => [[...new Set(strings)].sort().join(), strings]));
  const prefixes = [...unique.values()].flatMap((strings, pattern) =>
    strings.flatMap((string) => {
      const quoted = `"${string}"`;
      return [...quoted].map((_, i) => ({ pattern, prefix: quoted.slice(0, i + 1), quoted }));
    }),
  );
  const countOf = (value: string) => {
    const matched = prefixes.filter(({ prefix }) => fits(prefix, value));
    return new Set(
      matched.map(({ pattern, prefix, quoted }) => `${pattern} ${prefix === quoted ? 'end' : prefix}`),
    );
  };
  const seen = new Set<string>();
  let most = 0;
  for (const queue = ['"']; queue.length > 0; ) {
    const value = queue.pop() ?? '';
    const matched = countOf(value);
    // What is still possible depends on the prefixes alone, ends included by their whole strings.
    const state = prefixes
      .filter(({ prefix }) => fits(prefix, value))
      .map(({ pattern, prefix }) => `${pattern} ${prefix}`)
      .join('\n');
    if (seen.has(state)) continue;
    seen.add(state);
    most = Math.max(most, matched.size);
    for (const char of 'ab"') queue.push(value + char);
  }
  return most;
}

function fits(prefix: string, value: string): boolean {
  return new RegExp(`^${prefix.replaceAll('*', '.*')}$`, 's').test(value);
}

describe('how much of its wildcards one value of a field can match at once', () => {
  test.each<[string, number, unknown[]]>([
    ['each star, and each literal behind one', 7, wildcards('*x*x*x*')],
    ['a literal that ends like it begins', 7, wildcards('/home/*/etc/etc/etc/etc/etc/file')],
    ['a literal that does not', 2, wildcards('abc*def')],
    ['beginnings that exclude each other', 3, wildcards('x*xx', 'y*z', 'z*y')],
    ['the beginning that several have in common', 6, wildcards('ab*cd', 'ab*wx', 'ab*yz')],
    ['equal patterns once', 2, wildcards('ab*c', 'ab*c')],
    [
      'the same strings in another order once',
      2,
      [{ 'anything-but': { wildcard: ['a*b', 'a*c'] } }, { 'anything-but': { wildcard: ['a*c', 'a*b'] } }],
    ],
    ['literals that end alike, one of them much shorter', 4, wildcards('*aac', '*c')],
    ['no star at all', 1, wildcards('abc')],
    ['a string without wildcards does not count', 2, [...wildcards('a*b'), 'abc', { prefix: 'abc' }]],
    ['stars, their literals and their ends', 12, wildcards('*w*', '*x*', '*y*', '*z*')],
    [
      'one anything-but shares prefixes and ends',
      7,
      [{ 'anything-but': { wildcard: ['*w*', '*x*', '*y*', '*zz*'] } }],
    ],
    ['bytes that two characters have in common', 4, wildcards('*éa', '*èb')],
  ])('%s', (_, complexity, patterns) => {
    expect(complexityOf(...patterns)).toBe(complexity);
  });

  test('agrees with trying out', () => {
    const string = fc
      .array(fc.constantFrom('a', 'b', '*', 'aa', 'ab*'), { maxLength: 4 })
      .map((parts) => parts.join('').replace(/\*+/g, '*').slice(0, 6));
    const group = fc.array(string, { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 3 }), (groups) => {
        const patterns = groups.map((strings) => ({ 'anything-but': { wildcard: strings } }));
        const complexity = triedOut(groups);
        const isRefused =
          complexity > MAX_COMPLEXITY && groups.some((group) => triedOut([group]) > MAX_COMPLEXITY);
        if (isRefused) expect(() => complexityOf(...patterns)).toThrow('Rule is too complex');
        else expect(complexityOf(...patterns)).toBe(complexity);
      }),
      { numRuns: 300, examples: [[[['a*aaaa', '*aaaaa'], ['']]]] },
    );
  });

  test('counting stops at the limit, whatever the pattern', () => {
    const patterns = [
      ...wildcards(...Array.from({ length: 1000 }, (_, i) => `${i}*${i}`)),
      { wildcard: `x*${'x'.repeat(20_000)}` },
    ];
    expect(() => readPattern(JSON.stringify({ a: patterns }))).toThrow('Rule is too complex');
  });
});
