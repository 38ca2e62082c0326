import { describe, expect, test } from '@jest/globals';
import { read } from './read';

const pattern = { source: ['shop.orders'] };
const rule = (properties: object, rest: object = {}) => ({
  Resources: {
    BigOrders: { Type: 'AWS::Events::Rule', Properties: { EventPattern: pattern, ...properties }, ...rest },
  },
});

describe('CloudFormation', () => {
  test('a rule is taken over with its name, pattern and bus', () => {
    expect(read(rule({ Name: 'big-orders', EventBusName: 'orders' }))).toEqual({
      rules: [{ name: 'big-orders', logicalId: 'BigOrders', eventPattern: pattern, bus: 'orders' }],
      buses: [],
      skipped: [],
      unresolved: [],
    });
  });

  test('a rule without a name goes by its logical id, one without a bus is on default', () => {
    expect(read(rule({})).rules).toEqual([
      { name: 'BigOrders', logicalId: 'BigOrders', eventPattern: pattern, bus: 'default' },
    ]);
  });

  test('a rule that receives no event is reported as skipped', () => {
    const skipped = (properties: object, rest: object = {}) => {
      const contents = read({ Conditions: { Off: { 'Fn::Equals': ['a', 'b'] } }, ...rule(properties, rest) });
      expect(contents).toMatchObject({ rules: [], unresolved: [] });
      return contents.skipped;
    };
    const reason = (text: string) => [{ resource: 'BigOrders', reason: text }];
    expect(skipped({ State: 'DISABLED' })).toEqual(reason('It is disabled.'));
    expect(skipped({ EventPattern: undefined, ScheduleExpression: 'rate(1 hour)' })).toEqual(
      reason('It has a schedule and no event pattern.'),
    );
    expect(skipped({}, { Condition: 'Off' })).toEqual(reason('Its condition "Off" is false.'));
  });

  test('a rule with a schedule and a pattern receives events', () => {
    expect(read(rule({ ScheduleExpression: 'rate(1 hour)' })).rules).toHaveLength(1);
  });

  test('a bus of the template is known by Ref, GetAtt and Sub', () => {
    const bus = { Type: 'AWS::Events::EventBus', Properties: { Name: { 'Fn::Sub': 'orders-${Stage}' } } };
    for (const EventBusName of [
      { Ref: 'Bus' },
      { 'Fn::GetAtt': ['Bus', 'Name'] },
      { 'Fn::Sub': '${Bus}' },
      { 'Fn::Sub': '${Bus.Name}' },
    ]) {
      const { rules, buses, unresolved } = read({
        Parameters: { Stage: { Type: 'String', Default: 'dev' } },
        Resources: { Bus: bus, ...rule({ EventBusName }).Resources },
      });
      expect({ buses, unresolved, bus: rules[0]?.bus }).toEqual({
        buses: ['orders-dev'],
        unresolved: [],
        bus: 'orders-dev',
      });
    }
  });

  test('a bus may get its name from a bus that is declared after it', () => {
    const Resources = {
      Audit: { Type: 'AWS::Events::EventBus', Properties: { Name: { 'Fn::Sub': '${Orders}-audit' } } },
      Orders: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' } },
    };
    expect(read({ Resources })).toMatchObject({ buses: ['orders-audit', 'orders'], unresolved: [] });
  });

  test('a bus whose condition is false is skipped, and a rule on it is unresolved', () => {
    const Bus = { Type: 'AWS::Events::EventBus', Condition: 'Off', Properties: { Name: 'orders' } };
    const Conditions = { Off: { 'Fn::Equals': ['a', 'b'] } };
    expect(
      read({ Conditions, Resources: { Bus, ...rule({ EventBusName: { Ref: 'Bus' } }).Resources } }),
    ).toEqual({
      rules: [],
      buses: [],
      skipped: [{ resource: 'Bus', reason: 'Its condition "Off" is false.' }],
      unresolved: [
        { resource: 'BigOrders', reason: 'The bus "Bus" does not exist: its condition "Off" is false.' },
      ],
    });
  });

  test.each(['AWS::CloudFormation::Stack', 'AWS::Serverless::Application'])(
    'the rules of a nested stack (%s) are in another template',
    (Type) => {
      expect(read({ Resources: { Orders: { Type, Properties: {} } } }).unresolved).toEqual([
        { resource: 'Orders', reason: 'It is a nested stack. Pass its template to rulesFrom as well.' },
      ]);
    },
  );

  test.each<[string, object]>([
    ['Fn::ForEach::Rules', { Resources: { 'Fn::ForEach::Rules': ['X', ['A'], {}] } }],
    ['Transform', { Transform: ['AWS::Serverless-2016-10-31', 'OurMacro'], Resources: {} }],
    ['Transform', { Transform: { Name: 'AWS::Include', Parameters: {} }, Resources: {} }],
  ])('resources that a macro creates are reported: %s', (resource, template) => {
    expect(read(template).unresolved).toEqual([
      {
        resource,
        reason: 'A macro of CloudFormation creates resources here. Pass the processed template.',
      },
    ]);
  });

  test.each([
    [
      { EventBusName: { 'Fn::ImportValue': 'shared' } },
      'Fn::ImportValue "shared" is an output of another stack.',
    ],
    [
      { EventBusName: { Ref: 'Stge' } },
      'Ref "Stge": the template has no parameter or resource of this name.',
    ],
    [
      { EventBusName: { Ref: 'Stage' } },
      'The parameter "Stage" has no default: pass it as { parameters: { "Stage": "…" } }.',
    ],
    [
      { EventPattern: { resources: [{ Ref: 'Queue' }] } },
      'Ref "Queue": the name of the resource is known only after deployment.',
    ],
    [
      { EventPattern: { source: [{ 'Fn::GetAtt': ['Queue', 'Arn'] }] } },
      'Fn::GetAtt "Queue.Arn" is known only after deployment.',
    ],
    [
      { EventPattern: { source: [{ 'Fn::Cidr': [] }] } },
      'The result of Fn::Cidr is known only after deployment.',
    ],
    [
      { EventBusName: '{{resolve:ssm:/shared/bus}}' },
      '"{{resolve:ssm:/shared/bus}}" is a dynamic reference: its value is known only after deployment.',
    ],
    [
      { EventBusName: { 'Fn::Sub': '{{resolve:ssm:/${AWS::Region}/bus}}' } },
      '"{{resolve:ssm:/us-east-1/bus}}" is a dynamic reference: its value is known only after deployment.',
    ],
    [{ EventBusName: ['orders'] }, 'Its event bus is not a string.'],
  ])('what only a deployment knows is reported, not guessed: %j', (properties, reason) => {
    const { Resources } = rule(properties);
    const template = {
      Parameters: { Stage: { Type: 'String' } },
      Resources: { Queue: { Type: 'AWS::SQS::Queue' }, ...Resources },
    };
    expect(read(template)).toEqual({
      rules: [],
      buses: [],
      skipped: [],
      unresolved: [{ resource: 'BigOrders', reason }],
    });
  });

  test('AWS::NoValue in place of a bus leaves the rule on default, in place of a pattern a schedule', () => {
    const noValue = { Ref: 'AWS::NoValue' };
    expect(read(rule({ EventBusName: noValue })).rules).toMatchObject([{ bus: 'default' }]);
    expect(read(rule({ EventPattern: noValue, ScheduleExpression: 'rate(1 hour)' })).skipped).toHaveLength(1);
  });

  test('a name that is known only after deployment is replaced by the logical id', () => {
    expect(read(rule({ Name: { 'Fn::ImportValue': 'name' } })).rules).toMatchObject([{ name: 'BigOrders' }]);
  });
});

describe('SAM', () => {
  test('the events of functions and state machines are rules', () => {
    const template = {
      Transform: 'AWS::Serverless-2016-10-31',
      Resources: {
        Ship: {
          Type: 'AWS::Serverless::Function',
          Properties: {
            Events: {
              Paid: { Type: 'EventBridgeRule', Properties: { Pattern: pattern, EventBusName: 'orders' } },
              Hourly: { Type: 'Schedule', Properties: { Schedule: 'rate(1 hour)' } },
              Api: { Type: 'Api', Properties: { Path: '/', Method: 'get' } },
            },
          },
        },
        Flow: {
          Type: 'AWS::Serverless::StateMachine',
          Properties: { Events: { Start: { Type: 'CloudWatchEvent', Properties: { Pattern: pattern } } } },
        },
      },
    };
    expect(read(template).rules).toEqual([
      { name: 'ShipPaid', logicalId: 'ShipPaid', eventPattern: pattern, bus: 'orders' },
      { name: 'FlowStart', logicalId: 'FlowStart', eventPattern: pattern, bus: 'default' },
    ]);
  });

  test('a schedule of a function and a disabled event receive no event', () => {
    const Events = {
      Hourly: { Type: 'Schedule', Properties: { Schedule: 'rate(1 hour)' } },
      Off: { Type: 'CloudWatchEvent', Properties: { Pattern: pattern, Enabled: false } },
      Disabled: { Type: 'EventBridgeRule', Properties: { Pattern: pattern, State: 'DISABLED' } },
      On: { Type: 'CloudWatchEvent', Properties: { Pattern: pattern, Enabled: true } },
    };
    const Resources = { Ship: { Type: 'AWS::Serverless::Function', Properties: { Events } } };
    expect(read({ Resources })).toMatchObject({
      rules: [{ name: 'ShipOn' }],
      skipped: [
        { resource: 'ShipHourly', reason: 'It has a schedule and no event pattern.' },
        { resource: 'ShipOff', reason: 'It is disabled.' },
        { resource: 'ShipDisabled', reason: 'It is disabled.' },
      ],
    });
  });

  test('an event that cannot be resolved is reported under its own id', () => {
    const Properties = { Pattern: pattern, EventBusName: { 'Fn::ImportValue': 'shared' } };
    const Events = { Paid: { Type: 'EventBridgeRule', Properties } };
    const Resources = { Ship: { Type: 'AWS::Serverless::Function', Properties: { Events } } };
    expect(read({ Resources }).unresolved).toMatchObject([{ resource: 'ShipPaid' }]);
  });
});
