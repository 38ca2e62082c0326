import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { CompiledPattern } from '../../../../src/pattern/compiled-pattern';
import { expectBothVerdicts } from '../../../support/both-verdicts';

const isJson = (read: () => unknown) => {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};
/** A pattern that looks into parts of the event, and skips others. */
const compiled = new CompiledPattern('{"a":["x"],"b":{"a":[1],"c":[{"exists":true}]},"":["y"]}');
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>('x', 'é"\\\n\u0001\ud800', '', 0, -1.5e-7, 1e300, true, false, null),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', '', 'a.b', 'long name \t"'), tie('any'), { maxKeys: 4 }),
  ),
})).any;

describe('a JSON text is read as JSON.parse reads it', () => {
  test('valid JSON matches as the parsed event does', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1, '\t'), (event, space) => {
        const text = JSON.stringify(event, null, space);
        expect(compiled.matchesText(` \r\n${text}\n`)).toBe(compiled.matchesValue(JSON.parse(text)));
      }),
      { numRuns: 500 },
    );
  });

  test('every edit of a string with all forms of JSON is refused as JSON.parse refuses it', () => {
    const texts = [
      String.raw`{"skipped":{"a":[true,false,null,-0,10,1.5,2e+3,4E-5],"b":{},"c":[],"d":"\\\"\u00eF\n/ !"}, "e" :1}`,
      String.raw`{"a":{"b":[true,false,null,-0,10,1.5,2e+3,"\t\u0061 x",[{"c":1}]]},"\u0065":"f"}`,
    ];
    for (const text of texts) {
      expect(isJson(() => compiled.matchesText(text))).toBe(true);
      for (let at = 0; at <= text.length; at++) {
        for (const char of ['', ...'{}[],:"\\/ \n\u0000\u001fax0129.-+eEutrnfals\u00a0'])
          for (const drop of [0, 1, 2]) {
            const broken = `${text.slice(0, at)}${char}${text.slice(at + drop)}`;
            const isValid = isJson(() => JSON.parse(broken));
            if (isJson(() => compiled.matchesText(broken)) !== isValid)
              throw new Error(`${JSON.stringify(broken)} is ${isValid ? '' : 'not '}JSON`);
          }
      }
    }
  });

  test('invalid JSON is refused, wherever it is broken', () => {
    const broken = fc
      .tuple(
        value,
        fc.nat(),
        fc.nat(2),
        fc.constantFrom(...'{}[],:"\\/ \n\u0000\u00a0\ufeffx0123.-+eEutnfal'),
      )
      .map(([event, where, drop, char]) => {
        const text = JSON.stringify(event);
        const at = where % (text.length + 1);
        return `${text.slice(0, at)}${drop === 2 ? '' : char}${text.slice(at + drop)}`;
      });
    const isValid = (text: string) => isJson(() => JSON.parse(text));
    expectBothVerdicts(broken, isValid, 15);
    fc.assert(
      fc.property(broken, (text) => {
        const wanted = isValid(text);
        expect([text, isJson(() => compiled.matchesText(text))]).toEqual([text, wanted]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    '',
    ' ',
    '{',
    '[1',
    '"a',
    '01',
    '1.',
    '.5',
    '1e',
    '+1',
    '-',
    '{"a":1,}',
    '[1,]',
    '{,}',
    '[,1]',
    '{"a"}',
  ])('%j is not JSON', (text) => {
    expect(isJson(() => JSON.parse(text))).toBe(false);
    expect(isJson(() => compiled.matchesText(text))).toBe(false);
    expect(isJson(() => compiled.matchesText(`{"z":${text}}`))).toBe(false);
  });

  test('a JSON text longer than the buffer that is kept', () => {
    const long = 'x'.repeat(100_000);
    expect(compiled.matchesText(JSON.stringify({ z: long, a: 'x', '': 'y', b: { a: 1, c: long } }))).toBe(
      true,
    );
    expect(isJson(() => compiled.matchesText(`{"z":"${long}`))).toBe(false);
  });
});

/** How many characters `indexOf` reads while an event is scanned. */
function charactersSearched(json: string): number {
  const search = String.prototype.indexOf;
  let passed = 0;
  const spy = jest.spyOn(String.prototype, 'indexOf').mockImplementation(function (
    this: string,
    wanted: string,
    from = 0,
  ) {
    const found = search.call(this, wanted, from);
    passed += (found < 0 ? this.length : found) - from;
    return found;
  });
  try {
    compiled.matchesText(json);
  } finally {
    spy.mockRestore();
  }
  return passed;
}

test.each<[string, (size: number) => unknown]>([
  ['one long string', (size) => 'x'.repeat(size)],
  ['escapes in one long string', (size) => `${'x'.repeat(40)}\n`.repeat(size / 40)],
  ['quotes in one long string', (size) => `${'x'.repeat(40)}"`.repeat(size / 40)],
  ['many strings', (size) => Array.from({ length: size / 40 }, () => 'x'.repeat(40))],
  ['many strings, the last one with an escape', (size) => [...Array(size / 40).fill('x'.repeat(40)), '\n']],
  ['many short strings with escapes', (size) => Array(size / 4).fill('\n"')],
])('searches pass over an event at most three times: %s', (_, make) => {
  for (const size of [4_000, 40_000]) {
    const json = JSON.stringify({ z: make(size), b: { a: make(size) } });
    expect(charactersSearched(json)).toBeLessThanOrEqual(3 * json.length);
  }
});
