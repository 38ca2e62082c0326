const assert = require('node:assert/strict');
const { EventBridgeClient, PutEventsCommand } = require('@aws-sdk/client-eventbridge');
const { fakeEventBridge } = require('fake-eventbridge');
const { listen } = require('fake-eventbridge/server');

(async () => {
  assert.match(require.resolve('fake-eventbridge'), /dist.cjs.index\.js$/);
  const eb = fakeEventBridge();
  eb.install(EventBridgeClient);
  const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];
  await new EventBridgeClient({}).send(new PutEventsCommand({ Entries }));
  eb.assertPublished({ source: 'shop.orders' }, { times: 1 });
  // A fake of the other format of the package is a fake too.
  const esm = await import('fake-eventbridge');
  const server = await listen(esm.fakeEventBridge());
  await server.close();
  eb.restore();
})();
