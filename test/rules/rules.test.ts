import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type EventEnvelope, fakeEventBridge, matches } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { failure, messageOf, settled } from '../support/failure';
import { entry, put } from '../support/put-events';

const eb = fakeEventBridge({ buses: ['orders'] });
beforeEach(() => eb.reset());

const outcome = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe('rule', () => {
  test('returns which rules would see an event', async () => {
    eb.rule('all-orders', { source: ['shop.orders'] });
    eb.rule('big', { detail: { total: [{ numeric: ['>', 100] }] } });
    await put(
      eb,
      entry({ Detail: '{"total":150}' }),
      entry({ Detail: '{"total":5}' }),
      entry({ Source: 'shop.billing' }),
    );
    expect(eb.events.map(({ matchedRules }) => matchedRules)).toEqual([
      ['all-orders', 'big'],
      ['all-orders'],
      [],
    ]);
    expect(eb.unrouted()).toEqual([eb.events[2]]);
  });

  test('sees the events of its own bus, default when none is named', async () => {
    eb.rule('here', { source: ['shop.orders'] });
    eb.rule(
      'there',
      { source: ['shop.orders'] },
      { bus: 'arn:aws:events:us-east-1:123456789012:event-bus/orders' },
    );
    await put(eb, entry(), entry({ EventBusName: 'orders' }));
    expect(eb.events.map(({ matchedRules }) => matchedRules)).toEqual([['here'], ['there']]);
  });

  test('on the ARN of a bus sees the events of that region alone', async () => {
    const bus = 'arn:aws:events:eu-west-1:123456789012:event-bus/orders';
    eb.rule('ireland', { source: ['shop.orders'] }, { bus });
    eb.rule('anywhere', { source: ['shop.orders'] }, { bus: 'orders' });
    const Entries = [entry({ EventBusName: 'orders' })];
    for (const region of ['eu-west-1', 'us-east-1'])
      await eb.client({ region }).send(new PutEventsCommand({ Entries }));
    expect(eb.events.map(({ matchedRules }) => matchedRules)).toEqual([
      ['ireland', 'anywhere'],
      ['anywhere'],
    ]);
  });

  test('compares numbers as the publisher has written them', async () => {
    eb.rule('exact', '{"detail":{"n":[9007199254740993]}}');
    eb.rule('value', { detail: { n: [9007199254740992] } });
    await put(
      eb,
      entry({ Detail: '{"n":9007199254740993}' }),
      entry({ Detail: '{"n":9007199254740992.0}' }),
      entry({ Detail: '{"n":1}' }),
    );
    expect(eb.events.map(({ matchedRules }) => matchedRules)).toEqual([['exact'], ['value'], []]);
    expect(messageOf(() => eb.assertAllRouted())).toContain(
      'The nearest is "exact": [rule-mismatch]\n  detail.n: expected 9007199254740993, received 1: it has another value',
    );
  });

  test('does not see an event that was dropped', async () => {
    // In a template, the bus may be one of another stack.
    const Properties = { EventBusName: 'nowhere', EventPattern: { source: ['shop.orders'] } };
    eb.rulesFrom({ Resources: { Here: { Type: 'AWS::Events::Rule', Properties } } });
    await put(eb, entry({ EventBusName: 'nowhere' }));
    expect(eb.dropped).toMatchObject([{ matchedRules: [] }]);
  });

  test.each<[string, unknown, unknown, unknown, string | RegExp]>([
    [
      'a bad pattern',
      'r',
      { source: 'shop' },
      {},
      /^rule "r" \(declared at test\/rules\/rules\.test\.ts:\d+:\d+\): Event pattern is not valid\. Reason: "source" must be an object or an array\n at \[Source: \(String\)"\{"source":"shop"\}"; line: 1, column: 12\]$/,
    ],
    [
      'no pattern',
      'r',
      undefined,
      {},
      'rule "r": an event pattern must be an object or a JSON string, not undefined.',
    ],
    [
      'a bad name',
      'a b',
      { a: [1] },
      {},
      'rule: the name must be 1 to 64 letters, digits, dots, hyphens and underscores, not "a b".',
    ],
    [
      'an unknown option',
      'r',
      { a: [1] },
      { targets: [] },
      'rule "r": there is no option "targets". Did you mean "target"? The options are "bus" and "target".',
    ],
    [
      'a bad bus',
      'r',
      { a: [1] },
      { bus: 'a b' },
      'rule "r": bus must be the name or the ARN of an event bus, not "a b".',
    ],
    [
      'a bad target',
      'r',
      { a: [1] },
      { target: 'queue' },
      'rule "r": target must be a function that receives the event, not "queue".',
    ],
  ])('refuses %s', (_, name, eventPattern, options, message) => {
    expect(() => eb.rule(name as string, eventPattern as object, options as object)).toThrow(message);
  });

  test('refuses a name that is taken, and says where', () => {
    eb.rule('r', { a: [1] });
    expect(() => eb.rule('r', { a: [2] })).toThrow(
      /^rule "r": the bus default already has a rule of this name \(declared at test\/rules\/rules\.test\.ts:\d+:\d+\)\. Use another name, or call eb\.reset\(\) between tests\.$/,
    );
    eb.rule('r', { a: [2] }, { bus: 'orders' });
  });
});

describe('a rule that is refused is not stored', () => {
  test.each<[string, string, object]>([
    ['a bad pattern', '{"source":"a"}', {}],
    ['a bad option', '{"source":["a"]}', { bus: 'a b' }],
  ])('%s', async (_, eventPattern, options) => {
    const fake = fakeEventBridge();
    expect(() => fake.rule('r', eventPattern, options)).toThrow();
    expect(fake.ruleCoverage()).toEqual([]);
    fake.rule('r', { source: ['shop.orders'] });
    await put(fake, entry());
    expect(fake.events[0]?.matchedRules).toEqual(['r']);
  });
});

describe('rule takes and refuses the same pattern strings as matches', () => {
  const event = { source: 'shop.orders', 'detail-type': 'OrderPlaced', detail: { orderId: 'o-1' } };

  test.each([
    '{"source":["shop.orders"]}',
    ' {"source":["shop.orders"]} ',
    '{"source":["shop.orders"]} and more',
    '{"source":["shop.orders"]}}',
    '{"source":["x"],"source":["shop.orders"]}',
    '{"source":["x"],"":{"source":["shop.orders"]}}',
    '\uFEFF{"source":["shop.orders"]}',
    '{"source":["shop.orders"]',
    "{'source':['shop.orders']}",
    '{"detail":{"orderId":["o-1"]},}',
    '[]',
    '""',
    '',
  ])('%j', async (eventPattern) => {
    const verdict = outcome(() => matches(eventPattern, event));
    const declared = outcome(() => eb.rule('r', eventPattern));
    await put(eb, entry());
    if (verdict instanceof Error) expect(declared).toBeInstanceOf(Error);
    else expect(eb.events[0]?.matchedRules).toEqual(verdict === true ? ['r'] : []);
  });
});

test('names that every object has are names of rules', async () => {
  for (const name of ['constructor', '__proto__', 'toString']) eb.rule(name, { source: ['shop.orders'] });
  await put(eb, entry());
  expect(eb.events[0]?.matchedRules).toEqual(['constructor', '__proto__', 'toString']);
  expect(() => eb.rule('__proto__', { source: ['a'] })).toThrow(
    'rule "__proto__": the bus default already has',
  );
});

describe('targets', () => {
  test('receive the envelope, and delivered() waits for them and for what they publish', async () => {
    const seen: string[] = [];
    eb.rule(
      'first',
      { 'detail-type': ['OrderPlaced'] },
      {
        target: async (event: EventEnvelope) => {
          seen.push(`${event['detail-type']} ${event.id === eb.events[0]?.id}`);
          await put(eb, entry({ DetailType: 'OrderPaid' }));
        },
      },
    );
    eb.rule(
      'second',
      { 'detail-type': ['OrderPaid'] },
      { target: (event: EventEnvelope) => seen.push(event['detail-type']) },
    );
    await put(eb, entry());
    await eb.delivered();
    expect(seen).toEqual(['OrderPlaced true', 'OrderPaid']);
  });

  test('that throw are reported by delivered() and by verify(), and the publisher hears nothing', async () => {
    eb.rule(
      'broken',
      { source: ['shop.orders'] },
      {
        target: () => {
          throw new Error('no stock');
        },
      },
    );
    expect((await put(eb, entry())).FailedEntryCount).toBe(0);
    const text = `1 target has thrown:\n  the target of the rule "broken" on default, for the event ${eb.events[0]?.id}: no stock`;
    await expect(eb.delivered()).rejects.toThrow(text);
    expect(messageOf(() => eb.verify())).toBe(
      `eb.verify()\n\nverify() found 1 problem that this test did not check.\n\n${text.replace('\n', ' [failed-target]\n')}\nFix the target, or catch the error in it.\n\nIf this test is meant to have this problem, call eb.allow("failed-target") in it.`,
    );
  });
});

test('a detail with numbers that parsing may round is read as it is written, repeated names included', async () => {
  eb.rule('first', { detail: { a: [1] } });
  eb.rule('written', '{"detail":{"n":[9007199254740993]}}');
  await put(eb, entry({ Detail: '{"a":1,"a":2}' }), entry({ Detail: '{"a":1,"a":2,"n":9007199254740993}' }));
  expect(eb.events.map(({ matchedRules }) => matchedRules)).toEqual([[], ['first', 'written']]);
});

describe('targets that fail in other ways', () => {
  test('reject, or throw what is not an error: delivered() has all of it', async () => {
    const noStock = new Error('no stock');
    eb.rule('late', { source: ['shop.orders'] }, { target: () => Promise.reject(noStock) });
    eb.rule(
      'odd',
      { source: ['shop.orders'] },
      {
        target: () => {
          throw 'a text';
        },
      },
    );
    await put(eb, entry());
    const failed = await eb.delivered().catch((error: unknown) => error);
    const id = eb.events[0]?.id;
    if (!(failed instanceof AggregateError)) throw new Error('nothing has failed');
    expect(failed.errors).toEqual(['a text', noStock]);
    expect(failed.message).toBe(
      `2 targets have thrown:\n  the target of the rule "odd" on default, for the event ${id}: "a text"\n  the target of the rule "late" on default, for the event ${id}: no stock`,
    );
  });
});

describe('targets that take time', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });
  const printed = (): string[] => {
    const warnings: string[] = [];
    jest.spyOn(console, 'warn').mockImplementation((text: string) => warnings.push(settled(text)));
    return warnings;
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  /** A rule with a target that finishes when the test says so. */
  const slowRule = (name = 'slow') => {
    let finish = (_error?: unknown) => {};
    const target = () =>
      new Promise<void>((resolve, reject) => {
        finish = (error) => (error === undefined ? resolve() : reject(error));
      });
    eb.rule(name, { source: ['shop.orders'] }, { target });
    return (error?: unknown) => finish(error);
  };

  test('that have not finished are reported by verify(), once', async () => {
    const finish = slowRule();
    await put(eb, entry());
    expect(failure(() => eb.verify())).toBe(
      `eb.verify()

verify() found 1 problem that this test did not check.

1 target has not finished: [unfinished-target]
  the target of the rule "slow" on default, for the event ${eb.events[0]?.id} (declared at test/rules/rules.test.ts:…)
Wait for it with await eb.delivered(), before the test ends.

If this test is meant to have this problem, call eb.allow("unfinished-target") in it.`,
    );
    eb.verify();
    finish();
    await eb.delivered();
    eb.verify();
  });

  test('that throw after verify(), in the same test, are reported by the next verify()', async () => {
    const warnings = printed();
    const finish = slowRule();
    await put(eb, entry());
    expect(failure(() => eb.verify())).toContain('[unfinished-target]');
    finish(new Error('no stock'));
    await turn();
    expect(failure(() => eb.verify())).toContain('no stock');
    expect(warnings).toEqual([]);
  });

  test('that finish before verify() are not a problem, however many there are', async () => {
    const finish = [slowRule('a'), slowRule('b')];
    await put(eb, entry());
    for (const each of finish) each();
    await eb.delivered();
    eb.verify();
  });

  test('can be allowed', async () => {
    const finish = slowRule();
    await put(eb, entry());
    eb.allow('unfinished-target');
    eb.verify();
    finish();
  });

  test('are listed up to five', async () => {
    const finish = Array.from({ length: 7 }, (_, i) => slowRule(`slow-${i}`));
    await put(eb, entry());
    const text = failure(() => eb.verify());
    expect(text).toContain(
      '7 targets have not finished: [unfinished-target]\n  the target of the rule "slow-0"',
    );
    expect(text).toContain('\n  … and 2 more\n');
    for (const each of finish) each();
  });

  test('that return at once have finished when a response has no SDK behind it', async () => {
    eb.rule('quick', { source: ['shop.orders'] }, { target: () => 'done' });
    await eb.fetch('https://events.us-east-1.amazonaws.com/', {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' },
      body: JSON.stringify({ Entries: [entry()] }),
    });
    eb.verify();
  });

  test.each([
    [new Error('too late'), 'Error: too late'],
    ['a string', '"a string"'],
  ])('that throw after a reset fail no test, and are printed: %p', async (error, reason) => {
    const warnings = printed();
    const finish = slowRule();
    await put(eb, entry());
    const id = eb.events[0]?.id;
    eb.reset();
    finish(error);
    await eb.delivered();
    await turn();
    await eb.delivered();
    eb.verify();
    expect(warnings).toEqual([
      `fake-eventbridge: the target of the rule "slow" on default, for the event ${id} (declared at test/rules/rules.test.ts:…) threw ${reason}\nIt threw after eb.reset() or eb.clear() had ended its test. Call await eb.delivered() in that test.`,
    ]);
  });

  test('that throw after a reset are not printed where the test allowed it, or when they succeed', async () => {
    const warnings = printed();
    const fail = slowRule();
    await put(eb, entry());
    eb.allow('failed-target');
    eb.reset();
    fail(new Error('too late'));
    const succeed = slowRule();
    await put(eb, entry());
    eb.reset();
    succeed();
    await turn();
    expect(warnings).toEqual([]);
  });
});

describe('rulesFrom', () => {
  const template = {
    Resources: {
      Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'shop' } },
      Paid: {
        Type: 'AWS::Events::Rule',
        Properties: { EventBusName: { Ref: 'Bus' }, EventPattern: { 'detail-type': ['OrderPaid'] } },
      },
      Imported: {
        Type: 'AWS::Events::Rule',
        Properties: { EventBusName: { 'Fn::ImportValue': 'x' }, EventPattern: { source: ['a'] } },
      },
    },
  };

  test('declares the rules of a template, makes its buses known, and reports what it cannot know', async () => {
    expect(eb.rulesFrom(template)).toEqual({
      rules: ['Paid'],
      buses: ['shop'],
      skipped: [],
      unresolved: [{ resource: 'Imported', reason: 'Fn::ImportValue "x" is an output of another stack.' }],
    });
    await put(eb, entry({ DetailType: 'OrderPaid', EventBusName: 'shop' }));
    expect(eb.events).toMatchObject([{ bus: 'shop', matchedRules: ['Paid'] }]);
    eb.reset();
    await put(eb, entry({ EventBusName: 'shop' }));
    expect(eb.dropped).toHaveLength(1);
  });
});

test('rulesFrom takes a logical id that is longer than a name, as CDK makes them', () => {
  const id = `OrdersStack${'Construct'.repeat(8)}A1B2C3D4`;
  const Rule = { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: ['a'] } } };
  expect(eb.rulesFrom({ Resources: { [id]: Rule } }).rules).toEqual([id]);
});

test('the report of rulesFrom is frozen', () => {
  const report = eb.rulesFrom({ Resources: { Orders: { Type: 'AWS::CloudFormation::Stack' } } });
  for (const part of [report, report.rules, report.unresolved, report.unresolved[0]])
    expect(Object.isFrozen(part)).toBe(true);
});

describe('rulesFrom refuses', () => {
  const rule = (EventPattern: object) => ({ Type: 'AWS::Events::Rule', Properties: { EventPattern } });

  test('a bad pattern, with the line that gave the template, and then declares no rule of it', () => {
    const template = { Resources: { Good: rule({ source: ['a'] }), Bad: rule({ source: 'a' }) } };
    expect(() => eb.rulesFrom(template)).toThrow(
      /^rule "Bad" \(declared at test\/rules\/rules\.test\.ts:\d+:\d+\): Event pattern is not valid\. Reason: "source" must be an object or an array/,
    );
    eb.rulesFrom({ Resources: { Good: rule({ source: ['a'] }) } });
  });

  test('two rules of one name', () => {
    const named = { Type: 'AWS::Events::Rule', Properties: { Name: 'n', EventPattern: { source: ['a'] } } };
    expect(() => eb.rulesFrom({ Resources: { One: named, Two: named } })).toThrow(
      'rulesFrom: the template has two rules named "n" on the bus default.',
    );
  });

  test.each<[string, object, RegExp | string]>([
    [
      'a bad bus of a rule',
      { Rule: { Type: 'AWS::Events::Rule', Properties: { EventBusName: 'a b', EventPattern: { a: [1] } } } },
      'rule "Rule": bus must be the name or the ARN of an event bus, not "a b".',
    ],
    [
      'a bad name of a bus',
      { Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'a b' } } },
      'rulesFrom: "a b" is not the name of an event bus.',
    ],
    [
      'a bad name of a rule',
      { Rule: { Type: 'AWS::Events::Rule', Properties: { Name: 'x'.repeat(65), EventPattern: { a: [1] } } } },
      /^rule: the name must be 1 to 64 letters, digits, dots, hyphens and underscores, not "x{65}"\.$/,
    ],
    [
      'a rule without a pattern and a schedule',
      { Rule: { Type: 'AWS::Events::Rule', Properties: {} } },
      'rule "Rule": an event pattern must be an object or a JSON string, not undefined.',
    ],
  ])('%s', (_, Resources, message) => {
    expect(() => eb.rulesFrom({ Resources })).toThrow(message);
  });

  test('a name that is taken', () => {
    eb.rule('Good', { source: ['a'] });
    expect(() => eb.rulesFrom({ Resources: { Good: rule({ source: ['a'] }) } })).toThrow(
      /^rule "Good": the bus default already has a rule of this name \(declared at /,
    );
  });

  test.each<[unknown, string]>([
    [
      { parameter: {} },
      'rulesFrom: there is no option "parameter". Did you mean "parameters"? The only option is "parameters".',
    ],
    ['dev', 'rulesFrom: the options must be an object with "parameters", not "dev".'],
    [
      JSON.parse('{"__proto__":1}'),
      'rulesFrom: there is no option "__proto__". The only option is "parameters".',
    ],
    [{ constructor: 1 }, 'rulesFrom: there is no option "constructor". The only option is "parameters".'],
    [{ parameters: 'dev' }, 'rulesFrom: parameters must be an object such as { Stage: "test" }, not "dev".'],
    [{ parameters: { Stage: 1 } }, 'rulesFrom: the parameter "Stage" must be a string, not 1.'],
  ])('the options %j', (options, message) => {
    expect(() => eb.rulesFrom({ Resources: {} }, options as object)).toThrow(message);
  });
});

describe('all events routed', () => {
  test('holds when every event matches a rule', async () => {
    eb.rule('all', { source: [{ prefix: 'shop.' }] });
    await put(eb, entry());
    eb.assertAllRouted();
    expect(eb).toHaveRoutedAllEvents();
  });

  test('names the nearest rule, and why it does not match', async () => {
    eb.rule('big', { source: ['shop.orders'], detail: { total: [{ numeric: ['>', 100] }] } });
    eb.rule('other', { source: ['x'], 'detail-type': ['y'] });
    await put(
      eb,
      entry({ Detail: '{"total":"150"}' }),
      entry({ EventBusName: 'orders', Detail: '{"total":150}' }),
    );
    expect(messageOf(() => eb.assertAllRouted())).toMatchInlineSnapshot(`
"eb.assertAllRouted()

Expected every event to match a rule, but 2 events match none. EventBridge discards them without an error.

eb.events[0] does not match a rule. The nearest is "big": [rule-mismatch]
  detail.total: expected a number above 100, received "150": it is a string, and the pattern requires a number
Fix the event or the pattern of the rule, or declare the missing rule with eb.rule or eb.rulesFrom.

eb.events[1] is on the bus "orders", which has no rule. The pattern of the rule "big" matches, but that rule is on the bus "default". [no-rule-on-bus]
Correct the EventBusName of the entry, or the bus of the rule: eb.rule(name, pattern, { bus }).

Received, matching no rule:
   eb.events[0]: OrderPlaced from shop.orders on default
     { total: "150" }
   eb.events[1]: OrderPlaced from shop.orders on orders
     { total: 150 }"
`);
  });

  test('does not hold for events that were dropped, and says which bus was probably meant', async () => {
    eb.rule('all', { source: [{ prefix: 'shop.' }] }, { bus: 'orders' });
    await put(eb, entry({ EventBusName: 'order' }), entry({ EventBusName: 'order' }));
    expect(messageOf(() => eb.assertAllRouted())).toBe(
      `eb.assertAllRouted()

Expected every event to match a rule, but 2 events match none. EventBridge discards them without an error.

EventBridge accepted and dropped 2 events: the bus "order" does not exist. Did you mean "orders"? [unknown-bus]
Correct EventBusName, or add the bus to the option \`buses\`, which has "default" and "orders". AWS drops such events too, and still returns an EventId.`,
    );
  });

  test('cannot be asserted when no rule is declared', () => {
    expect(() => eb.assertAllRouted()).toThrow(
      'assertAllRouted: no rule is declared. Declare the rules with eb.rule or eb.rulesFrom, after eb.reset() and before the code under test runs.',
    );
    expect(() => expect(eb).not.toHaveRoutedAllEvents()).toThrow(
      'Matcher error: toHaveRoutedAllEvents: no rule is declared',
    );
  });
});

test('coverage counts over the whole life of a fake, resets or not', async () => {
  const fake = fakeEventBridge();
  fake.rule('hit', { source: ['shop.orders'] });
  fake.rule('never', { source: ['x'] });
  await put(fake, entry());
  fake.reset();
  fake.rule('hit', { source: ['shop.orders'] });
  await put(fake, entry(), entry());
  expect(fake.ruleCoverage()).toMatchObject([
    { name: 'hit', bus: 'default', hits: 3 },
    { name: 'never', bus: 'default', hits: 0 },
  ]);
  for (const part of [fake.ruleCoverage(), ...fake.ruleCoverage()]) expect(Object.isFrozen(part)).toBe(true);
});
