import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type } from 'arktype';
import {
  EventAssertionError,
  FakeEventBridgeError,
  fakeEventBridge,
  type StandardSchema,
} from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import * as v from 'valibot';
import { z } from 'zod';

let eb = fakeEventBridge();
beforeEach(() => {
  eb = fakeEventBridge();
});

const send = (...details: unknown[]) =>
  eb.putEvents({
    Entries: details.map((detail) => ({
      Source: 'shop.orders',
      DetailType: 'OrderPlaced',
      Detail: typeof detail === 'string' ? detail : JSON.stringify(detail),
    })),
  });

const good = { orderId: 'o-1', items: [{ sku: 'a', n: 1 }] };
const bad = { orderId: 'o-1', items: [{ sku: 'a', n: '1' }] };

/** Holds for good details; takes its time. */
const slow: StandardSchema = {
  '~standard': {
    version: 1,
    vendor: 'test',
    validate: async (value) => {
      await Promise.resolve();
      return JSON.stringify(value) === JSON.stringify(good)
        ? { value }
        : { issues: [{ message: 'n is a number', path: ['items', { key: 0 }, 'n'] }] };
    },
  },
};

describe.each<[string, StandardSchema]>([
  ['zod', z.object({ orderId: z.string(), items: z.array(z.object({ sku: z.string(), n: z.number() })) })],
  [
    'zod, asynchronous',
    z.object({
      orderId: z.string().refine(async (id) => id.startsWith('o-')),
      items: z.array(z.object({ sku: z.string(), n: z.number() })),
    }),
  ],
  [
    'valibot',
    v.object({ orderId: v.string(), items: v.array(v.object({ sku: v.string(), n: v.number() })) }),
  ],
  [
    'valibot, asynchronous',
    v.objectAsync({
      orderId: v.pipeAsync(
        v.string(),
        v.checkAsync(async (id) => id.startsWith('o-')),
      ),
      items: v.array(v.object({ sku: v.string(), n: v.number() })),
    }),
  ],
  ['arktype', type({ orderId: 'string', items: type({ sku: 'string', n: 'number' }).array() })],
  ['a schema of no library', slow],
])('a contract of %s', (_, schema) => {
  test('is kept', async () => {
    eb.contract('shop.orders', 'OrderPlaced', schema);
    await send(good);
    await eb.contractsChecked();
    eb.assertContracts();
    expect(eb).toHaveKeptContracts();
    expect(eb.breaches).toEqual([]);
    eb.verify();
  });

  test('is broken, and AWS answers as ever', async () => {
    eb.contract('shop.orders', 'OrderPlaced', schema);
    const answer = await send(good, bad);
    expect(answer.FailedEntryCount).toBe(0);
    await eb.contractsChecked();
    expect(eb.breaches).toMatchObject([
      {
        source: 'shop.orders',
        detailType: 'OrderPlaced',
        issues: [{ path: ['items', 0, 'n'], message: expect.any(String) }],
        detail: bad,
        calls: [1],
      },
    ]);
    expect(() => eb.verify()).toThrow('breaks its contract: [broken-contract]');
    expect(() => eb.assertContracts()).toThrow(EventAssertionError);
    expect(() => eb.assertContracts()).toThrow('detail.items[0].n: ');
    expect(eb).not.toHaveKeptContracts();
  });
});

describe('a contract', () => {
  test('says nothing of other events', async () => {
    eb.contract('shop.orders', 'OrderPaid', z.object({ paid: z.literal(true) }));
    eb.contract('shop.billing', 'OrderPlaced', z.object({ paid: z.literal(true) }));
    await send(good);
    eb.assertContracts();
  });

  test('is checked for what EventBridge rejects too, but not for what is not a JSON object', async () => {
    eb.contract('shop.orders', 'OrderPlaced', z.object({ orderId: z.number() }));
    eb.failEntry(0, 'ThrottlingException');
    await send(bad, 'no json', '[1]', '"text"');
    expect(eb.breaches).toHaveLength(1);
    expect(eb.events).toHaveLength(0);
  });

  test('is checked for what never reached EventBridge, or was refused with its request', async () => {
    eb.contract('shop.orders', 'OrderPlaced', z.object({ orderId: z.number() }));
    eb.refuseConnection().times(3);
    await expect(send(bad)).rejects.toThrow();
    eb.failCall('AccessDeniedException');
    await expect(send(good)).rejects.toThrow();
    expect(eb.breaches.map(({ calls }) => calls)).toEqual([[1], [2]]);
  });

  test('is reported once for what is resent, with the calls', async () => {
    eb.contract('shop.orders', 'OrderPlaced', z.object({ orderId: z.number() }));
    await send(bad);
    await send(bad, bad);
    expect(eb.breaches.map(({ calls }) => calls)).toEqual([[1, 2]]);
  });

  test('stays after reset(), which forgets its breaches; a second one replaces it; remove() takes it back', async () => {
    eb.contract('shop.orders', 'OrderPlaced', z.object({ orderId: z.number() }));
    await send(bad);
    eb.reset();
    expect(eb.breaches).toEqual([]);
    await send(bad);
    expect(eb.breaches).toHaveLength(1);
    const second = eb.contract('shop.orders', 'OrderPlaced', z.object({ orderId: z.string() }));
    await send(bad);
    eb.assertContracts();
    second.remove();
    expect(() => eb.assertContracts()).toThrow(FakeEventBridgeError);
  });

  test('cannot change what was recorded', async () => {
    const greedy: StandardSchema = {
      '~standard': {
        version: 1,
        vendor: 'test',
        validate: (value) => {
          (value as { orderId: string }).orderId = 'changed';
          return { value };
        },
      },
    };
    eb.contract('shop.orders', 'OrderPlaced', greedy);
    await send(good);
    expect(() => eb.assertContracts()).toThrow('Cannot assign to read only property');
    expect(eb).toHavePublished({ detail: { orderId: 'o-1' } });
  });

  test.each([
    ['an assertion about events', () => eb.assertPublished({ source: 'shop.orders' })],
    ['assertContracts', () => eb.assertContracts()],
    ['verify', () => eb.verify()],
  ])('whose schema throws fails the next assertion with the error of the schema: %s', async (_, assert) => {
    const boom = () => {
      throw new Error('boom');
    };
    for (const validate of [boom, async () => boom()]) {
      eb.contract('shop.orders', 'OrderPlaced', { '~standard': { version: 1, vendor: 'test', validate } });
      await expect(send(good)).resolves.toMatchObject({ FailedEntryCount: 0 });
      await eb.contractsChecked();
      expect(assert).toThrow(
        expect.objectContaining({
          code: 'ERR_CALLBACK_THREW',
          message: expect.stringMatching(
            /^The schema of contract\("shop.orders", "OrderPlaced"\) \(declared at test\/contracts\/contracts\.test\.ts:\d+:\d+\) threw Error: boom\n/,
          ),
          cause: expect.objectContaining({ message: 'boom' }),
        }),
      );
      expect(assert).not.toThrow();
      eb.reset();
    }
  });

  test('that is still being checked is neither kept nor broken', async () => {
    eb.contract('shop.orders', 'OrderPlaced', slow);
    let finish = () => {};
    const held: StandardSchema = {
      '~standard': {
        version: 1,
        vendor: 'test',
        validate: (value) =>
          new Promise((resolve) => {
            finish = () => resolve({ value });
          }),
      },
    };
    eb.contract('shop.orders', 'OrderPlaced', held);
    await send(good);
    const text =
      'an asynchronous schema has not checked 1 detail yet. Call await eb.contractsChecked() first.';
    expect(() => eb.assertContracts()).toThrow(`assertContracts: ${text}`);
    expect(() => expect(eb).toHaveKeptContracts()).toThrow(`Matcher error: toHaveKeptContracts: ${text}`);
    expect(() => expect(eb).not.toHaveKeptContracts()).toThrow(`Matcher error: toHaveKeptContracts: ${text}`);
    expect(() => eb.verify()).toThrow('An asynchronous schema has not checked 1 detail yet.');
    finish();
    await eb.contractsChecked();
    eb.assertContracts();
    eb.verify();
  });

  test('that throws when its events are forgotten fails no test, and is printed', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    const declare = () => {
      let fail = () => {};
      const validate = () =>
        new Promise<never>((_, reject) => {
          fail = () => reject(new Error('no database'));
        });
      eb.contract('shop.orders', 'OrderPlaced', { '~standard': { version: 1, vendor: 'test', validate } });
      return () => fail();
    };
    const throwFirst = declare();
    await send(good);
    const throwSecond = declare();
    await send(good);
    eb.reset();
    throwFirst();
    throwSecond();
    await new Promise((resolve) => setImmediate(resolve));
    eb.verify();
    expect(warn.mock.calls).toEqual(
      [1, 2].map(() => [
        expect.stringMatching(
          /^fake-eventbridge: The schema of contract\("shop\.orders", "OrderPlaced"\) \(declared at test\/contracts\/contracts\.test\.ts:\d+:\d+\) threw Error: no database\nIt threw after eb\.reset\(\) or eb\.clear\(\) had ended its test\. Call await eb\.contractsChecked\(\) in that test\.$/,
        ),
      ]),
    );
    warn.mockRestore();
  });

  test('checks nothing of a call that an earlier test began', async () => {
    const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: JSON.stringify(bad) }];
    const attempt = (number: number) =>
      eb.fetch('https://events.us-east-1.amazonaws.com/', {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'AWSEvents.PutEvents',
          'amz-sdk-invocation-id': 'a-call',
          'amz-sdk-request': `attempt=${number}; max=3`,
        },
        body: JSON.stringify({ Entries }),
      });
    eb.failRequest('ThrottlingException');
    await attempt(1);
    eb.reset();
    eb.contract('shop.orders', 'OrderPlaced', z.object({ orderId: z.number() }));
    await attempt(2);
    expect(eb.calls).toEqual([]);
    expect(eb.breaches).toEqual([]);
    eb.assertContracts();
  });

  test('that was being checked when its events were forgotten tells nobody', async () => {
    eb.contract('shop.orders', 'OrderPlaced', slow);
    await send(bad);
    eb.clear();
    await eb.contractsChecked();
    await Promise.resolve();
    expect(eb.breaches).toEqual([]);
    eb.verify();
  });
});

describe('a contract that cannot be meant', () => {
  test.each<[string, unknown[], string]>([
    [
      'without a schema',
      ['shop.orders', 'OrderPlaced'],
      'contract: the third argument is a schema, not undefined. It needs to implement Standard Schema, as those of Zod 3.24, Valibot 1 and ArkType 2 and later do.',
    ],
    [
      'without a detail type',
      ['shop.orders', z.object({})],
      'contract: the second argument is their detail type, such as "OrderPlaced", not an object of class ZodObject.',
    ],
    [
      'without a source',
      ['', 'OrderPlaced', z.object({})],
      'contract: the first argument is the source of the events, such as "shop.orders", not "".',
    ],
  ])('%s', (_, args, message) => {
    expect(() => Reflect.apply(eb.contract, eb, args)).toThrow(
      new FakeEventBridgeError('ERR_WRONG_USE', message),
    );
  });

  test('is missed by an assertion about contracts', () => {
    expect(() => expect(eb).not.toHaveKeptContracts()).toThrow(
      'Matcher error: toHaveKeptContracts: no contract is declared. Declare one with eb.contract(source, detailType, schema).',
    );
  });
});
