import { describe, expect, it } from '@jest/globals';
import { CodeUnits } from '../../../../src/pattern/matching/events/code-units';

const alphabets = {
  ASCII: 'abc',
  'Latin-1': 'aé\u00ff\u0080',
  'characters of two bytes': 'ał😀\uffff\ud800\u2020\u0120',
};

/** A string of a length, of the characters of an alphabet in turns. */
const stringOf = (alphabet: string, length: number) =>
  Array.from({ length }, (_, at) => alphabet[at % alphabet.length]).join('');

describe.each(Object.entries(alphabets))('a string of %s', (_, alphabet) => {
  it('has the code units that charCodeAt returns, and a zero behind them', () => {
    const string = stringOf(alphabet, 100);
    const { codes } = CodeUnits.of(string);
    const expected = Array.from({ length: 100 }, (__, at) => string.charCodeAt(at));
    expect([...codes.subarray(0, 101)]).toEqual([...expected, 0]);
  });

  it.each(['\n', '\0', '\u001f'])('has the control character %j wherever it is', (control) => {
    for (let at = 0; at < 80; at++) {
      const string = `${stringOf(alphabet, at)}${control}${stringOf(alphabet, 80 - at)}`;
      const starts = [0, 1, 3, at];
      const found = (end: number) => starts.map((from) => CodeUnits.of(string).indexOfControl(from, end));
      expect(found(string.length)).toEqual(starts.map((from) => (from <= at ? at : -1)));
      expect(found(at)).toEqual(starts.map(() => -1));
    }
  });

  it('has no control character where a space or a higher one is', () => {
    const string = stringOf(` ${alphabet}\u007f`, 100);
    expect(CodeUnits.of(string).indexOfControl(0, 100)).toBe(-1);
  });
});

it('forgets what a string before it had', () => {
  CodeUnits.of('ł'.repeat(50));
  expect([...CodeUnits.of('ab').codes.subarray(0, 3)]).toEqual([0x61, 0x62, 0]);
  expect([...CodeUnits.of('ł').codes.subarray(0, 2)]).toEqual([0x142, 0]);
});

it.each([20_000, 5_000_000])('holds a string of %d characters', (length) => {
  const { codes } = CodeUnits.of(`${'a'.repeat(length)}ł`);
  expect(codes[length]).toBe(0x142);
  expect(codes[length + 1]).toBe(0);
});
