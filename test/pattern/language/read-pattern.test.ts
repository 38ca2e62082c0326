import { describe, expect, test } from '@jest/globals';
import { CompiledPattern } from '../../../src/pattern/compiled-pattern';
import { InvalidPattern } from '../../../src/pattern/language/invalid-pattern';

/** Why a pattern is not valid, in the words of AWS's rule engine. */
function reasonOf(text: string): string | undefined {
  try {
    new CompiledPattern(text);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidPattern) return error.reason;
    throw error;
  }
}

/** The engine says where it was, if it was its parser that refused: inside of some arrays it says so twice. */
function expected(text: string, message: string, columns: readonly number[]): string {
  return [
    message,
    ...columns.map((column) => ` at [Source: (String)"${text}"; line: 1, column: ${column}]`),
  ].join('\n');
}

describe('a pattern that is JSON is refused for what it says', () => {
  describe('cidr', () => {
    test.each([
      ['{"a":[{"cidr":"10.0.0.0/-1"}]}', 'Malformed CIDR, mask bits must not be negative', []],
      ['{"a":[{"cidr":"1::2::3/8"}]}', 'Invalid IP address: 1::2::3', []],
      ['{"a":[{"cidr":"::/128"}]}', 'IPv6 mask bits must be < 128', []],
      ['{"a":[{"cidr":"10.0.0.0/32"}]}', 'IPv4 mask bits must be < 32', []],
      ['{"a":[{"cidr":"10.0.0.0//"}]}', "Malformed CIDR, one '/' required", []],
      ['{"a":[{"cidr":"10.0.0.0/8/8"}]}', "Malformed CIDR, one '/' required", []],
      ['{"a":[{"cidr":"10.0.0.0/x"}]}', 'Malformed CIDR, mask bits must be an integer', []],
      ['{"a":[{"cidr":"10.0.0.0/"}]}', "Malformed CIDR, one '/' required", []],
      ['{"a":[{"cidr":"10.0.0.0/12345678901"}]}', 'Malformed CIDR, mask bits must be an integer', []],
      ['{"a":[{"cidr":"10.0.0.256/8"}]}', 'Invalid IP address: 10.0.0.256', []],
      ['{"a":[{"cidr":"1000.0.0.0000000/8"}]}', 'Invalid IP address: 1000.0.0.0000000', []],
      ['{"a":[{"cidr":"host/8"}]}', 'Nonstandard IP address: host', []],
      ['{"a":[{"cidr":"1:2/8"}]}', 'Invalid IP address: 1:2', []],
      ['{"a":[{"cidr":"1:2:3:4:5:6:7:8:9/8"}]}', 'Invalid IP address: 1:2:3:4:5:6:7:8:9', []],
      ['{"a":[{"cidr":"1:2:3:4:5:6:7::8/8"}]}', 'Invalid IP address: 1:2:3:4:5:6:7::8', []],
      ['{"a":[{"cidr":"g::/8"}]}', 'Nonstandard IP address: g::', []],
      ['{"a":[{"cidr":"12345::/8"}]}', 'Invalid IP address: 12345::', []],
      ['{"a":[{"cidr":"/8"}]}', 'Nonstandard IP address: ', []],
      ['{"a":[{"cidr":":/8"}]}', 'Invalid IP address: :', []],
    ])('%s', (text, message, columns) => {
      expect(reasonOf(text)).toBe(expected(text, message, columns));
    });
  });

  describe('numeric', () => {
    test.each([
      ['{"a":[{"numeric":1}]}', 'Value of numeric must be an array.', [19]],
      ['{"a":[{"numeric":[1]}]}', 'Invalid member in numeric match: 1', [20]],
      ['{"a":[{"numeric":[]}]}', 'Invalid member in numeric match: ]', [20]],
      ['{"a":[{"numeric":[{"b":1}]}]}', 'Invalid member in numeric match: {', [20]],
      ['{"a":[{"numeric":[[1]]}]}', 'Invalid member in numeric match: [', [20]],
      ['{"a":[{"numeric":[">",1,{"b":1}]}]}', 'Bad value in numeric range: {', [26]],
      ['{"a":[{"numeric":["<>",1]}]}', 'Unrecognized numeric range operator: <>', [25]],
      ['{"a":[{"numeric":["=","x"]}]}', 'Value of equals must be numeric', [24]],
      ['{"a":[{"numeric":["=",1,2]}]}', 'Too many elements in numeric expression', [26]],
      ['{"a":[{"numeric":["=",1e400]}]}', 'Cannot compare number : 1e400', [29]],
      ['{"a":[{"numeric":["<","x"]}]}', 'Value of < must be numeric', [24]],
      ['{"a":[{"numeric":["<",1,2]}]}', 'Too many elements in numeric expression', [26]],
      ['{"a":[{"numeric":["<=",1e400]}]}', 'Cannot compare number : 1e400', [30]],
      ['{"a":[{"numeric":[">","x"]}]}', 'Value of > must be numeric', [24]],
      ['{"a":[{"numeric":[">",1,2]}]}', 'Bad value in numeric range: 2', [26]],
      ['{"a":[{"numeric":[">",1,"=",2]}]}', 'Bad numeric range operator: =', [28]],
      ['{"a":[{"numeric":[">",1,"<"]}]}', 'Value of < must be numeric', [29]],
      ['{"a":[{"numeric":[">",1,"<",1]}]}', 'Bottom must be less than top', [31]],
      ['{"a":[{"numeric":[">",2,"<",1]}]}', 'Bottom must be less than top', [31]],
      ['{"a":[{"numeric":[">",1,"<",2,"<"]}]}', 'Too many terms in numeric range expression', [32]],
      ['{"a":[{"numeric":[">",1e400]}]}', 'Cannot compare number : 1e400', [29]],
      ['{"a":[{"numeric":[">",1,"<",1e400]}]}', 'Cannot compare number : 1e400', [35]],
      ['{"a":[{"numeric":["=",1],"x":1}]}', 'Too many elements in numeric expression', [31]],
    ])('%s', (text, message, columns) => {
      expect(reasonOf(text)).toBe(expected(text, message, columns));
    });
  });

  describe('anything-but', () => {
    test.each([
      [
        '{"a":[{"anything-but":[]}]}',
        'Inside anything but list, either all values are number or string, mixed type is not supported',
        [25],
      ],
      [
        '{"a":[{"anything-but":["x",1]}]}',
        'Inside anything but list, either all values are number or string, mixed type is not supported',
        [30],
      ],
      [
        '{"a":[{"anything-but":[null]}]}',
        'Inside anything but list, start|null|boolean is not supported.',
        [28, 28],
      ],
      [
        '{"a":[{"anything-but":[true]}]}',
        'Inside anything but list, start|null|boolean is not supported.',
        [28, 28],
      ],
      [
        '{"a":[{"anything-but":[["x"]]}]}',
        'Inside anything but list, start|null|boolean is not supported.',
        [25, 25],
      ],
      [
        '{"a":[{"anything-but":null}]}',
        'Value of anything-but must be an array or single string/number value.',
        [27],
      ],
      [
        '{"a":[{"anything-but":true}]}',
        'Value of anything-but must be an array or single string/number value.',
        [27],
      ],
      ['{"a":[{"anything-but":1e400}]}', 'Cannot compare number : 1e400', []],
      ['{"a":[{"anything-but":[1e400]}]}', 'Cannot compare number : 1e400', [29]],
      ['{"a":[{"anything-but":"x","y":1}]}', 'Too many elements in numeric expression', [32]],
      ['{"a":[{"anything-but":{}}]}', 'Anything-But expression name not found', [25]],
      ['{"a":[{"anything-but":{"x":"y"}}]}', 'Unsupported anything-but pattern: x', [29]],
      ['{"a":[{"anything-but":{"prefix":""}}]}', 'Null prefix/suffix not allowed', [35]],
      ['{"a":[{"anything-but":{"prefix":1}}]}', 'prefix/suffix match pattern must be a string', [34]],
      ['{"a":[{"anything-but":{"suffix":["x",""]}}]}', 'Null prefix/suffix not allowed', [40, 40]],
      [
        '{"a":[{"anything-but":{"suffix":[null]}}]}',
        'prefix/suffix match pattern must be a string',
        [38, 38],
      ],
      [
        '{"a":[{"anything-but":{"prefix":null}}]}',
        'Value of anything-but must be an array or single string/number value.',
        [37],
      ],
      [
        '{"a":[{"anything-but":{"equals-ignore-case":1}}]}',
        'Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.',
        [46],
      ],
      [
        '{"a":[{"anything-but":{"equals-ignore-case":["x",1]}}]}',
        'Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.',
        [51, 51],
      ],
      ['{"a":[{"anything-but":{"wildcard":1}}]}', 'wildcard match pattern must be a string', [36]],
      ['{"a":[{"anything-but":{"wildcard":[1]}}]}', 'wildcard match pattern must be a string', [37, 37]],
      [
        '{"a":[{"anything-but":{"wildcard":["a*","b**"]}}]}',
        'Consecutive wildcard characters at pos 2',
        [47],
      ],
      ['{"a":[{"anything-but":{"wildcard":"a**"}}]}', 'Consecutive wildcard characters at pos 2', [40]],
      ['{"a":[{"anything-but":{"wildcard":"a\\\\x"}}]}', 'Invalid escape character at pos 2', [41]],
      ['{"a":[{"anything-but":{"prefix":"a","b":1}}]}', 'Too many elements in numeric expression', [42]],
    ])('%s', (text, message, columns) => {
      expect(reasonOf(text)).toBe(expected(text, message, columns));
    });
  });

  describe('other operators', () => {
    test.each([
      ['{"a":[{"prefix":1}]}', 'prefix match pattern must be a string', [18]],
      ['{"a":[{"prefix":{"x":"a"}}]}', 'Unsupported prefix pattern: x', [23]],
      ['{"a":[{"suffix":null}]}', 'suffix match pattern must be a string', [21]],
      [
        '{"a":[{"prefix":{"equals-ignore-case":1}}]}',
        'equals-ignore-case match pattern must be a string',
        [40],
      ],
      ['{"a":[{"equals-ignore-case":1}]}', 'equals-ignore-case match pattern must be a string', [30]],
      ['{"a":[{"wildcard":1}]}', 'wildcard match pattern must be a string', [20]],
      ['{"a":[{"exists":"x"}]}', 'exists match pattern must be either true or false.', [18]],
      ['{"a":[{"exists":1}]}', 'exists match pattern must be either true or false.', [18]],
      ['{"a":[{"nothing":1}]}', 'Unrecognized match type nothing', [19]],
      ['{"a":[{}]}', 'Match expression name not found', [9]],
      ['{"a":[{"prefix":"a","suffix":"b"}]}', 'Only one key allowed in match expression', [31]],
      ['{"a":[{"cidr":1}]}', 'prefix match pattern must be a string', [16]],
    ])('%s', (text, message, columns) => {
      expect(reasonOf(text)).toBe(expected(text, message, columns));
    });
  });

  describe('fields', () => {
    test.each([
      ['{"a":[]}', 'Empty arrays are not allowed', [8]],
      ['{"a":"x"}', '"a" must be an object or an array', [7]],
      ['{"a":1}', '"a" must be an object or an array', [7]],
      ['{"a":null}', '"a" must be an object or an array', [10]],
      ['{"a":[[1]]}', 'Match value must be String, number, true, false, or null', [8]],
      ['{"a":{}}', 'Empty objects are not allowed', [8]],
      ['{}', 'Empty objects are not allowed', [3]],
      ['{"$or":[]}', 'There must have at least 2 Objects in $or relationship.', [10]],
      ['{"$or":[{"a":[1]}]}', 'There must have at least 2 Objects in $or relationship.', [19]],
      ['{"$or":{"a":[1]}}', 'It must be an Array followed with $or.', [9]],
      ['{"$or":[{"a":[1]},{}]}', 'Empty objects are not allowed', [21]],
      ['{"$or":[{"a":[1]},1]}', 'Only JSON object is allowed in array of $or relationship.', [20]],
      ['[]', 'Filter is not an object', [2]],
      ['{"a":{"b":"c"}}', '"b" must be an object or an array', [12]],
    ])('%s', (text, message, columns) => {
      expect(reasonOf(text)).toBe(expected(text, message, columns));
    });
  });
});

test('very many wildcards of which two are wrong: the one that comes first in a set of Java', () => {
  const many = Array.from({ length: 20 }, (_, n) => `w${n}*`);
  const reason = (...wildcards: string[]) =>
    reasonOf(JSON.stringify({ a: [{ 'anything-but': { wildcard: wildcards } }] }))?.replace(/\n.*/s, '');
  expect(reason(...many, 'x**')).toBe('Consecutive wildcard characters at pos 2');
  expect(reason('longer**', ...many, 'x**')).toBe(reason('x**', ...many, 'longer**'));
  // Up to 12 strings the set has 16 buckets, and more from the next one on: only then is `a**` before the other.
  expect(reason('a**', '\\u', ...many.slice(0, 10))).toBe('Invalid escape character at pos 1');
  expect(reason('a**', '\\u', ...many.slice(0, 11))).toBe('Consecutive wildcard characters at pos 2');
});

test('an $or has up to 1,000 branches', () => {
  const withBranches = (length: number) =>
    JSON.stringify({ $or: Array.from({ length }, (_, n) => ({ a: [n] })) });

  expect(reasonOf(withBranches(1000))).toBeUndefined();
  expect(reasonOf(withBranches(1001))).toBe('The event pattern has over 1000 rule combinations');
});

describe('addresses', () => {
  const matches = (cidr: string, address: unknown) =>
    new CompiledPattern(JSON.stringify({ a: [{ cidr }] })).matchesValue({ a: address });

  test.each([
    ['10.0.0.0/8', ['10.0.0.0', '10.255.255.255', '10.1.2.3', '::ffff:a00:1'], ['11.0.0.0', '9.255.255.255']],
    ['10.0.0.77/30', ['10.0.0.76', '10.0.0.79'], ['10.0.0.75', '10.0.0.80']],
    ['0.0.0.0/0', ['0.0.0.0', '255.255.255.255', '::'], ['1.2.3', '1.2.3.256', 'x']],
    ['2001:db8::/32', ['2001:db8::', '2001:DB8:ffff::1', '2001:0db8::1'], ['2001:db9::', '10.0.0.1']],
    ['::/127', ['::', '::1', '0:0:0:0:0:0:0:1'], ['::2', '1::', '::1::', '0:0:0:0:0:0:0:0:1']],
    ['2001:db8:0:0:0:0:0:0/127', ['2001:db8::1', '2001:00db8::'], ['2001:db8::2', '2001:db8:g::']],
  ])('in the block %s', (cidr, inside, outside) => {
    expect(inside.filter((address) => !matches(cidr, address))).toEqual([]);
    expect(outside.filter((address) => matches(cidr, address))).toEqual([]);
    for (const other of [null, true, {}, [], '']) expect(matches(cidr, other)).toBe(false);
  });
});
