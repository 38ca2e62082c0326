import { describe, expect, test } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';
import { contentsOf } from '../../src/cloudformation/rules-in-template';
import { readTemplate } from '../../src/cloudformation/template';

const here = { region: 'us-east-1', account: '123456789012' };
const read = (template: unknown, parameters: Record<string, string> = {}) =>
  contentsOf(readTemplate(template, parameters), here);
const eventPattern = { source: ['shop.orders'] };
const noValue = { Ref: 'AWS::NoValue' };
const rule = (properties: object) => ({
  Type: 'AWS::Events::Rule',
  Properties: { EventPattern: eventPattern, ...properties },
});

describe('parameters', () => {
  const ofType = (Type: string, Default: unknown, properties: object) => ({
    Parameters: { P: { Type, Default } },
    Resources: { Rule: rule(properties) },
  });

  test.each(['CommaDelimitedList', 'List<Number>'])('a %s is a list of texts', (type) => {
    const template = ofType(type, '1, 2', { EventPattern: { source: { Ref: 'P' } } });
    expect(read(template).rules[0]?.eventPattern).toEqual({ source: ['1', '2'] });
    expect(read(template, { P: 'a' }).rules[0]?.eventPattern).toEqual({ source: ['a'] });
  });

  test('a number is a text, as CloudFormation has it', () => {
    const template = ofType('Number', 100, { EventPattern: { detail: { total: [{ Ref: 'P' }] } } });
    expect(read(template).rules[0]?.eventPattern).toEqual({ detail: { total: ['100'] } });
  });

  test('a text is equal to the number or the boolean that YAML reads', () => {
    for (const [Default, other] of [
      ['true', true],
      [100, '100'],
    ]) {
      const Conditions = { Same: { 'Fn::Equals': [{ Ref: 'P' }, other] } };
      const Rule = { ...rule({}), Condition: 'Same' };
      expect(read({ ...ofType('String', Default, {}), Conditions, Resources: { Rule } }).rules).toHaveLength(
        1,
      );
    }
  });

  test('what the parameter store holds is reported, not guessed, until it is given', () => {
    const template = ofType('AWS::SSM::Parameter::Value<String>', '/shared/bus', {
      EventBusName: { Ref: 'P' },
    });
    expect(read(template)).toMatchObject({
      rules: [],
      unresolved: [
        {
          resource: 'Rule',
          why: 'Ref P: its value is in the parameter store, give it in { parameters: { "P": … } }',
        },
      ],
    });
    expect(read(template, { P: 'orders' }).rules[0]?.bus).toBe('orders');
  });
});

test('what a dynamic reference stands for is reported, not guessed', () => {
  const { rules, unresolved } = read({
    Resources: {
      Plain: rule({ EventBusName: '{{resolve:ssm:/shared/bus}}' }),
      InSub: rule({ EventBusName: { 'Fn::Sub': '{{resolve:ssm:/${AWS::Region}/bus}}' } }),
    },
  });
  expect(rules).toEqual([]);
  expect(unresolved).toEqual([
    {
      resource: 'Plain',
      why: '"{{resolve:ssm:/shared/bus}}" is a dynamic reference: it is not known before the deployment',
    },
    {
      resource: 'InSub',
      why: '"{{resolve:ssm:/us-east-1/bus}}" is a dynamic reference: it is not known before the deployment',
    },
  ]);
});

describe('AWS::NoValue', () => {
  test('in place of a bus leaves the rule on default', () => {
    expect(read({ Resources: { Rule: rule({ EventBusName: noValue }) } })).toMatchObject({
      rules: [{ bus: 'default' }],
      unresolved: [],
    });
  });

  test('in place of a pattern leaves a schedule', () => {
    const Rule = rule({ EventPattern: noValue, ScheduleExpression: 'rate(1 hour)' });
    expect(read({ Resources: { Rule } })).toMatchObject({ rules: [], unresolved: [] });
  });
});

describe('SAM', () => {
  const events = (Events: object) => ({
    Resources: { Ship: { Type: 'AWS::Serverless::Function', Properties: { Events } } },
  });

  test('an event that is not enabled is no rule here', () => {
    const Off = { Type: 'CloudWatchEvent', Properties: { Pattern: eventPattern, Enabled: false } };
    const On = { Type: 'CloudWatchEvent', Properties: { Pattern: eventPattern, Enabled: true } };
    expect(read(events({ Off, On })).rules.map(({ name }) => name)).toEqual(['ShipOn']);
  });

  test('of an event that cannot be resolved its own name is said', () => {
    const Properties = { Pattern: eventPattern, EventBusName: { 'Fn::ImportValue': 'shared' } };
    expect(read(events({ Paid: { Type: 'EventBridgeRule', Properties } })).unresolved).toEqual([
      { resource: 'ShipPaid', why: 'Fn::ImportValue "shared": it is the output of another stack' },
    ]);
  });
});

test('resources that a macro makes are reported', () => {
  expect(read({ Resources: { 'Fn::ForEach::Rules': ['X', ['A'], {}] } }).unresolved).toEqual([
    {
      resource: 'Fn::ForEach::Rules',
      why: 'what it makes is not known from the template; give the template as CloudFormation has processed it',
    },
  ]);
});

describe('hostile templates', () => {
  test('nested too deep to be resolved are reported', () => {
    let deep: unknown = ['x'];
    for (let i = 0; i < 100_000; i++) deep = { a: deep };
    expect(read({ Resources: { Deep: rule({ EventPattern: deep }) } })).toMatchObject({
      rules: [],
      unresolved: [{ resource: 'Deep', why: 'it is nested too deep, or refers to itself' }],
    });
  });

  test('conditions that ask themselves in a detour are reported', () => {
    const Conditions = { A: { 'Fn::Equals': [{ 'Fn::If': ['A', '1', '2'] }, '1'] } };
    expect(read({ Conditions, Resources: { Rule: { ...rule({}), Condition: 'A' } } })).toMatchObject({
      rules: [],
      unresolved: [{ resource: 'Rule', why: 'it is nested too deep, or refers to itself' }],
    });
  });
});

describe('names', () => {
  const eb: FakeEventBridge = fakeEventBridge();
  const long = `OrdersStack${'Construct'.repeat(8)}A1B2C3D4`;

  test('a logical id can be longer than a name, as those of CDK are', () => {
    expect(eb.rulesFrom({ Resources: { [long]: rule({}) } }).rules).toEqual([long]);
  });

  test('a name of its own cannot', () => {
    expect(() => eb.rulesFrom({ Resources: { Rule: rule({ Name: long }) } })).toThrow(
      `rule: "${long}" is no name of a rule: 1 to 64 letters, digits, dots, hyphens and underscores.`,
    );
  });
});
