import { describe, expect, test } from '@jest/globals';
import { plainTexts, textsInside } from '../../src/match/texts-inside.js';

describe('a first look at the text of a detail', () => {
  const mayHold = textsInside({ orderId: 'o-1', customer: { name: 'Ada' }, items: [{ sku: 'a' }], total: 1 });

  test('finds that a text is not in it', () => {
    expect(mayHold('{"orderId":"o-1","customer":{"name":"Ada"},"items":[{"sku":"a"}]}')).toBe(true);
    expect(mayHold('{"orderId":"o-2","customer":{"name":"Ada"},"items":[{"sku":"a"}]}')).toBe(false);
    expect(mayHold(undefined)).toBe(false);
  });

  test('does not decide where a text may be written in another way', () => {
    expect(mayHold('{"orderId":"\\u006f-1"}')).toBe(true);
    expect(textsInside({ name: 'Zo\u00eb' })('{"name":"x"}')).toBe(true);
    expect(textsInside({ total: 1 })('{}')).toBe(true);
  });

  test('looks for a few texts only, however many are expected: each look goes through all of the detail', () => {
    const expected = Array.from({ length: 10_000 }, (_, n) => ({ id: `row-${n}`, tags: ['a'] }));
    expect(plainTexts(expected).length).toBeLessThan(10);
    expect(textsInside(expected)('{"rows":[]}')).toBe(false);
  });
});
