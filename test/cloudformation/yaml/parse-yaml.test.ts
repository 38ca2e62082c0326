import { describe, expect, test } from '@jest/globals';
import { parseYaml } from '../../../src/cloudformation/yaml/parse-yaml';
import { read } from '../read';

test('short forms of functions', () => {
  const yaml = `
Parameters:
  Stage: { Type: String, Default: dev }
Conditions:
  IsDev: !Equals [!Ref Stage, dev]
Resources:
  Bus:
    Type: AWS::Events::EventBus
    Properties:
      Name: !Join ['-', [orders, !Ref Stage]]
  Paid:
    Type: AWS::Events::Rule
    Condition: IsDev
    Properties:
      Name: !Sub 'paid-\${Stage}'
      EventBusName: !GetAtt Bus.Name
      EventPattern:
        source: [!If [IsDev, shop.dev, shop.prod]]
        detail:
          total: [{ numeric: ['>', 100] }]
`;
  expect(read(yaml)).toEqual({
    rules: [
      {
        name: 'paid-dev',
        logicalId: 'Paid',
        bus: 'orders-dev',
        eventPattern: { source: ['shop.dev'], detail: { total: [{ numeric: ['>', 100] }] } },
      },
    ],
    buses: ['orders-dev'],
    skipped: [],
    unresolved: [],
  });
});

test.each<[string, string, unknown]>([
  ['a short form before a scalar', 'a: !Ref Bus', { a: { Ref: 'Bus' } }],
  [
    'before a sequence, with another inside',
    'a: !Join ["-", [!Ref A]]',
    { a: { 'Fn::Join': ['-', [{ Ref: 'A' }]] } },
  ],
  ['before a mapping', 'a: !Transform { Name: x }', { a: { 'Fn::Transform': { Name: 'x' } } }],
  ['before a block', 'a: !Sub |\n  x\n', { a: { 'Fn::Sub': 'x\n' } }],
  ['GetAtt, split at its first dot', 'a: !GetAtt A.B.C', { a: { 'Fn::GetAtt': ['A', 'B.C'] } }],
  [
    'an alias inside a short form',
    'x: &x shop\na: !Sub ["${n}", { n: *x }]',
    { x: 'shop', a: { 'Fn::Sub': ['${n}', { n: 'shop' }] } },
  ],
  ['an alias of a short form', 'x: &x !Ref A\na: *x', { x: { Ref: 'A' }, a: { Ref: 'A' } }],
  ['merged mappings', 'x: &x { a: 1, b: 2 }\ny: { <<: *x, b: 3 }', { x: { a: 1, b: 2 }, y: { a: 1, b: 3 } }],
  ['a tag that is not a function', 'a: !Other x', { a: 'x' }],
  ['keys that are not strings', '1: a\ntrue: b\n~: c', { 1: 'a', true: 'b', '': 'c' }],
  ['empty values', 'a:\nb: []', { a: null, b: [] }],
])('%s', (_, yaml, value) => {
  expect(parseYaml(yaml)).toEqual(value);
});

describe('reads YAML 1.1, as CloudFormation does', () => {
  test.each<[unknown, string]>([
    [true, '[yes, Yes, YES, on, On, ON, true, True, TRUE, !!bool yes]'],
    [false, '[no, No, NO, off, Off, OFF, false, False, FALSE]'],
    [null, '[~, null, Null, NULL]'],
    [
      10,
      '[10, +10, 1_0, 012, +012, 0_12, 0b1010, 0b10_10, 0xA, 0xa, 10.0, 1_0.0, 1.0e+1, 100.E-1, !!int 012]',
    ],
    [-10, '[-10, -012, -0b1010, -0xA, -10., -1.0e+1]'],
    [0, '[0, +0, 00, 0.0, .0, 0x0]'],
    [0.5, '[0.5, .5, +.5, 5.0e-1]'],
    [45_045, '[12:30:45, 1_2:30:45, 12:30:45.0]'],
    [-90, '[-1:30, -1:30.]'],
    [Infinity, '[.inf, .Inf, +.INF]'],
    [-Infinity, '[-.inf]'],
    [NaN, '[.nan, .NaN, .NAN]'],
  ])('%p', (value, yaml) => {
    const values = parseYaml(yaml) as unknown[];
    expect(values).toEqual(values.map(() => value));
  });

  test.each([
    '2010-09-09',
    '2010-09-09T10:00:00Z',
    '012345678901',
    '089',
    '08:30',
    '0o12',
    '1e3',
    '.',
    '_',
    '1.2.3',
    '10:99',
    'y',
    'n',
    'Y',
    'N',
    'yEs',
    'oN',
    'nUll',
    '0b12',
    '0xG',
    '=',
    '!!timestamp 2010-09-09',
    '!!str 012',
    '! yes',
    '"yes"',
    "'012'",
  ])('%s is a string', (scalar) => {
    const text = scalar.replace(/^!\S* |['"]/g, '').replace(/['"]$/, '');
    expect(parseYaml(`a: ${scalar}`)).toEqual({ a: text });
  });

  test('in a block scalar, everything is a string', () => {
    expect(parseYaml('a: |\n  yes\nb: >-\n  012\n')).toEqual({ a: 'yes\n', b: '012' });
  });

  test('a directive for another version of YAML changes nothing', () => {
    expect(parseYaml('%YAML 1.2\n---\na: [yes, 012]')).toEqual({ a: [true, 10] });
  });

  test('keys are the strings that JSON has for them', () => {
    expect(parseYaml('yes: a\n012: b\n2010-09-09: c')).toEqual({ true: 'a', 10: 'b', '2010-09-09': 'c' });
  });

  test('in a pattern', async () => {
    const yaml = `
Resources:
  Active:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [shop], detail: { active: [yes], code: [012], since: [2010-09-09] } }
`;
    expect(read(yaml).rules).toMatchObject([
      { eventPattern: { detail: { active: [true], code: [10], since: ['2010-09-09'] } } },
    ]);
  });
});

test('the key __proto__ is a key like any other', () => {
  expect(Object.keys(parseYaml('__proto__: { a: 1 }') as object)).toEqual(['__proto__']);
});

describe('refuses', () => {
  const refused = (yaml: string, message: string | RegExp) => expect(() => parseYaml(yaml)).toThrow(message);
  const prefix = 'rulesFrom: the template is not JSON or YAML. ';

  test('what is not YAML, with the location', () => {
    refused('a: 1\nb: [c', /^rulesFrom: the template is not JSON or YAML\. .+ at line 2, column \d+\.$/);
  });
  test('a key that is repeated', () => {
    refused('a: 1\nb: 2\na: 3', `${prefix}The key "a" is repeated at line 3, column 1.`);
  });
  test('an alias of nothing, and one inside its own anchor', () => {
    refused('a: *x', `${prefix}No anchor "&x" ends before the alias "*x" at line 1, column 4.`);
    refused('a: &x [*x]', `${prefix}No anchor "&x" ends before the alias "*x" at line 1, column 8.`);
  });
  test('a key that is an object', () => {
    refused('? [a]\n: b', `${prefix}A key must be a string at line 1, column 3.`);
  });
  test('a second document', () => {
    refused(
      'a: 1\n---\nb: 2',
      /It has a second document, and a template is one document at line \d+, column \d+\.$/,
    );
  });
});

describe('hostile YAML', () => {
  const tooDeep = 'rulesFrom: the template is nested more than 200 levels deep.';
  test.each([
    ['sequences', '['.repeat(10_000)],
    ['closed sequences', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['mappings', `${'{a: '.repeat(5000)}1${'}'.repeat(5000)}`],
    ['blocks', '- '.repeat(10_000)],
    ['keys', '? '.repeat(10_000)],
  ])('deep %s', (_, yaml) => {
    expect(() => parseYaml(yaml)).toThrow(tooDeep);
  });

  test('a bomb of aliases is as small as its text', () => {
    const levels = Array.from({ length: 50 }, (_, i) => `l${i + 1}: &l${i + 1} [*l${i}, *l${i}]`);
    const yaml = [
      'Metadata:',
      '  l0: &l0 [x]',
      ...levels.map((line) => `  ${line}`),
      'Resources:',
      '  Rule: { Type: AWS::Events::Rule, Properties: { EventPattern: { detail: { a: *l50 } } } }',
    ].join('\n');
    expect(read(yaml).unresolved).toEqual([
      { resource: 'Rule', reason: 'It is larger than 1 MB once its functions are resolved.' },
    ]);
  });

  test('a bomb of merged keys', () => {
    const wide = Array.from({ length: 1000 }, (_, i) => `k${i}: 1`).join(', ');
    const many = Array.from({ length: 200 }, (_, i) => `m${i}: { <<: *w }`).join('\n');
    expect(() => parseYaml(`w: &w { ${wide} }\n${many}`)).toThrow(
      'The document merges too many keys at line',
    );
  });
});
