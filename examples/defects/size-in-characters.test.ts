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

  OrderPlaced from shop.orders {"orderId":"o-1","name":"üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü…: request 1 got 400 ValidationException, and it was not sent again
  OrderPlaced from shop.orders {"orderId":"o-2","name":"ééééééééééééééééééééééééééééééééééé…: request 1 got 400 ValidationException, and it was not sent again

What happened:
  call 1: 2 entries, failed
    request 1: 400 ValidationException: Total size of the entries in the request is over the limit.`,
  );
});
