const assert = require('node:assert/strict');
const { test, after } = require('node:test');
const { EventBridgeClient } = require('@aws-sdk/client-eventbridge');
const { fakeEventBridge } = require('fake-eventbridge');
const { publish } = require('./publish');

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
after(() => eb.restore());

test('publishes', async () => {
  await publish({ orderId: 'o-1' });
  eb.assertPublished({ detail: { orderId: 'o-1' } });
  assert.equal(eb.events.length, 1);
});
