import { describe, expect, test } from '@jest/globals';
import { verdictOf } from '../../verdict-of';

const isMatch = (pattern: unknown, value: unknown) => verdictOf({ a: [pattern] }, { a: value });

describe('the quotes of a string are part of what is compared', () => {
  test.each<[object, string, boolean]>([
    [{ prefix: 'ab"' }, 'ab', true],
    [{ prefix: 'ab"' }, 'abc', false],
    [{ prefix: 'ab"' }, 'xb', false],
    [{ prefix: 'ab"' }, 'ab"c', true],
    [{ suffix: '"ab' }, 'ab', true],
    [{ suffix: '"ab' }, 'cab', false],
    [{ suffix: '"ab' }, 'ax', false],
    [{ suffix: '"ab' }, 'c"ab', true],
    [{ prefix: { 'equals-ignore-case': 'aB"' } }, 'Ab', true],
    [{ prefix: { 'equals-ignore-case': 'aB"' } }, 'Abc', false],
    [{ prefix: { 'equals-ignore-case': '"' } }, '', true],
    [{ prefix: { 'equals-ignore-case': '"' } }, 'a', false],
    [{ suffix: { 'equals-ignore-case': '"aB' } }, 'Ab', true],
    [{ suffix: { 'equals-ignore-case': '"aB' } }, 'cAb', false],
    [{ suffix: { 'equals-ignore-case': '"' } }, '', true],
    [{ suffix: { 'equals-ignore-case': '"' } }, 'a', false],
  ])('%j: %j', (pattern, string, verdict) => {
    expect(isMatch(pattern, string)).toBe(verdict);
  });
});

describe('the ends of a string, ignoring case', () => {
  test.each<[object, string, boolean]>([
    [{ prefix: { 'equals-ignore-case': 'straße' } }, 'STRASSENBAHN', true],
    [{ prefix: { 'equals-ignore-case': 'straße' } }, 'Straßenbahn', true],
    [{ prefix: { 'equals-ignore-case': 'straße' } }, 'STRASE', false],
    [{ suffix: { 'equals-ignore-case': 'straße' } }, 'HAUPTSTRASSE', true],
    [{ suffix: { 'equals-ignore-case': 'straße' } }, 'Hauptstraße', true],
    [{ suffix: { 'equals-ignore-case': 'straße' } }, 'STRASE', false],
    [{ suffix: { 'equals-ignore-case': 'aB' } }, 'xxAb', true],
    [{ suffix: { 'equals-ignore-case': 'aB' } }, 'b', false],
    [{ suffix: { 'equals-ignore-case': 'aB' } }, 'Abx', false],
    [{ prefix: { 'equals-ignore-case': 'aB' } }, 'Abx', true],
    [{ prefix: { 'equals-ignore-case': 'aB' } }, 'a', false],
    [{ 'equals-ignore-case': 'straße' }, 'STRASSE', true],
    [{ 'equals-ignore-case': 'straße' }, 'STRASSEN', false],
    [{ 'equals-ignore-case': 'aB' }, 'aB', true],
    [{ 'equals-ignore-case': 'aB' }, 'Ab', true],
    [{ 'equals-ignore-case': 'aB' }, 'abc', false],
  ])('%j: %j', (pattern, string, verdict) => {
    expect(isMatch(pattern, string)).toBe(verdict);
  });
});

describe('an address', () => {
  test.each<[unknown, unknown, boolean]>([
    ['10.0.0.1', '10.0.0.1', true],
    ['10.0.0.1', '::ffff:a00:1', true],
    ['10.0.0.1', 'x10.0.0.1', false],
    ['10.0.0.1', '10.0.0.1x', false],
    ['10.0.0.1', '10.0.0.11', false],
    ['::1', '0:0:0:0:0:0:0:1', true],
    [{ cidr: '10.0.0.0/8' }, 'x', false],
    // Digits of a number are taken for those of an address, 10 to 11 in hexadecimal here.
    [{ cidr: '16.0.0.0/7' }, 1_012_345_678, true],
    [{ cidr: '16.0.0.0/7' }, 2_012_345_678, false],
    ['16.0.0.1', 10_000_001, true],
    ['16.0.0.1', 10_000_002, false],
  ])('%j: %j', (pattern, value, verdict) => {
    expect(isMatch(pattern, value)).toBe(verdict);
  });
});

describe('anything-but', () => {
  test.each<[unknown, unknown, boolean]>([
    [['x', 'y'], 'x', false],
    [['x', 'y'], 'z', true],
    [['x', 'y'], 1, true],
    [['x', 'y'], null, true],
    [[1, 2], 2, false],
    [[1, 2], 3, true],
    [[1, 2], '1', true],
    [[1, 2], true, true],
    [{ prefix: ['a', 'b'] }, 'bx', false],
    [{ prefix: ['a', 'b'] }, 'cx', true],
  ])('%j: %j', (without, value, verdict) => {
    expect(isMatch({ 'anything-but': without }, value)).toBe(verdict);
  });
});
