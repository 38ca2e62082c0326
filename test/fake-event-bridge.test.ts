import { EventBridgeClient, InternalException, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';

const client = new EventBridgeClient({});
const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => eb.reset());
afterEach(() => eb.verify());
afterAll(() => eb.restore());

const orderPlaced = { Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1"}' };

describe('a module-level client', () => {
  test('publishes into memory', async () => {
    const { FailedEntryCount, Entries } = await client.send(new PutEventsCommand({ Entries: [orderPlaced] }));

    expect(FailedEntryCount).toBe(0);
    expect(Entries).toEqual([{ EventId: eb.events[0]?.id }]);
    expect(eb).toHavePublished({ source: 'shop.orders', detail: { orderId: 'o-1' } });
  });

  test('is answered with a partial failure', async () => {
    eb.failEntry({ detailType: 'OrderPlaced' }, 'ThrottlingException');

    const answer = await client.send(
      new PutEventsCommand({ Entries: [orderPlaced, { ...orderPlaced, DetailType: 'OrderPaid' }] }),
    );

    expect(answer.FailedEntryCount).toBe(1);
    expect(answer.Entries?.[0]).toEqual({ ErrorCode: 'ThrottlingException', ErrorMessage: 'Rate exceeded' });
    expect(eb).not.toHavePublished({ detailType: 'OrderPlaced' });
    expect(eb).toHavePublishedTimes({ detailType: 'OrderPaid' }, 1);
  });

  test('retries an InternalException without waiting', async () => {
    eb.failRequest('InternalException').times(2);

    const answer = await client.send(new PutEventsCommand({ Entries: [orderPlaced] }));

    expect(answer.$metadata.attempts).toBe(3);
    expect(eb.calls).toHaveLength(1);
    expect(eb.calls[0]?.attempts.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'succeeded']);
  });

  test('sees the exception when every attempt of a call fails', async () => {
    eb.failCall('InternalException');

    const failure = await client
      .send(new PutEventsCommand({ Entries: [orderPlaced] }))
      .catch((error) => error);

    expect(failure).toBeInstanceOf(InternalException);
    expect(eb).toHavePublishedNothing();
  });
});

describe('a method that would ignore an argument refuses it', () => {
  /** Functions that runners, MSW or stubs call with arguments of their own, and those with any number of arguments. */
  const ANY_ARGUMENTS = ['reset', 'clear', 'restore', 'putEvents', 'send', 'fetch', 'allow'];
  const extra = Array.from({ length: 9 }, () => 'extra');
  const called = /takes (no arguments|only .+), but it was called with 9 arguments/;

  async function callWithNine(object: object, name: string): Promise<unknown> {
    const method: unknown = Reflect.get(object, name);
    if (typeof method !== 'function') throw new Error(`${name} is not a method`);
    return Reflect.apply(method, object, extra);
  }
  function methodsOf(object: object): string[] {
    return Object.keys(object).filter((name) => typeof Reflect.get(object, name) === 'function');
  }

  test.each(methodsOf(eb).filter((name) => !ANY_ARGUMENTS.includes(name)))('eb.%s', async (name) => {
    await expect(callWithNine(eb, name)).rejects.toThrow(called);
  });

  test.each([
    'assertPublished',
    'assertNotPublished',
    'assertNothingPublished',
    'assertPublishedInOrder',
    'assertPublishedExactly',
  ])('eb.bus("orders").%s', async (name) => {
    await expect(callWithNine(eb.bus('orders'), name)).rejects.toThrow(called);
  });

  test.each(['once', 'times', 'always', 'when', 'withProbability', 'remove', 'reached', 'release', 'fail'])(
    'the handle of a fault: %s',
    async (name) => {
      await expect(callWithNine(eb.hold(), name)).rejects.toThrow(called);
      eb.reset();
    },
  );

  test('the handle of a contract: remove', async () => {
    const schema = {
      '~standard': { version: 1, vendor: 'test', validate: (value: unknown) => ({ value }) },
    } as const;
    await expect(callWithNine(eb.contract('shop.orders', 'OrderPlaced', schema), 'remove')).rejects.toThrow(
      called,
    );
  });

  test('and verify takes what runners pass to their hooks', () => {
    const hook: (...args: unknown[]) => void = eb.verify;
    class TestContext {}
    for (const given of [() => {}, new TestContext()]) expect(() => hook(given)).not.toThrow();
    expect(() => hook({ allow: ['unused-fault'] })).toThrow('verify takes no arguments');
  });
});
