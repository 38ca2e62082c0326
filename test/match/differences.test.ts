import { describe, expect, test } from '@jest/globals';
import { pattern } from 'fake-eventbridge';
import { PATTERN } from '../../src/base/symbols';
import { differences } from '../../src/match/differences';

const found = (expected: unknown, actual: unknown, most = 100) =>
  differences(expected, actual, ['detail'], most);

describe('the differences of a value', () => {
  test('that is another one, of the same type or of another', () => {
    expect(found({ a: 1, b: 'x' }, { a: 2, b: 'x', c: 3 })).toStrictEqual([
      { path: ['detail', 'a'], expected: 1, actual: 2, kind: 'value' },
    ]);
    expect(found('1', 1)).toStrictEqual([{ path: ['detail'], expected: '1', actual: 1, kind: 'type' }]);
    expect(found({ a: 1 }, 'x')).toStrictEqual([
      { path: ['detail'], expected: { a: 1 }, actual: 'x', kind: 'type' },
    ]);
    expect(found(['x'], 'x')).toStrictEqual([
      { path: ['detail'], expected: ['x'], actual: 'x', kind: 'type' },
    ]);
  });

  test('that is missing, or should be', () => {
    expect(found({ a: { b: 1 } }, { c: 1 })).toStrictEqual([
      { path: ['detail', 'a'], expected: { b: 1 }, actual: undefined, kind: 'missing' },
    ]);
    expect(found({ a: undefined }, { a: 1 })).toStrictEqual([
      { path: ['detail', 'a'], expected: undefined, actual: 1, kind: 'unexpected' },
    ]);
  });

  test('that is missing, where a property has nearly its name', () => {
    const near = (actual: object) => found({ orderId: 1 }, actual).map((difference) => difference.near);
    expect(near({ order_id: 1 })).toEqual(['order_id']);
    expect(near({ order_id: 1, orderID: 1 })).toEqual(['order_id']);
    expect(near({ orderId: 2, order_id: 1 })).toEqual([undefined]);
    expect(found({ orderId: undefined }, { order_id: 1 })).toEqual([]);
  });

  test('in an array: its length, and each element that both have', () => {
    const expected = [1, 2, 3];
    expect(found(expected, [1, 5])).toStrictEqual([
      { path: ['detail'], expected, actual: [1, 5], kind: 'length' },
      { path: ['detail', 1], expected: 2, actual: 5, kind: 'value' },
    ]);
  });

  test('are as many as are asked for, and the first is found without looking at names', () => {
    expect(found([1, 2, 3], [4, 5, 6], 2)).toHaveLength(2);
    expect(found({ orderId: 1, b: 2 }, { order_id: 1 }, 1)).toStrictEqual([
      { path: ['detail', 'orderId'], expected: 1, actual: undefined, kind: 'missing' },
    ]);
  });

  test('with properties that matchers have is still a value', () => {
    for (const value of [
      { toJSON: 'x' },
      { asymmetricMatch: 'x' },
      { matches: 'x' },
      { or: 1, message: 'm' },
      { test: 1, or: 1, message: 'm' },
      { and: 1, or: 1, message: 'm' },
      { test: 1, and: 1, message: 'm' },
      { test: 1, and: 1, or: 1 },
    ]) {
      expect(found(value, { ...value })).toEqual([]);
      expect(found(value, {})).toHaveLength(Object.keys(value).length);
    }
  });
});

describe('the differences of a condition', () => {
  test('without parts', () => {
    expect(found(/x/, { a: 1 })).toStrictEqual([
      { path: ['detail'], expected: /x/, actual: { a: 1 }, kind: 'condition' },
    ]);
  });

  test('that is a pattern: each field, under the name that a record has for it', () => {
    const expected = pattern({ 'detail-type': ['x'], order: { total: [5], id: ['o-1'] } });
    expect(found(expected, { order: { total: 4, id: 'o-1' } })).toStrictEqual([
      {
        path: ['detail', 'detailType'],
        expected: '"x"',
        actual: undefined,
        kind: 'condition',
        condition: '"x"',
        cause: 'it is missing',
      },
      {
        path: ['detail', 'order', 'total'],
        expected: '5',
        actual: 4,
        kind: 'condition',
        condition: '5',
        cause: 'it has another value',
      },
    ]);
  });

  test('that is a pattern, where no event can be', () => {
    const expected = pattern({ total: [5] });
    expect(found(expected, 'x')).toStrictEqual([
      { path: ['detail'], expected, actual: 'x', kind: 'condition' },
    ]);
  });

  test('that is a pattern, when only the first is asked for', () => {
    const expected = pattern({ total: [5] });
    expect(found(expected, { total: 4 }, 1)).toStrictEqual([
      { path: ['detail'], expected, actual: { total: 4 }, kind: 'condition' },
    ]);
  });

  test('that is a pattern of a copy of this package that explains nothing', () => {
    const expected = { [PATTERN]: true, matches: () => false };
    expect(found(expected, { total: 4 })).toStrictEqual([
      { path: ['detail'], expected, actual: { total: 4 }, kind: 'condition' },
    ]);
  });
});
