import { describe, expect, test } from '@jest/globals';
import { type EventPattern, explain } from 'fake-eventbridge';

/** The explanation of the field `a` of a detail. */
const explained = (alternatives: unknown, value: unknown) => {
  const detail = value === undefined ? {} : { a: value };
  return explain({ detail: { a: alternatives } } as EventPattern, { detail }).fields[0];
};

describe('what a field requires, in words', () => {
  test.each([
    [['x'], '"x"'],
    [[1.5], '1.5'],
    [[true], 'true'],
    [[null], 'null'],
    [['x', 1], '"x" or 1'],
    [[{ prefix: 'x' }], 'a string that begins with "x"'],
    [[{ suffix: 'x' }], 'a string that ends with "x"'],
    [[{ prefix: { 'equals-ignore-case': 'x' } }], 'a string that begins with "x", ignoring case'],
    [[{ suffix: { 'equals-ignore-case': 'x' } }], 'a string that ends with "x", ignoring case'],
    [[{ 'equals-ignore-case': 'x' }], '"x", ignoring case'],
    [[{ wildcard: 'a*b' }], 'a string like "a*b"'],
    [[{ numeric: ['=', 5] }], 'the number 5'],
    [[{ numeric: ['>', 5] }], 'a number above 5'],
    [[{ numeric: ['>=', 5] }], 'a number at least 5'],
    [[{ numeric: ['<', 5] }], 'a number below 5'],
    [[{ numeric: ['<=', 5] }], 'a number at most 5'],
    [[{ numeric: ['>=', 5, '<', 9] }], 'a number at least 5 and below 9'],
    [[{ numeric: ['>', 5, '<=', 9] }], 'a number above 5 and at most 9'],
    [[{ cidr: '10.0.0.7/8' }], 'an address in 10.0.0.0/8'],
    [[{ cidr: '2001:db8::1/32' }], 'an address in 2001:db8:0:0:0:0:0:0/32'],
    [[{ exists: true }], 'any value'],
    [Array.from({ length: 10 }, (_, n) => n), '0 or 1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 or 9'],
    [
      Array.from({ length: 12 }, (_, n) => n),
      '0 or 1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 or 9 or one of 2 more',
    ],
  ])('%j', (alternatives, expected) => {
    expect(explained(alternatives, undefined)).toMatchObject({
      expected,
      received: [],
      cause: 'it is missing',
    });
  });

  test.each([
    [[{ 'anything-but': ['x', 'y'] }], 'x', 'anything but "x" or "y"'],
    [[{ 'anything-but': { prefix: 'x' } }], 'xy', 'anything but a string that begins with "x"'],
    [[{ exists: false }], 'x', 'no value'],
  ])('%j', (alternatives, value, expected) => {
    expect(explained(alternatives, value)?.expected).toBe(expected);
  });
});

describe('why no value of a field matches', () => {
  test.each<[unknown, unknown, string]>([
    [['x'], 'y', 'it has another value'],
    [['Paid'], 'paid', 'it differs only in case'],
    [['Paid', 'x'], ['z', 'PAID'], '"PAID" differs only in case'],
    [[4200], '4200', 'it is a string, and the pattern requires a number'],
    [['4200'], 4200, 'it is a number, and the pattern requires a string'],
    [['true'], true, 'it is a boolean, and the pattern requires a string'],
    [['x'], null, 'it is null, and the pattern requires a string'],
    [[true], 'true', 'it is a string, and the pattern requires true, false or null'],
    [[1, 'x'], false, 'it is a boolean, and the pattern requires a number or a string'],
    [[{ prefix: 'x' }], 5, 'it is a number, and the pattern requires a string'],
    [[{ numeric: ['>', 5] }], 'x', 'it is a string, and the pattern requires a number'],
    [[{ numeric: ['>', 5] }], 5, 'it is outside the range'],
    [[{ numeric: ['>', 5] }], [1, 2], 'they are outside the range'],
    [[{ numeric: ['>', 5] }], [1, 'x', 2], '1, 2 are outside the range'],
    [[{ 'anything-but': 5 }], 5, 'it has another value'],
    [[{ numeric: ['>', 5] }], [1, 'x'], '1 is outside the range'],
    [[{ numeric: ['>', 9] }], [1, 2, 3, 4, 5, 6, 7], 'they are outside the range'],
    [[{ numeric: ['>', 5] }, 'x'], 5, 'it has another value'],
    [[1, 'x'], 'y', 'it has another value'],
    [[{ exists: false }], 5, 'it has a value, and the pattern requires none'],
    [[{ exists: false }, 6], 5, 'it has another value'],
    [[{ 'anything-but': 'x' }], 'x', 'it has another value'],
    [[1], ['x', 2], 'it has another value'],
  ])('%j has %j', (alternatives, value, cause) => {
    expect(explained(alternatives, value)?.cause).toBe(cause);
  });
});
