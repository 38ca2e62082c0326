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
