import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
afterAll(() => eb.restore());

test('publishes', async () => {
  const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];
  await new EventBridgeClient({}).send(new PutEventsCommand({ Entries }));
  // Only in an ES module does this compile and run.
  expect(import.meta.url).toMatch(/^file:/);
  expect(eb).toHavePublished({ source: 'shop.orders' });
});
