import { expect, test } from '@jest/globals';
import { pattern } from 'fake-eventbridge';

test('a pattern is tested, explained and printed', () => {
  const asked = pattern({ source: ['shop'] });

  expect(asked.matches({ source: 'shop' })).toBe(true);
  expect(asked.matches({ source: 'cart' })).toBe(false);
  expect(asked.explain({ source: 'cart' }).toString()).toBe(
    'source: expected "shop", received "cart": it has another value',
  );
  expect(String(asked)).toBe('pattern({"source":["shop"]})');
});
