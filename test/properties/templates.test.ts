import { describe, expect, test } from '@jest/globals';
import { FakeEventBridgeError, fakeEventBridge, type TemplateReport } from 'fake-eventbridge';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { read } from '../cloudformation/read';

/** Few names, so that references hit; some that every object has. */
const name = fc.constantFrom(
  'A',
  'B',
  'Bus',
  'Stage',
  'constructor',
  '__proto__',
  'AWS::Region',
  'AWS::NoValue',
);
const functionName = fc.constantFrom(
  'Ref',
  'Condition',
  ...['GetAtt', 'Sub', 'Join', 'Select', 'Split', 'If', 'FindInMap', 'ToJsonString', 'ImportValue'].map(
    (one) => `Fn::${one}`,
  ),
  ...['And', 'Or', 'Not', 'Equals'].map((one) => `Fn::${one}`),
);
const scalar = fc.oneof(
  name,
  fc.constantFrom(
    '',
    '${A}',
    '${Bus.Arn}',
    '${',
    '${!x}',
    '{{resolve:ssm:x}}',
    ',',
    'rate(1 hour)',
    'DISABLED',
  ),
  fc.integer({ min: -1, max: 3 }),
  fc.boolean(),
  fc.constant(null),
);
/** Any value, with functions in it that have arguments of any kind. */
const { value } = fc.letrec<{ value: unknown; call: object }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    tie('call'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(name, functionName), tie('value'), { maxKeys: 3 }),
  ),
  call: fc.tuple(functionName, tie('value')).map(([key, argument]) => ({ [key]: argument })),
}));
const pattern = fc.oneof(
  fc.constant({ source: ['shop.orders'] }),
  fc.record({ source: fc.array(value) }),
  value,
);
const resource = fc.oneof(
  fc.record(
    {
      Type: fc.constant('AWS::Events::Rule'),
      Condition: name,
      Properties: fc.record(
        { EventPattern: pattern, EventBusName: value, Name: value, State: value, ScheduleExpression: value },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['Type', 'Properties'] },
  ),
  fc.record({ Type: fc.constant('AWS::Events::EventBus'), Properties: fc.record({ Name: value }) }),
  value,
);
const template = fc.record(
  {
    Parameters: fc.oneof(
      fc.dictionary(
        name,
        fc.record({ Type: fc.constantFrom('String', 'CommaDelimitedList'), Default: value }),
      ),
      value,
    ),
    Conditions: fc.oneof(fc.dictionary(name, value), value),
    Mappings: value,
    Resources: fc.dictionary(fc.oneof(name, fc.constantFrom('R1', 'R2', 'R3')), resource, { maxKeys: 5 }),
  },
  { requiredKeys: ['Resources'] },
);

/** The report, or the message with which a template is refused. Any other error fails the test. */
function reportOf(given: object | string): TemplateReport | string {
  const eb = fakeEventBridge();
  try {
    return eb.rulesFrom(given);
  } catch (error) {
    if (!(error instanceof FakeEventBridgeError)) throw error;
    expect(eb.ruleCoverage()).toEqual([]);
    return error.message;
  }
}

function isRule(one: unknown): boolean {
  return typeof one === 'object' && one !== null && 'Type' in one && one.Type === 'AWS::Events::Rule';
}

describe('arbitrary templates', () => {
  test('are reported or refused, and every rule is accounted for', () => {
    fc.assert(
      fc.property(template, (given) => {
        const report = reportOf(given);
        if (typeof report === 'string') {
          expect(report).toMatch(/^(rulesFrom: |rule(: | "))/);
          return;
        }
        const declared = Object.entries(given.Resources)
          .filter(([, one]) => isRule(one))
          .map(([id]) => id);
        const { rules, skipped, unresolved } = report;
        const leftOut = [...skipped, ...unresolved].filter(({ resource: id }) => declared.includes(id));
        expect(rules.length + leftOut.length).toBe(declared.length);
      }),
      { numRuns: 500 },
    );
  });

  test('say the same as an object, as JSON and as YAML', () => {
    fc.assert(
      fc.property(template, (given) => {
        // What JSON cannot hold is not in question: -0, for one.
        const json = JSON.stringify(given);
        const report = reportOf(JSON.parse(json));
        expect(reportOf(json)).toEqual(report);
        const yaml = stringify(JSON.parse(json), { version: '1.1', aliasDuplicateObjects: false });
        expect(reportOf(yaml)).toEqual(report);
      }),
      { numRuns: 300 },
    );
  });

  test('any string is reported or refused', () => {
    const fragment = fc.constantFrom(
      'Resources:',
      '\n',
      '  ',
      '- ',
      '? ',
      '!Ref ',
      '&a ',
      '*a',
      '{',
      '}',
      '[',
      ']',
      ': ',
      '"',
      '<<: ',
      'x',
      '---\n',
      '%',
      '|',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fragment).map((parts) => parts.join('')),
        ),
        (given) => {
          reportOf(given);
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** A condition as an expression: of conditions before it, by their numbers. */
type Expression = boolean | readonly ['And' | 'Or', number, number] | readonly ['Not', number];

test('conditions that refer to each other are evaluated as a naive model does', () => {
  const expression = fc.oneof(
    fc.boolean(),
    fc.tuple(fc.constantFrom('And' as const, 'Or' as const), fc.nat(), fc.nat()),
    fc.tuple(fc.constant('Not' as const), fc.nat()),
  );
  fc.assert(
    fc.property(
      fc.array(expression, { minLength: 1, maxLength: 12 }),
      (expressions: readonly Expression[]) => {
        const values: boolean[] = [];
        const Conditions: Record<string, unknown> = {};
        for (const [i, one] of expressions.entries()) {
          const reference = (n: number) => ({ Condition: `C${n % i}` });
          if (typeof one === 'boolean' || i === 0) {
            values.push(one === true);
            Conditions[`C${i}`] = { 'Fn::Equals': [one === true, 'true'] };
          } else if (one[0] === 'Not') {
            values.push(!values[one[1] % i]);
            Conditions[`C${i}`] = { 'Fn::Not': [reference(one[1])] };
          } else {
            const [left, right] = [values[one[1] % i] === true, values[one[2] % i] === true];
            values.push(one[0] === 'And' ? left && right : left || right);
            Conditions[`C${i}`] = { [`Fn::${one[0]}`]: [reference(one[1]), reference(one[2])] };
          }
        }
        const Rule = { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: ['a'] } } };
        const Resources = Object.fromEntries(
          values.map((_, i) => [`R${i}`, { ...Rule, Condition: `C${i}` }]),
        );
        const expected = values.flatMap((isTrue, i) => (isTrue ? [`R${i}`] : []));
        expect(read({ Conditions, Resources }).rules.map(({ name: id }) => id)).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});
