// The client is made of modules that were loaded after the class was installed.
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { fakeEventBridge } from 'fake-eventbridge';
import { afterAll, expect, test, vi } from 'vitest';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
afterAll(() => eb.restore());

test('a client that vi.resetModules() has replaced the class of', async () => {
  vi.resetModules();
  const sdk = await import('@aws-sdk/client-eventbridge');
  expect(sdk.EventBridgeClient).not.toBe(EventBridgeClient);
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const client = new sdk.EventBridgeClient({ region: 'eu-west-1', credentials });
  const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];
  const placeOrder = () => client.send(new sdk.PutEventsCommand({ Entries }));
  await expect(placeOrder()).rejects.toMatchObject({ code: 'ERR_NOT_CONNECTED' });
  expect(eb.strays).toHaveLength(1);
  eb.reset();

  eb.attach(client);
  expect((await placeOrder()).FailedEntryCount).toBe(0);
  eb.verify();
});
