import { describe, expect, test } from '@jest/globals';
import { CompiledPattern } from '../../../../src/pattern/compiled-pattern';
import { InvalidPattern } from '../../../../src/pattern/language/invalid-pattern';

/** Why a pattern is not valid, in the words of Jackson, the parser behind AWS's rule engine. */
function reasonOf(text: string): string | undefined {
  try {
    new CompiledPattern(text);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidPattern) return error.reason;
    throw error;
  }
}

/** `VALUE` in a message is what can begin a value; `line: 1, column: 2` in it is a location, with the source, too. */
function expected(text: string, message: string, location: string): string {
  const at = (where: string) => ` [Source: (String)"${text}"; ${where}]`;
  const words = message
    .replace('VALUE', "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')")
    .replace(/(?<= at) (line: \d+, column: \d+)/, (_, where: string) => at(where));
  return `${words}\n at${at(location)}`;
}

describe('a string that is not JSON is refused with the location and the reason', () => {
  describe('in a value', () => {
    test.each([
      ['}', "Unexpected character ('}' (code 125)): expected a valid value VALUE", 'line: 1, column: 2'],
      ['x', "Unrecognized token 'x': was expecting VALUE", 'line: 1, column: 2'],
      ['nul', "Unrecognized token 'nul': was expecting VALUE", 'line: 1, column: 4'],
      ['{"a":[tru]}', "Unrecognized token 'tru': was expecting VALUE", 'line: 1, column: 10'],
      ['{"a":[truex]}', "Unrecognized token 'truex': was expecting VALUE", 'line: 1, column: 12'],
      [
        '{"a":[NaN]}',
        "Non-standard token 'NaN': enable `JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS` to allow",
        'line: 1, column: 10',
      ],
      ['{"a":[Nan]}', "Unrecognized token 'Nan': was expecting VALUE", 'line: 1, column: 10'],
      [
        '{"a":[Infinity]}',
        "Non-standard token 'Infinity': enable `JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS` to allow",
        'line: 1, column: 15',
      ],
      ['{"a":[Inf]}', "Unrecognized token 'Inf': was expecting VALUE", 'line: 1, column: 10'],
      [
        '{"a":[+1]}',
        "Unexpected character ('+' (code 43)) in numeric value: JSON spec does not allow numbers to have plus signs: enable `JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS` to allow",
        'line: 1, column: 9',
      ],
      [
        '{"a":[+x]}',
        "Unexpected character ('+' (code 43)): expected a valid value VALUE",
        'line: 1, column: 8',
      ],
      ['{"a":[é]}', "Unrecognized token 'é': was expecting VALUE", 'line: 1, column: 8'],
      ['{"a":[$x]}', "Unrecognized token '$x': was expecting VALUE", 'line: 1, column: 9'],
      [
        '{"a":[*]}',
        "Unexpected character ('*' (code 42)): expected a valid value VALUE",
        'line: 1, column: 8',
      ],
      [
        '{"a":[\u0001]}',
        'Unexpected character ((CTRL-CHAR, code 1)): expected a valid value VALUE',
        'line: 1, column: 8',
      ],
      ['{"a":\n["b",\n x]}', "Unrecognized token 'x': was expecting VALUE", 'line: 3, column: 3'],
      ['{"a":[x\n]}', "Unrecognized token 'x': was expecting VALUE", 'line: 1, column: 8'],
    ])('%j', (text, message, location) => {
      expect(reasonOf(text)).toBe(expected(text, message, location));
    });
  });

  describe('in a number', () => {
    test.each([
      [
        '{"a":[-]}',
        "Unexpected character (']' (code 93)) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value",
        'line: 1, column: 9',
      ],
      [
        '{"a":[-Infinity]}',
        "Unexpected character ('I' (code 73)) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value",
        'line: 1, column: 9',
      ],
      ['{"a":[01]}', 'Invalid numeric value: Leading zeroes not allowed', 'line: 1, column: 8'],
      ['{"a":[-01]}', 'Invalid numeric value: Leading zeroes not allowed', 'line: 1, column: 9'],
      [
        '{"a":[1.]}',
        "Unexpected character (']' (code 93)) in numeric value: Decimal point not followed by a digit",
        'line: 1, column: 9',
      ],
      [
        '{"a":[1.x]}',
        "Unexpected character ('x' (code 120)) in numeric value: Decimal point not followed by a digit",
        'line: 1, column: 9',
      ],
      [
        '{"a":[1e]}',
        "Unexpected character (']' (code 93)) in numeric value: Exponent indicator not followed by a digit",
        'line: 1, column: 9',
      ],
      [
        '{"a":[1e+]}',
        "Unexpected character (']' (code 93)) in numeric value: Exponent indicator not followed by a digit",
        'line: 1, column: 10',
      ],
      [
        '{"a":[1E-x]}',
        "Unexpected character ('x' (code 120)) in numeric value: Exponent indicator not followed by a digit",
        'line: 1, column: 10',
      ],
      [
        '{"a":[9x]}',
        "Unexpected character ('x' (code 120)): was expecting comma to separate Array entries",
        'line: 1, column: 9',
      ],
    ])('%j', (text, message, location) => {
      expect(reasonOf(text)).toBe(expected(text, message, location));
    });
  });

  describe('in a string', () => {
    test.each([
      [
        '{"a":["x',
        'Unexpected end-of-input: was expecting closing quote for a string value',
        'line: 1, column: 9',
      ],
      [
        '{"a":["x\n"]}',
        'Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped using backslash to be included in string value',
        'line: 2, column: 1',
      ],
      [
        '{"a":["\u001f"]}',
        'Illegal unquoted character ((CTRL-CHAR, code 31)): has to be escaped using backslash to be included in string value',
        'line: 1, column: 9',
      ],
      ['{"a":["\\x"]}', "Unrecognized character escape 'x' (code 120)", 'line: 1, column: 10'],
      ['{"a":["\\ "]}', "Unrecognized character escape ' ' (code 32)", 'line: 1, column: 10'],
      ['{"a":["\\', 'Unexpected end-of-input in character escape sequence', 'line: 1, column: 9'],
      [
        '{"a":["\\u12G4"]}',
        "Unexpected character ('G' (code 71)): expected a hex-digit for character escape sequence",
        'line: 1, column: 13',
      ],
      ['{"a":["\\u', 'Unexpected end-of-input in character escape sequence', 'line: 1, column: 10'],
      ['{"a":["\\u12', 'Unexpected end-of-input in character escape sequence', 'line: 1, column: 12'],
      [
        '{"a":["\\u12"]}',
        "Unexpected character ('\"' (code 34)): expected a hex-digit for character escape sequence",
        'line: 1, column: 13',
      ],
    ])('%j', (text, message, location) => {
      expect(reasonOf(text)).toBe(expected(text, message, location));
    });
  });

  describe('in the name of a field', () => {
    test.each([
      [
        '{a:[1]}',
        "Unexpected character ('a' (code 97)): was expecting double-quote to start field name",
        'line: 1, column: 2',
      ],
      [
        '{"b":[1],a:[1]}',
        "Unexpected character ('a' (code 97)): was expecting double-quote to start field name",
        'line: 1, column: 11',
      ],
      [
        '{\u0001',
        'Unexpected character ((CTRL-CHAR, code 1)): was expecting double-quote to start field name',
        'line: 1, column: 2',
      ],
      ['{"a', 'Unexpected end-of-input in field name', 'line: 1, column: 4'],
      ['{"a\\', 'Unexpected end-of-input in character escape sequence', 'line: 1, column: 5'],
      [
        '{"a\t":[1]}',
        'Illegal unquoted character ((CTRL-CHAR, code 9)): has to be escaped using backslash to be included in name',
        'line: 1, column: 5',
      ],
      [
        '{"a" [1]}',
        "Unexpected character ('[' (code 91)): was expecting a colon to separate field name and value",
        'line: 1, column: 7',
      ],
      [
        '{"a"\u0001',
        'Unexpected character ((CTRL-CHAR, code 1)): was expecting a colon to separate field name and value',
        'line: 1, column: 6',
      ],
      ['{"a"', 'Unexpected end-of-input within/between Object entries', 'line: 1, column: 5'],
      ['{"a":', 'Unexpected end-of-input within/between Object entries', 'line: 1, column: 6'],
    ])('%j', (text, message, location) => {
      expect(reasonOf(text)).toBe(expected(text, message, location));
    });
  });

  describe('in containers and commas', () => {
    test.each([
      [
        '{',
        'Unexpected end-of-input: expected close marker for Object (start marker at line: 1, column: 1)',
        'line: 1, column: 2',
      ],
      [
        '{"a":{',
        'Unexpected end-of-input: expected close marker for Object (start marker at line: 1, column: 6)',
        'line: 1, column: 7',
      ],
      [
        '{"a":{"b":[1]',
        'Unexpected end-of-input: expected close marker for Object (start marker at line: 1, column: 6)',
        'line: 1, column: 14',
      ],
      [
        '{"a":[1]',
        'Unexpected end-of-input: expected close marker for Object (start marker at line: 1, column: 1)',
        'line: 1, column: 9',
      ],
      [
        '{"a":[1],',
        'Unexpected end-of-input: expected close marker for Object (start marker at line: 1, column: 1)',
        'line: 1, column: 10',
      ],
      [
        '{"a":[1,',
        'Unexpected end-of-input: expected close marker for Array (start marker at line: 1, column: 6)',
        'line: 1, column: 9',
      ],
      [
        '{"a":[1],}',
        "Unexpected character ('}' (code 125)): was expecting double-quote to start field name",
        'line: 1, column: 11',
      ],
      [
        '{"a":[1,]}',
        "Unexpected character (']' (code 93)): expected a valid value VALUE",
        'line: 1, column: 10',
      ],
      [
        '{"a":[1,,2]}',
        "Unexpected character (',' (code 44)): expected a valid value VALUE",
        'line: 1, column: 10',
      ],
      [
        '{"a":[1 2]}',
        "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries",
        'line: 1, column: 10',
      ],
      [
        '{"a":[1]  "b":[1]}',
        "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries",
        'line: 1, column: 12',
      ],
      [
        '{"a":[1}',
        "Unexpected character ('}' (code 125)): expected a valid value VALUE",
        'line: 1, column: 9',
      ],
      [
        '{"a":[1]]',
        "Unexpected close marker ']': expected '}' (for Object starting at line: 1, column: 1)",
        'line: 1, column: 10',
      ],
      [
        '{"a":[{"prefix":"x"]}',
        "Unexpected close marker ']': expected '}' (for Object starting at line: 1, column: 7)",
        'line: 1, column: 21',
      ],
    ])('%j', (text, message, location) => {
      expect(reasonOf(text)).toBe(expected(text, message, location));
    });
  });
});

test('a long pattern is shown up to 500 characters', () => {
  const text = `{"a":["${'y'.repeat(600)}", tru]}`;
  expect(reasonOf(text)).toMatch(
    /Source: \(String\)"\{"a":\["y{493}"\[truncated 115 chars\]; line: 1, column: 614\]$/,
  );
  expect(reasonOf(`{"a":["${'y'.repeat(488)}",x]}`)).not.toContain('truncated');
  expect(reasonOf(`{"a":["${'y'.repeat(489)}",x]}`)).toContain('[truncated 1 chars]');
});

test.each(['', ' ', '[', 'null', '1', '"a"'])('%j is not an object', (text) => {
  expect(reasonOf(text)).toMatch(/^Filter is not an object\n at \[Source: /);
});

test.each([
  '{"a":["\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u00E9"]}',
  '{"a":[0,-0,-1,1.5,10,1e5,1E+5,1e-5,-1.25e-7]}',
  ' { "a" : [ 1 , 2 ] , "b":\t[\n"x"\r]} ',
  '{"a":[1]}what comes behind the pattern is ignored',
])('%j is a pattern', (text) => {
  expect(reasonOf(text)).toBeUndefined();
});

test('the text of a pattern ends where the pattern ends', () => {
  expect(new CompiledPattern(' {"a":["x"]} what comes behind').text).toBe(' {"a":["x"]}');
});

test('a pattern is at most 1,000 levels deep', () => {
  const nested = (levels: number) => `${'{"a":'.repeat(levels - 1)}["x"]${'}'.repeat(levels - 1)}`;

  expect(reasonOf(nested(1000))).toBeUndefined();
  expect(reasonOf(nested(1001))).toBe(
    'Document nesting depth (1001) exceeds the maximum allowed (1000, from `StreamReadConstraints.getMaxNestingDepth()`)',
  );
});

test('escapes are the characters that they represent', () => {
  const pattern = new CompiledPattern(String.raw`{"\u0061":["\"\\\/\b\f\n\r\t\u00e9\uD83D\ude00"]}`);
  expect(pattern.matchesValue({ a: '"\\/\b\f\n\r\té😀' })).toBe(true);
  expect(pattern.matchesValue({ a: '"\\/\b\f\n\r\te😀' })).toBe(false);
});
