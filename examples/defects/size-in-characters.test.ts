import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failingText } from './failing-text';
import { publish } from './size-in-characters';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => eb.reset());
afterEach(() => eb.verify());
afterAll(() => eb.restore());

test('fills a request beyond the limit, and all of it is refused', async () => {
  const names = ['ü'.repeat(400_000), 'é'.repeat(400_000)];
  const entries = names.map((name, i) => ({
    Source: 'shop.orders',
    DetailType: 'OrderPlaced',
    Detail: JSON.stringify({ orderId: `o-${i + 1}`, name }),
  }));

  await publish(entries);

  expect(failingText(() => eb.assertNoEventLost())).toBe(
    `eb.assertNoEventLost()

Expected no event to be lost, but 2 were sent and never published.

The entries of request 1 are larger than EventBridge takes: 1048576 bytes for one request. [invalid-request]
Split the entries by size, not only by number. Count the bytes of UTF-8, not the characters.

Lost:
  OrderPlaced from shop.orders {"orderId":"o-1","name":"üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü…: request 1 failed (400 ValidationException)
  OrderPlaced from shop.orders {"orderId":"o-2","name":"ééééééééééééééééééééééééééééééééééé…: request 1 failed (400 ValidationException)

   request                                        1
-> OrderPlaced {"orderId":"o-1","name":"üüüüüü…  [!]
-> OrderPlaced {"orderId":"o-2","name":"éééééé…  [!]
   ! the whole request failed   [ ] the problem

What happened:
  call 1: 2 entries, failed
    request 1: 400 ValidationException: Total size of the entries in the request is over the limit.`,
  );
});
