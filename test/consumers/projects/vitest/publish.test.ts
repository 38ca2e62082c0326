import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { fakeEventBridge } from 'fake-eventbridge';
import { afterAll, expect, test } from 'vitest';
import 'fake-eventbridge/vitest';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
afterAll(() => eb.restore());

test('publishes', async () => {
  const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];
  await new EventBridgeClient({}).send(new PutEventsCommand({ Entries }));
  expect(eb).toHavePublished({ source: 'shop.orders' });
});
