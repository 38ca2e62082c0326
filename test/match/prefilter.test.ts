import { describe, expect, test } from '@jest/globals';
import { plainStrings, prefilter } from '../../src/match/prefilter.js';

describe('a first look at the text of a detail', () => {
  const mayHold = prefilter({ orderId: 'o-1', customer: { name: 'Ada' }, items: [{ sku: 'a' }], total: 1 });

  test('finds that a text is not in it', () => {
    expect(mayHold('{"orderId":"o-1","customer":{"name":"Ada"},"items":[{"sku":"a"}]}')).toBe(true);
    expect(mayHold('{"orderId":"o-2","customer":{"name":"Ada"},"items":[{"sku":"a"}]}')).toBe(false);
    expect(mayHold(undefined)).toBe(false);
  });

  test('does not decide where a text may be written in another way', () => {
    expect(mayHold('{"orderId":"\\u006f-1"}')).toBe(true);
    expect(prefilter({ name: 'Zo\u00eb' })('{"name":"x"}')).toBe(true);
    expect(prefilter({ total: 1 })('{}')).toBe(true);
  });

  test('looks for a few texts only, however many are expected: each look goes through all of the detail', () => {
    const expected = Array.from({ length: 10_000 }, (_, n) => ({ id: `row-${n}`, tags: ['a'] }));
    expect(plainStrings(expected).length).toBeLessThan(10);
    expect(prefilter(expected)('{"rows":[]}')).toBe(false);
  });
});
