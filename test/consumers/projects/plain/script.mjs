import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { fakeEventBridge } from 'fake-eventbridge';
import { listen } from 'fake-eventbridge/server';

test('publishes as an ES module', async () => {
  assert.match(import.meta.resolve('fake-eventbridge'), /dist\/esm\/index\.js$/);
  const eb = fakeEventBridge();
  eb.install(EventBridgeClient);
  const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];
  await new EventBridgeClient({}).send(new PutEventsCommand({ Entries }));
  eb.assertPublished({ source: 'shop.orders' }, { times: 1 });
  const server = await listen(eb);
  assert.equal((await fetch(server.url)).status, 405);
  await server.close();
  eb.restore();
});
