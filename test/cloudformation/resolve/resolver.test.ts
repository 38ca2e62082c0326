import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { read } from '../read';

const rule = (properties: object = {}, rest: object = {}) => ({
  Type: 'AWS::Events::Rule',
  Properties: { EventPattern: { source: ['shop.orders'] }, ...properties },
  ...rest,
});
const bus = (Name: unknown) => ({ Type: 'AWS::Events::EventBus', Properties: { Name } });
/** What a value in a pattern is resolved to, or why it is not. */
const resolved = (value: unknown, sections: object = {}) => {
  const Resources = { Rule: rule({ EventPattern: { value } }) };
  const { rules, unresolved } = read({ ...sections, Resources });
  const [{ eventPattern } = { eventPattern: undefined }] = rules;
  return unresolved[0]?.reason ?? (eventPattern as { value: unknown }).value;
};

describe('functions', () => {
  test('functions inside a pattern are resolved', () => {
    const EventPattern = {
      account: [{ Ref: 'AWS::AccountId' }],
      region: [{ 'Fn::If': ['IsEu', 'eu-west-1', { Ref: 'AWS::Region' }] }],
      source: { 'Fn::Split': [',', { 'Fn::Join': [',', ['shop.a', 'shop.b']] }] },
      resources: [
        {
          'Fn::Sub': [
            'arn:${AWS::Partition}:s3:::${Bucket}/${!Key}',
            { Bucket: { 'Fn::FindInMap': ['Buckets', 'dev', 'Name'] } },
          ],
        },
      ],
      detail: { kind: [{ 'Fn::Select': [1, ['x', 'y']] }], none: { Ref: 'AWS::NoValue' } },
    };
    const { rules, unresolved } = read({
      Conditions: {
        IsEu: {
          'Fn::And': [
            { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] },
            { 'Fn::Not': [{ Condition: 'Never' }] },
          ],
        },
        Never: { 'Fn::Equals': ['a', 'b'] },
      },
      Mappings: { Buckets: { dev: { Name: 'dev-bucket' } } },
      Resources: { Rule: rule({ EventPattern }) },
    });
    expect(unresolved).toEqual([]);
    expect(rules[0]?.eventPattern).toEqual({
      account: ['123456789012'],
      region: ['us-east-1'],
      source: ['shop.a', 'shop.b'],
      resources: ['arn:aws:s3:::dev-bucket/${Key}'],
      detail: { kind: ['y'] },
    });
  });

  test.each([
    ['Ref', { Ref: 1 }, 'Ref needs a string, not 1.'],
    ['Fn::Join', { 'Fn::Join': 'x' }, 'Fn::Join needs an array, not "x".'],
    [
      'Fn::Join of objects',
      { 'Fn::Join': ['', [{ a: 1 }]] },
      'Fn::Join needs a string, not an object with "a".',
    ],
    ['Fn::Split', { 'Fn::Split': [',', { Ref: 'AWS::NoValue' }] }, 'Fn::Split needs a string, not nothing.'],
    ['Fn::Select', { 'Fn::Select': [2, ['x']] }, 'Fn::Select: an array of 1 has no item "2".'],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['A', 'B'] }, 'Fn::FindInMap: Mappings has no value at "A.B".'],
    ['Fn::If', { 'Fn::If': ['No', 1, 2] }, 'The template has no condition "No".'],
  ])('%s with an argument that CloudFormation refuses', (_, value, reason) => {
    expect(resolved(value)).toBe(reason);
  });

  test('a value in a mapping is a string or an array of strings', () => {
    const Mappings = { M: { dev: { Name: ['a', 'b'], Bad: { Ref: 'AWS::Region' } } } };
    expect(resolved({ 'Fn::FindInMap': ['M', 'dev', 'Name'] }, { Mappings })).toEqual(['a', 'b']);
    expect(resolved({ 'Fn::FindInMap': ['M', 'dev', 'Bad'] }, { Mappings })).toBe(
      'Fn::FindInMap: the value at "M.dev.Bad" must be a string or an array of strings, not an object with "Ref".',
    );
  });

  test('Fn::Sub leaves what is not a placeholder', () => {
    expect(resolved({ 'Fn::Sub': '$ {a} ${AWS::Region}-${!b}-${ AWS::Region } ${open' })).toBe(
      '$ {a} us-east-1-${b}-us-east-1 ${open',
    );
  });

  test('Fn::ToJsonString writes resolved values', () => {
    expect(resolved({ 'Fn::ToJsonString': { region: { Ref: 'AWS::Region' } } })).toBe(
      '{"region":"us-east-1"}',
    );
  });
});

describe('conditions', () => {
  test('compare strings: "true" is equal to what YAML reads as a boolean', () => {
    const Conditions = { Same: { 'Fn::Equals': ['true', true] }, Number: { 'Fn::Equals': [100, '100'] } };
    expect(resolved({ 'Fn::If': ['Same', { 'Fn::If': ['Number', 'both', 1] }, 2] }, { Conditions })).toBe(
      'both',
    );
  });

  test.each<[unknown, string]>([
    ['x', 'A condition must be an object with one function, such as { "Fn::Equals": […] }, not "x".'],
    [
      { 'Fn::Sub': 'x' },
      'A condition must be an object with one function, such as { "Fn::Equals": […] }, not an object with "Fn::Sub".',
    ],
    [{ 'Fn::And': 'x' }, 'Fn::And needs an array, not "x".'],
    [{ Condition: Object.create(null) }, 'Condition needs a string, not an empty object.'],
    [{ Condition: 'Nowhere' }, 'The template has no condition "Nowhere".'],
  ])('%j is not a condition', (Broken, reason) => {
    const Resources = { Rule: rule({}, { Condition: 'Broken' }) };
    expect(read({ Conditions: { Broken }, Resources }).unresolved).toEqual([{ resource: 'Rule', reason }]);
  });
});

describe('each part is evaluated once', () => {
  test('conditions that refer to each other twice', () => {
    let evaluations = 0;
    const counted = (name: string, argument: unknown) =>
      Object.defineProperty({}, name, {
        enumerable: true,
        get: () => {
          evaluations++;
          return argument;
        },
      });
    const Conditions: Record<string, unknown> = { C0: counted('Fn::Equals', ['a', 'a']) };
    for (let i = 1; i < 100; i++)
      Conditions[`C${i}`] = counted('Fn::And', [{ Condition: `C${i - 1}` }, { Condition: `C${i - 1}` }]);
    const Resources = { A: rule({}, { Condition: 'C99' }), B: rule({}, { Condition: 'C99' }) };
    expect(read({ Conditions, Resources }).rules).toHaveLength(2);
    expect(evaluations).toBe(100);
  });

  test('objects that a template shares, as YAML aliases do', () => {
    let evaluations = 0;
    const value: object = Object.defineProperty({}, 'Ref', {
      enumerable: true,
      get: () => {
        evaluations++;
        return 'AWS::Region';
      },
    });
    const Rule = rule({ EventPattern: { region: [value, value], detail: { a: [value] } } });
    expect(read({ Resources: { Rule, Same: Rule } }).rules).toHaveLength(2);
    expect(evaluations).toBe(1);
  });
});

describe('a cycle is an error that names its parts in order', () => {
  const cycle = (path: string) =>
    `rulesFrom: the template has a cycle: ${path}. Remove one of these references.`;

  test.each<[string, object, string]>([
    [
      'a condition of itself',
      { Conditions: { A: { Condition: 'A' } }, Resources: { Rule: rule({}, { Condition: 'A' }) } },
      'Conditions.A -> Conditions.A',
    ],
    [
      'conditions, by way of a function',
      {
        Conditions: {
          First: { Condition: 'A' },
          A: { 'Fn::Not': [{ Condition: 'B' }] },
          B: { 'Fn::Equals': [{ 'Fn::If': ['A', '1', '2'] }, '1'] },
        },
        Resources: { Rule: rule({}, { Condition: 'First' }) },
      },
      'Conditions.A -> Conditions.B -> Conditions.A',
    ],
    [
      'the names of buses',
      { Resources: { One: bus({ 'Fn::Sub': '${Two}-1' }), Two: bus({ 'Fn::GetAtt': ['One', 'Name'] }) } },
      'Resources.One -> Resources.Two -> Resources.One',
    ],
    [
      'a bus and its condition',
      {
        Conditions: { A: { 'Fn::Equals': [{ Ref: 'One' }, 'x'] } },
        Resources: { One: { ...bus('x'), Condition: 'A' } },
      },
      'Conditions.A -> Resources.One -> Conditions.A',
    ],
  ])('%s', (_, template, path) => {
    expect(() => read(template)).toThrow(cycle(path));
  });

  test('objects that contain themselves', () => {
    const detail: Record<string, unknown> = {};
    detail['again'] = { detail };
    expect(() => read({ Resources: { Rule: rule({ EventPattern: detail }) } })).toThrow(
      'rulesFrom: an object in Resources.Rule contains itself.',
    );
    const parts: unknown[] = [];
    parts.push({ 'Fn::And': parts });
    const Conditions = { A: { 'Fn::And': parts } };
    expect(() => read({ Conditions, Resources: { Rule: rule({}, { Condition: 'A' }) } })).toThrow(
      'rulesFrom: an object in Conditions.A contains itself.',
    );
  });
});

describe('hostile templates', () => {
  test('nested too deep', () => {
    let deep: unknown = ['x'];
    for (let i = 0; i < 100_000; i++) deep = { a: deep };
    const Conditions = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, i) => [`C${i}`, { Condition: `C${i + 1}` }]),
    );
    const Resources = { Deep: rule({ EventPattern: deep }), Chain: rule({}, { Condition: 'C0' }) };
    const reason = 'It is nested more than 500 levels deep.';
    expect(read({ Conditions, Resources }).unresolved).toEqual([
      { resource: 'Deep', reason },
      { resource: 'Chain', reason },
    ]);
  });

  test('a few objects that expand to billions', () => {
    let shared: unknown = ['x'];
    for (let i = 0; i < 100; i++) shared = { a: shared, b: shared };
    let string: unknown = 'x'.repeat(1000);
    for (let i = 0; i < 100; i++) string = { 'Fn::Sub': ['${a}${a}', { a: string }] };
    const long = 'x'.repeat(90_000);
    const joined = { 'Fn::Join': [long, Array.from({ length: 90_000 }, () => 'y')] };
    const reason = 'It is larger than 1 MB once its functions are resolved.';
    expect(resolved(shared)).toBe(reason);
    expect(resolved(string)).toBe(reason);
    expect(resolved(joined)).toBe(reason);
    expect(resolved({ 'Fn::ToJsonString': shared })).toBe(reason);
  });

  test('names that every object has', () => {
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
    for (const name of names) {
      expect(resolved({ Ref: name })).toContain(`Ref "${name}": the template has no parameter or resource`);
      expect(resolved({ 'Fn::FindInMap': [name, name, 'name'] })).toContain('Mappings has no value');
      expect(resolved({ 'Fn::If': [name, 1, 2] })).toBe(`The template has no condition "${name}".`);
      expect(resolved({ 'Fn::Sub': ['${a}', { a: { 'Fn::Sub': `\${${name}}` } }] })).toContain(
        `Ref "${name}"`,
      );
      const own = (value: unknown): object => JSON.parse(`{"${name}":${JSON.stringify(value)}}`);
      const sections = {
        Parameters: own({ Type: 'String', Default: 'p' }),
        Conditions: own({ 'Fn::Equals': [1, 1] }),
        Mappings: own(own(own('m'))),
      };
      expect(resolved({ Ref: name }, sections)).toBe('p');
      expect(resolved({ 'Fn::FindInMap': [name, name, name] }, sections)).toBe('m');
      expect(resolved({ 'Fn::If': [name, 1, 2] }, sections)).toBe(1);
      expect(resolved(own(['x']))).toEqual(own(['x']));
    }
  });

  test('a logical id of letters is the name of a rule, another is refused', () => {
    const eb = fakeEventBridge();
    expect(eb.rulesFrom({ Resources: { constructor: rule() } }).rules).toEqual(['constructor']);
    expect(() => eb.rulesFrom(`{"Resources":{"__proto__":${JSON.stringify(rule())}}}`)).toThrow(
      'rulesFrom: a logical id must consist of letters and digits, not "__proto__".',
    );
  });
});

test('what a template writes is escaped and cut in messages', () => {
  const long = '\u001b[31m'.repeat(1000);
  const shown = JSON.stringify(long.slice(0, 80));
  for (const value of [{ Ref: long }, { 'Fn::GetAtt': long }, { 'Fn::If': [long, 1, 2] }, { Ref: [long] }])
    expect(resolved(value)).not.toContain('\u001b');
  expect(resolved({ Ref: long })).toContain(`Ref ${shown}…: the template has`);
  const Conditions = { [long]: { Condition: long } };
  expect(() => read({ Conditions, Resources: { Rule: rule({}, { Condition: long }) } })).toThrow(
    `rulesFrom: the template has a cycle: Conditions.${shown}… -> Conditions.${shown}….`,
  );
});
