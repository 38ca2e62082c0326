const assert = require('node:assert/strict');
const { EventBridgeClient } = require('@aws-sdk/client-eventbridge');
const { setupFakeEventBridge } = require('fake-eventbridge/mocha');
const { publish } = require('../publish.cjs');

const eb = setupFakeEventBridge(EventBridgeClient, { account: '444455556666' });

it('a second file has its own set-up', async () => {
  await publish('o-4');
  assert.equal(eb.events[0].account, '444455556666');
});
