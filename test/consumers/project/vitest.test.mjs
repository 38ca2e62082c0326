import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { fakeEventBridge } from 'fake-eventbridge';
import { afterAll, expect, test } from 'vitest';
import 'fake-eventbridge/vitest';
import { publish } from './publish.js';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
afterAll(() => eb.restore());

test('publishes', async () => {
  await publish({ orderId: 'o-1' });
  expect(eb).toHavePublished({ detail: { orderId: 'o-1' } });
});

test('fails as it should', async () => {
  expect(eb).toHavePublished({ detail: { orderId: 'o-2' } });
});
