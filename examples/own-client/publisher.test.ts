import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { Publisher } from './publisher';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
const publisher = new Publisher();
beforeEach(() => {
  eb.reset();
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  eb.verify();
});
afterAll(() => eb.restore());

const orderPlaced = { Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1"}' };

test('tries as often as its strategy says, and asks for the waits it says; none is waited', async () => {
  eb.failRequest('InternalException').times(2);

  expect(await publisher.publish([orderPlaced])).toEqual([]);

  expect(eb.calls[0]?.attempts.map(({ backoff }) => backoff)).toEqual([500, 1000, 0]);
});

test('gives up after three tries', async () => {
  eb.resetConnection().times(3);

  await expect(publisher.publish([orderPlaced])).rejects.toMatchObject({ code: 'ECONNRESET' });

  expect(eb.calls[0]?.attempts).toHaveLength(3);
  expect(eb).toHavePublishedNothing();
});

test('an answer slower than its patience is one try more', async () => {
  const slow = eb.hold();
  const publishing = publisher.publish([orderPlaced]);
  await slow.reached();
  await jest.advanceTimersByTimeAsync(2_000);
  await publishing;

  expect(eb.calls[0]?.attempts.map(({ outcome }) => outcome)).toEqual(['unanswered', 'succeeded']);
  expect(eb.calls[0]?.attempts[0]?.error).toEqual({
    name: 'TimeoutError',
    code: 'ETIMEDOUT',
    message:
      '@smithy/node-http-handler - [ERROR] a request has exceeded the configured 2000 ms requestTimeout.',
  });
  slow.release();
});

test('an answer within its patience is waited for', async () => {
  const slow = eb.hold();
  const publishing = publisher.publish([orderPlaced]);
  await slow.reached();
  await jest.advanceTimersByTimeAsync(1_999);
  slow.release();
  await publishing;

  expect(eb).toHaveSentBatches([1]);
  expect(eb).toHaveNoDuplicates();
});

test('gives up when its signal is aborted', async () => {
  const giveUp = new AbortController();
  const slow = eb.hold();
  const publishing = publisher.publish([orderPlaced], giveUp.signal);
  await slow.reached();
  giveUp.abort();

  await expect(publishing).rejects.toMatchObject({ name: 'AbortError' });
  slow.release();
  expect(eb).toHavePublishedNothing();
});

test('reports which entries were not accepted', async () => {
  const malformed = { ...orderPlaced, Detail: 'no JSON' };
  eb.allow('invalid-entry');

  expect(await publisher.publish([malformed, orderPlaced])).toEqual([malformed]);
});
