import { describe, expect, test } from '@jest/globals';
import { type EventPattern, explain, matches, pattern } from 'fake-eventbridge';
import { messageOf } from '../support/failure';

/** Asks about a single field `a`. */
const field = (conditions: unknown, ...values: unknown[]) =>
  values.map((value) => matches({ a: conditions } as EventPattern, { a: value }));

describe('a value', () => {
  test('is compared in its own type', () => {
    expect(field(['1', true], '1', 1, true, 'true')).toEqual([true, false, true, false]);
    expect(field([null], null, 'null', [], [null])).toEqual([true, false, false, true]);
  });

  test('that is a number is compared by its value, however it is written', () => {
    for (const written of ['300', '300.0', '3e2', '3.0E+2', '30000e-2']) {
      expect(matches('{"a":[300.0]}', `{"a":${written}}`)).toBe(true);
    }
    expect(matches('{"a":[300]}', '{"a":"300"}')).toBe(false);
  });

  test('that no double holds is compared as it is written', () => {
    expect(matches('{"a":[9007199254740993]}', '{"a":9007199254740993}')).toBe(true);
    expect(matches('{"a":[9007199254740993]}', '{"a":9007199254740992}')).toBe(false);
  });

  test('that is too small or too big for a double is compared as it is written', () => {
    expect(matches('{"a":[1e-400]}', '{"a":1e-400}')).toBe(true);
    expect(matches('{"a":[1e-400]}', '{"a":0}')).toBe(false);
    expect(matches('{"a":[0]}', '{"a":1e-400}')).toBe(false);
    expect(matches('{"a":[0]}', '{"a":-0.0}')).toBe(true);
    expect(matches('{"a":[{"numeric":["<",1]}]}', '{"a":1e-400}')).toBe(false);
    expect(() => pattern('{"a":[{"numeric":["=",1e-400]}]}')).toThrow('Cannot compare number : 1e-400');
  });

  test('that is the smallest double is compared as Java prints it', () => {
    expect(matches('{"a":[4.9e-324]}', '{"a":49E-325}')).toBe(true);
    expect(matches('{"a":[{"numeric":["=",4.9e-324]}]}', '{"a":4.9e-324}')).toBe(true);
    expect(matches('{"a":[4.9e-324]}', '{"a":5e-324}')).toBe(false);
    expect(() => pattern('{"a":[{"numeric":["=",5e-324]}]}')).toThrow('Cannot compare number : 5e-324');
    expect(matches('{"a":[3]}', '{"a":3.0}')).toBe(true);
  });

  test('that is an IP address is the same address however it is written', () => {
    expect(field(['2001:db8::1'], '2001:0DB8:0:0:0:0:0:1', '2001:db8::2')).toEqual([true, false]);
    expect(field(['10.0.0.1'], '10.0.0.1', '010.0.0.01', '::ffff:a00:1', '10.0.0.2')).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(field([{ 'anything-but': '::1' }], '0:0:0:0:0:0:0:1')).toEqual([true]);
    expect(field([{ exactly: '::1' }], '::1', '0:0:0:0:0:0:0:1')).toEqual([true, false]);
  });

  test('in an array is found among the others', () => {
    expect(field(['x'], ['y', 'x'], [['x']], [], 'x')).toEqual([true, true, false, true]);
    expect(field(['x'], [{}, ['y', [['x']]]])).toEqual([true]);
  });
});

describe('operators', () => {
  test.each<[string, unknown, unknown[], unknown[]]>([
    ['prefix', { prefix: 'ab' }, ['ab', 'abc'], ['Abc', 'a', 1]],
    ['prefix with the closing quote', { prefix: 'ab"' }, ['ab', 'ab"c'], ['abc']],
    ['suffix with the opening quote', { suffix: '"ab' }, ['ab', 'c"ab'], ['cab']],
    ['exactly', { exactly: 'ab' }, ['ab'], ['abc', 'AB', 1]],
    ['prefix in any case', { prefix: { 'equals-ignore-case': 'ab' } }, ['ABc'], ['cab']],
    ['suffix', { suffix: '.png' }, ['x.png'], ['x.PNG', 'png']],
    ['suffix in any case', { suffix: { 'equals-ignore-case': '.png' } }, ['x.PNG'], ['x.pn']],
    ['equals-ignore-case', { 'equals-ignore-case': 'OrDer' }, ['order', 'ORDER'], ['orders', 'ordér']],
    [
      'ignoring case, character by character',
      { 'equals-ignore-case': 'ÉtÉa' },
      ['étéa', 'ÉTÉA'],
      ['etéa', 'été', 'étéaa'],
    ],
    [
      'ignoring case, characters that become several',
      { 'equals-ignore-case': 'straßeŉİ' },
      ['straßeŉİ', 'STRASSEʼNi̇', 'strASSeŉi̇'],
      ['strasseŉİ', 'straSseŉİ', 'straßeʼnİ', 'straßeŉi', 'STRASSE'],
    ],
    [
      'ignoring case, only from the pattern to the event',
      { 'equals-ignore-case': 'STRASSE' },
      ['strasse'],
      ['straße'],
    ],
    ['ignoring case, a title case', { 'equals-ignore-case': 'ǅ' }, ['ǆ', 'Ǆ'], ['ǅ']],
    [
      'prefix in any case, characters that become several',
      { prefix: { 'equals-ignore-case': 'straß' } },
      ['STRASSE', 'Straßen'],
      ['strasse', 'STRAS'],
    ],
    [
      'prefix in any case, with the closing quote',
      { prefix: { 'equals-ignore-case': 'ß"' } },
      ['SS'],
      ['SSa'],
    ],
    [
      'suffix in any case, characters that become several',
      { suffix: { 'equals-ignore-case': 'eﬁ' } },
      ['xEFI', 'eﬁ'],
      ['efi', 'eF', 'FI', 'eﬁe'],
    ],
    [
      'suffix in any case, with the opening quote',
      { suffix: { 'equals-ignore-case': '"ß' } },
      ['SS'],
      ['aSS'],
    ],
    [
      'anything-but in any case, characters that become several',
      { 'anything-but': { 'equals-ignore-case': 'straße' } },
      ['strasse', 1],
      ['STRASSE', 'straße'],
    ],
    ['ignoring case, beyond the basic plane', { 'equals-ignore-case': '𐐀' }, ['??'], ['𐐀', '𐐨']],
    ['wildcard', { wildcard: 'a*b*c' }, ['abc', 'aXbYc', 'abbcc'], ['ab', 'acb', 'xabc']],
    [
      'wildcard with long parts',
      { wildcard: '*aabaabcdefghijklmn*' },
      ['aabaabaabcdefghijklmn', 'xaabaabcdefghijklmnx'],
      ['aabaabcdefghijklm', 'aabaabaabaab'],
    ],
    [
      'wildcard with parts that must not share a character',
      { wildcard: 'ab*bc*cd' },
      ['abbccd', 'abxbcxcd'],
      ['abccd', 'abbcd', 'abcd'],
    ],
    ['wildcard with escapes', { wildcard: 'a\\**\\\\' }, ['a*\\', 'a*x\\'], ['ax\\', 'a*']],
    ['anything-but a string', { 'anything-but': 'a' }, ['b', 1, null, true], ['a']],
    ['anything-but numbers', { 'anything-but': [1, 2.5] }, [3, '1'], [1, 2.5]],
    ['anything-but a prefix', { 'anything-but': { prefix: ['a', 'b'] } }, ['c', 1], ['ab', 'ba']],
    ['anything-but a suffix', { 'anything-but': { suffix: 'z' } }, ['za'], ['az']],
    ['anything-but in any case', { 'anything-but': { 'equals-ignore-case': ['a'] } }, ['b'], ['A', 'a']],
    ['anything-but a wildcard', { 'anything-but': { wildcard: '*x*' } }, ['abc'], ['axc']],
    ['numeric', { numeric: ['>', 0, '<=', 5] }, [0.1, 5], [0, 5.1, '3']],
    ['numeric =', { numeric: ['=', 3e2] }, [300], [301]],
    ['exists', { exists: true }, ['', 0, null, false], [{}, [], { b: 1 }]],
    ['exists: false', { exists: false }, [{}, [], undefined, { b: 1 }], ['', 0, null]],
    ['cidr of IPv4', { cidr: '10.0.0.0/24' }, ['10.0.0.255'], ['10.0.1.0', '10.0.0', 'x']],
    [
      'cidr of all of IPv6',
      { cidr: '::/0' },
      ['::', '10.0.0.1', 'ffff::'],
      ['0.0.0.0', '255.255.255.255', ''],
    ],
    [
      'cidr, addresses as Java reads them',
      { cidr: '0.0.0.0/0' },
      ['::ffff:a00:1', '1:2:3:4:5:6:7::', '00001::'],
      [
        '0000000010.0.0.1',
        '1:2:3:4:5:6:7:8::',
        '1::2:3:4:5:6:7:8',
        ':',
        ':::',
        '1:2',
        '12345::',
        '256.0.0.1',
      ],
    ],
    ['cidr, numbers by their digits', { cidr: '0.0.0.0/0' }, [12345, 12.5], [-1, 0.5, 'x', true]],
    ['cidr of IPv6, numbers by their digits', { cidr: '::/0' }, [12345], [0]],
    ['cidr that no number begins like', { cidr: '10.0.0.0/8' }, ['10.1.2.3'], [12345, 10]],
    ['cidr of IPv6', { cidr: '2001:db8::/32' }, ['2001:db8:ffff::1'], ['2001:db9::1', '10.0.0.1']],
  ])('%s', (_, condition, yes, no) => {
    expect(field([condition], ...yes)).toEqual(yes.map(() => true));
    expect(field([condition], ...no)).toEqual(no.map(() => false));
  });
});

describe('several fields', () => {
  test('all have to match', () => {
    expect(matches({ a: ['x'], b: { c: [1] } }, { a: 'x', b: { c: 1 } })).toBe(true);
    expect(matches({ a: ['x'], b: { c: [1] } }, { a: 'x', b: { c: 2 } })).toBe(false);
  });

  test('of an array have to match in one element of it', () => {
    const asked = { items: { sku: ['a'], n: [2] } };
    expect(
      matches(asked, {
        items: [
          { sku: 'a', n: 1 },
          { sku: 'b', n: 2 },
        ],
      }),
    ).toBe(false);
    expect(
      matches(asked, {
        items: [
          { sku: 'a', n: 1 },
          { sku: 'a', n: 2 },
        ],
      }),
    ).toBe(true);
  });

  test('of an array have to match in one element of it, nested arrays included', () => {
    const asked = { a: { b: { c: [1], d: [2] }, e: [3] } };
    const given = (first: object, second: object) => ({ a: [[{ b: [first, second], e: 3 }]] });
    expect(matches(asked, given({ c: 1, d: 2 }, {}))).toBe(true);
    expect(matches(asked, given({ c: 1 }, { d: 2 }))).toBe(false);
    expect(matches(asked, { a: [{ b: { c: 1, d: 2 } }, { e: 3 }] })).toBe(false);
  });

  test('a scalar in an array counts as part of every other element', () => {
    expect(matches({ a: ['x'], 'a.b': [1] }, { a: ['x', { b: 1 }] })).toBe(true);
    expect(matches({ a: ['x'], 'a.b': [1] }, { a: [['x'], { b: 1 }] })).toBe(false);
  });

  test('exists: false in an array is about the element that fields with earlier names chose', () => {
    const given = { items: [{ m: 'x' }, { a: 1, z: 1 }] };
    expect(matches({ items: { m: ['x'], z: [{ exists: false }] } }, given)).toBe(true);
    expect(matches({ items: { m: ['x'], a: [{ exists: false }] } }, given)).toBe(false);
    expect(matches({ items: { z: [{ exists: false }] } }, given)).toBe(false);
    expect(matches({ items: { m: ['x', { exists: false }], z: [1] } }, given)).toBe(false);
    expect(matches({ items: { a: ['y', { exists: false }], z: [1] } }, { items: [{ z: 1 }] })).toBe(true);
  });

  test('$or at any level: one branch is enough, and the fields beside it must match too', () => {
    const asked = { source: ['s'], detail: { $or: [{ a: ['x'] }, { b: [{ numeric: ['<', 0] }] }] } };
    expect(matches(asked, { source: 's', detail: { b: -1 } })).toBe(true);
    expect(matches(asked, { source: 't', detail: { b: -1 } })).toBe(false);
    expect(matches(asked, { source: 's', detail: { a: 'y', b: 1 } })).toBe(false);
    expect(() => pattern({ $or: [{ a: ['x'] }] })).toThrow(
      'There must have at least 2 Objects in $or relationship.',
    );
  });

  test('$or: a field that a branch names again is what the branch says, and the other way round', () => {
    const branchLast = { a: ['x'], $or: [{ a: ['y'] }, { b: [1] }] };
    expect([matches(branchLast, { a: 'y' }), matches(branchLast, { a: 'x' })]).toEqual([true, false]);
    const branchFirst = { $or: [{ a: ['y'] }, { b: [1] }], a: ['x'] };
    expect([matches(branchFirst, { a: 'y' }), matches(branchFirst, { a: 'x' })]).toEqual([false, true]);
  });

  test('empty names, as AWS joins and splits them', () => {
    expect(matches({ '': ['x'] }, { '': 'x' })).toBe(true);
    expect(matches({ '': { b: ['x'] } }, { b: 'x' })).toBe(true);
    expect(matches({ '': { b: ['x'] } }, { '': { b: 'x' } })).toBe(false);
    expect(matches({ '': { a: { b: ['x'] } } }, { '': { a: { b: 'x' } } })).toBe(true);
    expect(matches({ a: { '': ['x'] } }, { a: { '': 'x' } })).toBe(false);
    expect(matches({ a: { '': ['x'] } }, { 'a.': 'x' })).toBe(true);
  });

  test('names with dots are the path that they spell', () => {
    expect(matches({ 'a.b': ['x'] }, { a: { b: 'x' } })).toBe(true);
    expect(matches({ a: { b: ['x'] } }, { 'a.b': 'x' })).toBe(true);
    expect(matches({ a: { b: ['x'], c: [1] } }, { 'a.b': 'x', a: [{ b: 'y' }, { c: 1 }] })).toBe(true);
  });

  test('a field that is named twice: the last one counts', () => {
    expect(matches('{"a":["x"],"a":["y"]}', '{"a":"x"}')).toBe(false);
    expect(matches('{"a":["x"],"a":["y"]}', '{"a":"y"}')).toBe(true);
  });

  test('a field that an event names twice has both values', () => {
    expect(matches('{"a":["x"]}', '{"a":"x","a":"y"}')).toBe(true);
    expect(matches('{"a":{"b":[1],"c":[2]}}', '{"a":[{"b":1}],"a":[{"c":2}]}')).toBe(true);
    expect(matches('{"a":{"b":[1],"c":[2]}}', '{"a":[{"b":1},{"c":2}],"a":[]}')).toBe(false);
  });
});

describe('hostile input', () => {
  test('patterns whose $or come to over 1000 combinations are refused before they are expanded', () => {
    const ors = (levels: number) =>
      `{"x":[1],${Array.from({ length: levels }, (_, i) => `"f${i}":{"$or":[{"a":[1]},{"b":[2]}]}`).join(',')}}`;
    expect(() => pattern(ors(9))).not.toThrow();
    for (const levels of [10, 60])
      expect(() => pattern(ors(levels))).toThrow(
        /^Event pattern is not valid\. Reason: The event pattern has over 1000 rule combinations$/,
      );
  });

  test('names and texts that mean something to JavaScript', () => {
    expect(matches('{"__proto__":["x"]}', '{"__proto__":"x"}')).toBe(true);
    expect(matches({ constructor: [{ exists: true }] }, {})).toBe(false);
    expect(matches({ a: { length: [1], 0: ['x'] } }, { a: ['x'] })).toBe(false);
    expect(matches({ a: { length: [1] } }, { a: 'x' })).toBe(false);
    expect(matches({ a: { length: [0] } } as EventPattern, { a: [] })).toBe(false);
    expect(matches({ a: { toString: [{ exists: true }] } }, { a: {} })).toBe(false);
    expect(matches({ a: ['x'] }, Object.create({ a: 'x' }))).toBe(false);
    expect(matches('{"a":["\\ud800"]}', '{"a":"\\ud800"}')).toBe(true);
  });
});

describe('what is refused', () => {
  test('a bad pattern, with the reason and the position', () => {
    expect(() => matches({ a: [] }, {})).toThrow(
      'Event pattern is not valid. Reason: Empty arrays are not allowed\n at [Source: (String)"{"a":[]}"; line: 1, column: 8]',
    );
    expect(() => pattern('{"a":[{"PREFIX":"x"}]}')).toThrow('Unrecognized match type PREFIX');
    expect(() => pattern('{')).toThrow(expect.objectContaining({ name: 'InvalidEventPatternException' }));
  });

  test('names that $or keeps for operators, anywhere below a branch', () => {
    for (const name of [
      ...['exactly', 'equals-ignore-case', 'prefix', 'suffix', 'anything-but', 'exists', 'wildcard'],
      ...['numeric', 'cidr', '=', '<', '<=', '>', '>=', 'regex', 'not-wildcard', 'not-equals-ignore-case'],
      ...['date-after', 'date-on-or-after', 'date-before', 'date-on-or-before', 'in-date-range'],
      ...['ip-address-in-range', 'ip-address-not-in-range'],
    ]) {
      const reason = `${name} is Ruler reserved fieldName which cannot be used inside $or.`;
      expect(() => pattern({ $or: [{ [name]: [1] }, { b: [1] }] })).toThrow(reason);
      expect(() => pattern({ $or: [{ a: { b: { [name]: [1] } } }, { b: [1] }] })).toThrow(reason);
      expect(() => pattern({ a: { [name]: [1] }, $or: [{ a: [1] }, { b: [1] }] })).not.toThrow();
    }
  });

  test('positions in wildcards are counted in bytes', () => {
    expect(() => pattern({ a: [{ wildcard: 'é**' }] })).toThrow('Consecutive wildcard characters at pos 3');
    expect(() => pattern({ a: [{ wildcard: '😀\\x' }] })).toThrow('Invalid escape character at pos 5');
    expect(() => pattern({ a: [{ exactly: 1 }] } as never)).toThrow('exact match pattern must be a string');
  });

  test('of anything-but, a value where only strings are allowed', () => {
    const refused = (excluded: object) => () => pattern({ a: [{ 'anything-but': excluded }] } as never);
    for (const wrong of [{}, true, null]) {
      expect(refused({ 'equals-ignore-case': wrong })).toThrow(
        'Reason: Value of anything-but must be an array or single string/number value.\n',
      );
    }
    for (const wrong of [1, [1], [true], [['a']]]) {
      expect(refused({ 'equals-ignore-case': wrong })).toThrow(
        'Reason: Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.\n',
      );
    }
  });

  test('of several wrong wildcards in anything-but, the one that comes first in a HashSet of Java', () => {
    const reason = (...wildcards: string[]) => {
      try {
        pattern({ a: [{ 'anything-but': { wildcard: wildcards } }] });
      } catch (error) {
        return /Reason: (.*)\n/.exec(String(error))?.[1];
      }
      return undefined;
    };
    // Seen in Java: `**`, `a\b`, `a**`, `\q` come in this order, whatever the order of the array.
    expect(reason('a\\x', '**')).toBe('Consecutive wildcard characters at pos 1');
    expect(reason('**', 'a\\x')).toBe('Consecutive wildcard characters at pos 1');
    expect(reason('a**', '\\q', 'a\\b')).toBe('Invalid escape character at pos 2');
    expect(reason('\\q', 'a**')).toBe('Consecutive wildcard characters at pos 2');
  });

  test('wildcards that are too complex', () => {
    expect(() => pattern({ a: [{ wildcard: '*:*:*:*:*:event-bus/*' }] })).toThrow('Rule is too complex');
    expect(() => pattern({ a: [{ wildcard: '/Users/*/dir/dir/dir/dir/dir/doc.txt' }] })).not.toThrow();
    const tenStars = { wildcard: `${'*a'.repeat(5)}` };
    expect(() => pattern({ a: [tenStars, tenStars], b: [tenStars] })).not.toThrow();
  });

  test('the error cuts a long pattern', () => {
    const long = `{"a":["${'x'.repeat(600)}"],"b":3}`;
    expect(() => pattern(long)).toThrow(
      `"${long.slice(0, 500)}"[truncated ${long.length - 500} chars]; line: 1, column: ${long.length}]`,
    );
  });

  test('values that are not patterns, and values that are not events', () => {
    expect(() => pattern(undefined as never)).toThrow(
      'pattern: an event pattern must be an object or a JSON string, not undefined.',
    );
    for (const [name, call] of [
      ['matches', matches],
      ['explain', explain],
    ] as const)
      expect(() => call(undefined as never, {})).toThrow(
        `${name}: an event pattern must be an object or a JSON string, not undefined.`,
      );
    const round: Record<string, unknown> = {};
    round['a'] = round;
    expect(() => pattern(round as never)).toThrow(
      /^pattern: the event pattern cannot be written as JSON: Converting circular structure/,
    );

    expect(() => matches({ a: [1] }, JSON.parse('null'))).toThrow(
      'matches: an event must be an object or a JSON string, not null.',
    );
    expect(() => explain({ a: [1] }, [])).toThrow(
      /^explain: an event must be an object or a JSON string, not an? /,
    );
    for (const text of ['nope', '{"a":tru}', '{"a":1', ' ']) {
      const reason = messageOf(() => JSON.parse(text));
      expect(messageOf(() => matches({ a: [1] }, text))).toBe(
        `matches: the event is a string that is not JSON: ${reason}`,
      );
    }
    expect(matches({ a: [1] }, ' \r\n\t{"a":1}')).toBe(true);
    for (const text of ['[{"a":1}]', ' "x"', '1', 'null']) {
      expect(() => matches({ a: [1] }, text)).toThrow(
        'matches: an event must be an object or a JSON string; this string is JSON, but not a JSON object.',
      );
    }
    expect(() => explain({ a: [1] }, '{"a":1')).toThrow(/^explain: the event is a string that is not JSON: /);
  });
});
