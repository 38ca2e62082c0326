import { tmpdir } from 'node:os';
import { describe, expect, jest, test } from '@jest/globals';
import { contentsOf } from '../../src/cloudformation/rules-in-template';
import { readTemplate } from '../../src/cloudformation/template';

const here = { region: 'us-east-1', account: '123456789012' };
const read = (template: unknown, parameters: Record<string, string> = {}) =>
  contentsOf(readTemplate(template, parameters), here);
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
      unresolved: [],
    });
  });

  test('a rule without a name goes by its logical id, one without a bus is on default', () => {
    expect(read(rule({})).rules).toEqual([
      { name: 'BigOrders', logicalId: 'BigOrders', eventPattern: pattern, bus: 'default' },
    ]);
  });

  test('a schedule and a disabled rule match nothing, so they are no rules here', () => {
    expect(read(rule({ EventPattern: undefined, ScheduleExpression: 'rate(1 hour)' })).rules).toEqual([]);
    expect(read(rule({ State: 'DISABLED' })).rules).toEqual([]);
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

  test('parameters that are given go before their defaults', () => {
    const template = {
      Parameters: { Bus: { Type: 'String', Default: 'dev' } },
      ...rule({ EventBusName: { Ref: 'Bus' } }),
    };
    expect(read(template, { Bus: 'prod' }).rules[0]?.bus).toBe('prod');
  });

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
      ...rule({ EventPattern }),
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

  test('a resource whose condition does not hold does not exist', () => {
    const template = { Conditions: { Off: { 'Fn::Equals': ['a', 'b'] } }, ...rule({}, { Condition: 'Off' }) };
    expect(read(template).rules).toEqual([]);
  });

  test.each([
    [
      { EventBusName: { 'Fn::ImportValue': 'shared' } },
      'Fn::ImportValue "shared": it is the output of another stack',
    ],
    [
      { EventBusName: { Ref: 'Stage' } },
      'Ref Stage: it has no default, give it in { parameters: { "Stage": … } }',
    ],
    [
      { EventPattern: { source: [{ 'Fn::GetAtt': ['Queue', 'Arn'] }] } },
      'Fn::GetAtt Queue.Arn: it is not known before the deployment',
    ],
    [{ EventPattern: { source: [{ 'Fn::Cidr': [] }] } }, 'Fn::Cidr: it is not known before the deployment'],
    [
      { EventBusName: { 'Fn::Sub': '${AWS::StackName}-bus' } },
      'Ref AWS::StackName: it has no default, give it in { parameters: { "AWS::StackName": … } }',
    ],
  ])('what only a deployment knows is reported, not guessed: %j', (properties, why) => {
    expect(read(rule(properties))).toEqual({
      rules: [],
      buses: [],
      unresolved: [{ resource: 'BigOrders', why }],
    });
  });

  test('conditions that ask themselves are reported', () => {
    const template = { Conditions: { Loop: { Condition: 'Loop' } }, ...rule({}, { Condition: 'Loop' }) };
    expect(read(template).unresolved).toEqual([
      { resource: 'BigOrders', why: 'the condition "Loop" asks itself' },
    ]);
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
});

describe('texts', () => {
  test('JSON', () => {
    expect(read(JSON.stringify(rule({}))).rules).toHaveLength(1);
  });

  test('YAML with short forms', () => {
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
      unresolved: [],
    });
  });
});

describe('what is no template is refused', () => {
  const suffix =
    ' Give the template itself, as an object or as its JSON or YAML text, not the path of its file.';
  const wanted = 'rulesFrom: a template of CloudFormation, SAM or CDK has "Resources"; found ';
  test.each([
    [[], 'a list.'],
    [{}, 'an empty object.'],
    [{ source: ['a'], detail: {} }, 'an object with "source", "detail" and no "Resources".'],
    ['template.yaml', '"template.yaml".'],
    [42, '42.'],
    [null, 'null.'],
    [{ Resources: 1 }, '"Resources": 1.'],
    [' ', 'an empty text.'],
  ])('%j', (template, found) => {
    expect(() => read(template)).toThrow(`${wanted}${found}${suffix}`);
  });

  test('YAML, in a project that has no package "yaml"', () => {
    const elsewhere = jest.spyOn(process, 'cwd').mockReturnValue(tmpdir());
    try {
      expect(() => read('Resources: {}')).toThrow(
        'rulesFrom: the text is not JSON, and to read YAML the package "yaml" is needed: npm install --save-dev yaml. Or give the template parsed, or as JSON.',
      );
      expect(read('{"Resources":{}}').rules).toEqual([]);
    } finally {
      elsewhere.mockRestore();
    }
  });

  test('a text that is neither JSON nor YAML', () => {
    expect(() => read('a: [b')).toThrow(/^rulesFrom: the text is neither JSON nor YAML: /);
  });
});
