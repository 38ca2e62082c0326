import { describe, expect, test } from '@jest/globals';
import { type EventPattern, explain } from 'fake-eventbridge';

const suggestionFor = (alternatives: readonly unknown[], event: object) =>
  explain({ a: alternatives } as EventPattern, event).fields[0]?.suggestion;

describe('the simplest value that matches is suggested', () => {
  test.each<[unknown, unknown]>([
    ['x', 'x'],
    [7, 7],
    [true, true],
    [null, null],
    [{ exists: true }, 'any'],
    [{ prefix: 'ab' }, 'ab'],
    [{ prefix: { 'equals-ignore-case': 'aB' } }, 'aB'],
    [{ 'equals-ignore-case': 'ǅ' }, 'ǆ'],
    [{ wildcard: 'a*b*c' }, 'abc'],
    [{ cidr: '10.1.2.3/8' }, '10.0.0.0'],
    [{ numeric: ['=', 5] }, 5],
    [{ numeric: ['<=', 5] }, 5],
    [{ numeric: ['<', 5] }, 4],
    [{ numeric: ['<', -1e17] }, -2e17],
    [{ numeric: ['>=', 5] }, 5],
    [{ numeric: ['>', 5] }, 6],
    [{ numeric: ['>', 1e17] }, 2e17],
    [{ numeric: ['>=', 1, '<', 3] }, 1],
    [{ numeric: ['>', 1, '<=', 3] }, 3],
    [{ numeric: ['>', 1, '<', 4] }, 3],
    [{ numeric: ['>', 1, '<', 2] }, 1.5],
  ])('%j: %j', (pattern, set) => {
    expect(suggestionFor([pattern], {})).toEqual({ set });
  });

  test('a field that has to be absent is to be removed', () => {
    expect(suggestionFor([{ exists: false }], { a: 1 })).toEqual({ remove: true });
    expect(suggestionFor([{ exists: false }, 'x'], { a: 1 })).toEqual({ remove: true });
    expect(suggestionFor(['x', { exists: false }], { a: 1 })).toEqual({ set: 'x' });
  });
});

describe('anything-but: a value that is not excluded', () => {
  test.each<[unknown, unknown, unknown]>([
    ['x', 'x', 'other'],
    ['other', 'other', 'other1'],
    [['other', 'other1', 'other2'], 'other', 'other3'],
    [{ wildcard: 'o*' }, 'open', ''],
    [{ wildcard: ['o*', ''] }, 'open', 'ø'],
    [{ wildcard: '*' }, 'open', 0],
  ])('%j', (without, value, set) => {
    expect(suggestionFor([{ 'anything-but': without }], { a: value })).toEqual({ set });
  });
});

test('of several values in an array the one that matches is to be kept', () => {
  const { fields } = explain(
    { a: { b: [1], c: [2] } },
    {
      a: [
        { b: 1, c: 9 },
        { b: 8, c: 2 },
      ],
    },
  );

  expect(fields.map(({ path, suggestion }) => [path, suggestion])).toEqual([
    ['a.b', { set: 1 }],
    ['a.c', { set: 2 }],
  ]);
  const ranges = explain(
    { a: { b: [{ numeric: ['>', 0] }], c: [{ prefix: 'x' }], d: [true, null] } },
    {
      a: [
        { b: 5, c: 'y', d: null },
        { b: -1, c: 'xyz' },
      ],
    },
  );
  expect(ranges.fields.map(({ suggestion }) => suggestion)).toEqual([
    { set: 5 },
    { set: 'xyz' },
    { set: null },
  ]);
  const strings = explain({ a: { b: ['x'], c: ['y'] } }, { a: [{ b: 'x' }, { c: 'y' }] });
  expect(strings.fields.map(({ suggestion }) => suggestion)).toEqual([{ set: 'x' }, { set: 'y' }]);
});
