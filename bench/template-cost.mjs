// A CloudFormation template of 560 KB in YAML, beside the `yaml` package alone with the same tags; and 10,000 rules.
import { fakeEventBridge } from 'fake-eventbridge';
import { parse } from 'yaml';
import { median, race } from './measure.mjs';

const BYTES = 560 * 1024;
const RULES = 10_000;
const TAGS = ['Ref', 'GetAtt', 'Sub', 'Join', 'If', 'Equals'].flatMap((name) => [
  { tag: `!${name}`, resolve: (value) => value },
  { tag: `!${name}`, collection: 'seq', resolve: (node) => node },
]);

/** A rule and its queue, again and again, in the forms that templates use. */
function templateOf(bytes) {
  let yaml = `AWSTemplateFormatVersion: 2010-09-09
Parameters:
  Stage: { Type: String, Default: dev }
Conditions:
  IsDev: !Equals [!Ref Stage, dev]
Resources:
  Bus:
    Type: AWS::Events::EventBus
    Properties:
      Name: !Sub 'orders-\${Stage}'
`;
  let rules = 0;
  for (; yaml.length < bytes; rules++) {
    yaml += `  Paid${rules}:
    Type: AWS::Events::Rule
    Condition: IsDev
    Properties:
      Name: !Sub 'paid-${rules}-\${Stage}'
      EventBusName: !GetAtt Bus.Name
      Description: Sends paid orders to the queue ${rules}
      EventPattern:
        source: [!If [IsDev, shop.dev, shop.prod]]
        detail-type:
          - OrderPaid${rules}
        detail:
          total: [{ numeric: ['>', 100] }]
      Targets:
        - Id: queue
          Arn: !GetAtt Queue${rules}.Arn
  Queue${rules}:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Join ['-', [queue, '${rules}', !Ref Stage]]
`;
  }
  return { yaml, rules };
}

/** @returns milliseconds, medians of interleaved rounds */
export async function templateCost() {
  const { yaml, rules } = templateOf(BYTES);
  const times = await race(
    {
      rulesFrom: () => {
        const report = fakeEventBridge().rulesFrom(yaml);
        if (report.rules.length !== rules)
          throw new Error('rules are missing: the benchmark measures nothing');
      },
      yaml: () => parse(yaml, { customTags: TAGS, logLevel: 'silent' }),
      declared: () => {
        const eb = fakeEventBridge();
        for (let i = 0; i < RULES; i++)
          eb.rule(`rule-${i}`, {
            source: ['shop.orders'],
            'detail-type': [`Type${i}`],
            detail: { total: [{ numeric: ['>', i] }] },
          });
      },
    },
    { rounds: 7, operations: 1, isSync: true },
  );
  const milliseconds = (name) => median(times[name]) / 1000;
  return {
    rulesFrom: milliseconds('rulesFrom'),
    yaml: milliseconds('yaml'),
    declared: milliseconds('declared'),
  };
}
