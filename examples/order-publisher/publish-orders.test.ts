import { EventBridgeClient, InternalException } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { OrdersNotPublished, publishOrders } from './publish-orders';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => {
  eb.reset();
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  eb.verify();
});
afterAll(() => eb.restore());

const orders = (number: number) =>
  Array.from({ length: number }, (_, i) => ({ orderId: `o-${i + 1}`, total: 10 * i }));

/** Publishes, and lets the publisher's own waits pass at once. */
async function publish(number: number): Promise<void> {
  const publishing = publishOrders(orders(number));
  publishing.catch(() => {});
  await jest.runAllTimersAsync();
  return publishing;
}

test('publishes an event for each order, ten to a request', async () => {
  await publish(12);

  expect(eb.calls.map(({ attempts }) => attempts[0]?.entries.length)).toEqual([10, 2]);
  expect(eb).toHavePublishedTimes({ source: 'shop.orders', detailType: 'OrderPlaced' }, 12);
  expect(eb).toHavePublished({ detail: { orderId: 'o-12', total: 110 } });
});

test('publishes nothing when there are no orders', async () => {
  await publish(0);

  expect(eb).toHavePublishedNothing();
});

test('sends failed entries again, and they alone', async () => {
  eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException').times(2);

  await publish(3);

  for (const { orderId } of orders(3)) expect(eb).toHavePublishedTimes({ detail: { orderId } }, 1);
  expect(eb.calls.map(({ attempts }) => attempts[0]?.entries.length)).toEqual([3, 1, 1]);
});

test('does not resend what can never succeed', async () => {
  eb.failEntry({ detail: { orderId: 'o-2' } }, 'MalformedDetail');

  await expect(publish(3)).rejects.toThrow(OrdersNotPublished);

  expect(eb.calls).toHaveLength(1);
  expect(eb).not.toHavePublished({ detail: { orderId: 'o-2' } });
});

test('gives up in the end', async () => {
  eb.failEntry({ detail: { orderId: 'o-1' } }, 'InternalFailure').times(4);

  await expect(publish(1)).rejects.toThrow('1 of the orders could not be published: InternalFailure');
});

test('leaves an InternalException to the SDK, which retries it', async () => {
  eb.failRequest('InternalException').times(2);

  await publish(1);

  expect(eb).toHavePublishedTimes({ detail: { orderId: 'o-1' } }, 1);
});

test('surfaces an InternalException that does not go away', async () => {
  eb.failCall('InternalException');

  await expect(publish(1)).rejects.toThrow(InternalException);

  expect(eb).toHavePublishedNothing();
});
