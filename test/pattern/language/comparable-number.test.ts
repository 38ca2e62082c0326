import { describe, expect, test } from '@jest/globals';
import { matches } from 'fake-eventbridge';

const equals = (number: string, value: string) =>
  matches(`{"n":[{"numeric":["=",${number}]}]}`, `{"n":${value}}`);

describe('a number is compared by its value, however it is written', () => {
  test.each([
    ['0', '0.0'],
    ['0', '-0'],
    ['7', '7.0'],
    ['999999999', '9.99999999e8'],
    ['123456789', '1.23456789e8'],
    ['1234567890', '1.23456789e9'],
    ['1234567890.123456', '1.234567890123456e9'],
    ['123456789012345', '1.23456789012345e14'],
    ['1e-300', '10e-301'],
    ['4.9e-324', '0.49e-323'],
  ])('%s is %s', (number, value) => {
    expect(equals(number, value)).toBe(true);
    expect(equals(value, number)).toBe(true);
  });

  test.each([
    ['109', '10'],
    ['0', '9'],
    ['19', '1900'],
    ['123456789', '123456780'],
  ])('%s is not %s', (number, value) => {
    expect(equals(number, value)).toBe(false);
    expect(equals(value, number)).toBe(false);
  });
});

describe('a number that a double does not hold cannot be compared', () => {
  test.each(['0.12345678901234567890', '9007199254740993', '1.4e-323', '1e400', '1.23456e-320'])(
    '%s',
    (number) => {
      expect(() => equals(number, number)).toThrow(`Cannot compare number : ${number}`);
    },
  );
});
