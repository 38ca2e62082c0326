import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { RecordList } from '../../src/journal/record-list';

const read = (length: number) =>
  new RecordList((n: number) => ({ n })).read(Array.from({ length }, (_, n) => n));

test('up to a thousand records are a frozen array, more of them a view that refuses writes', () => {
  expect(Object.isFrozen(read(1_000))).toBe(true);
  expect(Object.isFrozen(read(1_001))).toBe(false);
  expect(() => Object.assign(read(1_001), [{ n: 5 }])).toThrow(
    'Cannot write to 0: the records are read only',
  );
});

describe('a view of more than a thousand records', () => {
  test('has the properties of an array', () => {
    const view = read(1_001);
    expect(Object.getOwnPropertyDescriptor(view, 'length')?.value).toBe(1_001);
    expect(Object.getOwnPropertyDescriptor(view, 1_000)).toEqual({
      value: { n: 1_000 },
      writable: false,
      enumerable: true,
      configurable: true,
    });
    for (const name of ['nothing', 'a1', '1a', '1001']) expect(Object.hasOwn(view, name)).toBe(false);
  });

  test('is printed up to a hundred records', () => {
    const text = inspect(read(1_011), { depth: 0 });
    expect(text.match(/\[Object\]/g)).toHaveLength(100);
    expect(text).toContain('... 1 more item');
  });
});
