import { describe, expect, test } from '@jest/globals';
import { verdictOf } from '../verdict-of';

const strings = (length: number) => Array.from({ length }, (_, n) => `state-${n}`);

describe.each([1, 8, 9, 10, 200])('%d exact strings', (length) => {
  const asked = { a: [...strings(length), '10.0.0.1', { prefix: 'new-' }, 7, null, { exists: false }] };

  test.each<[string, object, boolean]>([
    ['the first', { a: 'state-0' }, true],
    ['the last', { a: `state-${length - 1}` }, true],
    ['one more', { a: `state-${length}` }, false],
    ['an address, written in another way', { a: '::ffff:a00:1' }, true],
    ['another address', { a: '10.0.0.2' }, false],
    ['what another alternative allows', { a: 'new-state' }, true],
    ['a number', { a: 7 }, true],
    ['another number', { a: 8 }, false],
    ['null', { a: null }, true],
    ['true', { a: true }, false],
    ['nothing', { b: 1 }, true],
  ])('%s', (_, event, verdict) => {
    expect(verdictOf(asked, event)).toBe(verdict);
  });
});

test('a field of strings alone matches no number, and a field of numbers no string', () => {
  expect(verdictOf({ a: ['7'] }, { a: 7 })).toBe(false);
  expect(verdictOf({ a: [7] }, { a: '7' })).toBe(false);
  expect(verdictOf({ a: strings(20) }, { a: 0 })).toBe(false);
});
