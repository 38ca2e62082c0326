import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';

const rulesFrom = (template: unknown) => fakeEventBridge().rulesFrom(template as object);

describe('a template may be', () => {
  const template = {
    Resources: { Rule: { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: ['a'] } } } },
  };
  test.each([
    ['an object', template],
    ['JSON', JSON.stringify(template)],
    ['JSON after a byte order mark', `\uFEFF${JSON.stringify(template)}`],
    [
      'YAML',
      'Resources:\n  Rule: { Type: AWS::Events::Rule, Properties: { EventPattern: { source: [a] } } }',
    ],
    [
      'YAML that looks like JSON',
      '{Resources: {Rule: {Type: AWS::Events::Rule, Properties: {EventPattern: {a: [!Ref "AWS::Region"]}}}}}',
    ],
  ])('%s', (_, given) => {
    expect(rulesFrom(given).rules).toEqual(['Rule']);
  });
});

describe('what is not a template is refused', () => {
  test.each([
    [[], 'an array'],
    [{}, 'an empty object'],
    [{ source: ['a'], detail: {} }, 'an object with "source", "detail"'],
    ['template.yaml', '"template.yaml"'],
    [42, '42'],
    [null, 'null'],
    [{ Resources: 1 }, 'an object whose "Resources" is 1'],
    [' ', 'an empty string'],
  ])('%j', (template, found) => {
    expect(() => rulesFrom(template)).toThrow(
      `rulesFrom: ${found} is not a CloudFormation template: a template is an object with "Resources". Pass the template of CloudFormation, SAM or CDK as an object, or its content as a JSON or YAML string. Do not pass the path of the file.`,
    );
  });

  test('a string that is almost JSON', () => {
    expect(() => rulesFrom('{"Resources":{},,}')).toThrow(
      /^rulesFrom: a string that is not JSON \(.*\) is not a CloudFormation template/,
    );
  });
});
