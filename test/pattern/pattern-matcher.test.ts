import { expect, test } from '@jest/globals';
import { pattern } from 'fake-eventbridge';
import { PATTERN } from '../../src/base/symbols';

test('a pattern is tested, explained and printed', () => {
  const asked = pattern({ source: ['shop'] });

  expect(asked.matches({ source: 'shop' })).toBe(true);
  expect(asked.matches({ source: 'cart' })).toBe(false);
  expect(asked.explain({ source: 'cart' }).toString()).toBe(
    'source: expected "shop", received "cart": it has another value',
  );
  expect(String(asked)).toBe('pattern({"source":["shop"]})');
});

test('another copy of the package knows a pattern by its symbol', () => {
  expect(Reflect.get(pattern({ source: ['shop'] }), PATTERN)).toBe(true);
});
