import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { read } from './read';

const rule = (properties: object) => ({
  Type: 'AWS::Events::Rule',
  Properties: { EventPattern: { source: ['shop.orders'] }, ...properties },
});
const ofType = (Type: string, Default: unknown, properties: object) => ({
  Parameters: { P: { Type, Default } },
  Resources: { Rule: rule(properties) },
});
const onBus = (EventBusName: unknown, parameters = {}, region = 'us-east-1') =>
  read({ Resources: { Rule: rule({ EventBusName }) } }, parameters, region).rules[0]?.bus;

describe('parameters', () => {
  test('that are passed replace the defaults', () => {
    const template = ofType('String', 'dev', { EventBusName: { Ref: 'P' } });
    expect(read(template).rules[0]?.bus).toBe('dev');
    expect(read(template, { P: 'prod' }).rules[0]?.bus).toBe('prod');
  });

  test.each(['CommaDelimitedList', 'List<Number>'])('a %s is an array of strings', (type) => {
    const template = ofType(type, '1, 2', { EventPattern: { source: { Ref: 'P' } } });
    expect(read(template).rules[0]?.eventPattern).toEqual({ source: ['1', '2'] });
    expect(read(template, { P: 'a' }).rules[0]?.eventPattern).toEqual({ source: ['a'] });
  });

  test('a number is a string, as in CloudFormation', () => {
    const template = ofType('Number', 100, { EventPattern: { detail: { total: [{ Ref: 'P' }] } } });
    expect(read(template).rules[0]?.eventPattern).toEqual({ detail: { total: ['100'] } });
  });

  test.each<[string, unknown, string]>([
    ['String', undefined, 'The parameter "P" has no default: '],
    ['String', { Ref: 'P' }, 'The default of the parameter "P" is not a string: '],
    [
      'AWS::SSM::Parameter::Value<String>',
      '/bus',
      'The value of the parameter "P" is in the parameter store: ',
    ],
  ])('a %s with the default %j is reported until it is passed', (type, Default, reason) => {
    const template = ofType(type, Default, { EventBusName: { Ref: 'P' } });
    expect(read(template)).toMatchObject({
      rules: [],
      unresolved: [{ resource: 'Rule', reason: `${reason}pass it as { parameters: { "P": "…" } }.` }],
    });
    expect(read(template, { P: 'orders' }).rules[0]?.bus).toBe('orders');
  });

  test.each([
    ['Stge', 'rulesFrom: the template does not declare a parameter "Stge". Did you mean "Stage"?'],
    ['constructor', 'rulesFrom: the template does not declare a parameter "constructor".'],
    [
      'AWS::Region',
      'rulesFrom: the pseudo parameter "AWS::Region" cannot be passed. Set the region and the account with the options of fakeEventBridge(); you can pass "AWS::StackName", "AWS::StackId" and "AWS::NotificationARNs".',
    ],
  ])('that the template does not declare are refused: %s', (name, message) => {
    const template = { Parameters: { Stage: { Type: 'String' } }, Resources: {} };
    expect(() => fakeEventBridge().rulesFrom(template, { parameters: { [name]: 'x' } })).toThrow(message);
  });
});

describe('pseudo parameters', () => {
  test.each([
    ['us-east-1', 'aws', 'amazonaws.com'],
    ['cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
    ['us-gov-west-1', 'aws-us-gov', 'amazonaws.com'],
  ])('region, account and partition in %s', (region, partition, suffix) => {
    const name = { 'Fn::Sub': '${AWS::Region}.${AWS::AccountId}.${AWS::Partition}.${AWS::URLSuffix}' };
    expect(onBus(name, {}, region)).toBe(`${region}.123456789012.${partition}.${suffix}`);
  });

  test('a stack is named test-stack unless it gets another name', () => {
    expect(onBus({ 'Fn::Sub': '${AWS::StackName}-bus' })).toBe('test-stack-bus');
    expect(onBus({ 'Fn::Sub': '${AWS::StackName}-bus' }, { 'AWS::StackName': 'orders' })).toBe('orders-bus');
  });

  test('the id of the stack has its name, and can be passed', () => {
    const id = { Ref: 'AWS::StackId' };
    expect(onBus(id, { 'AWS::StackName': 'orders' })).toBe(
      'arn:aws:cloudformation:us-east-1:123456789012:stack/orders/00000000-0000-0000-0000-000000000000',
    );
    expect(onBus(id, { 'AWS::StackId': 'x' })).toBe('x');
  });

  test('a stack has no notification ARNs unless they are passed', () => {
    const joined = { 'Fn::Join': ['.', { Ref: 'AWS::NotificationARNs' }] };
    expect(onBus(joined)).toBe('');
    expect(onBus(joined, { 'AWS::NotificationARNs': 'a, b' })).toBe('a.b');
  });
});
