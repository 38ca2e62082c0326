const assert = require('node:assert/strict');
const { EventBridgeClient } = require('@aws-sdk/client-eventbridge');
const { setupFakeEventBridge } = require('fake-eventbridge/mocha');
const { publish } = require('../../publish.cjs');

const eb = setupFakeEventBridge(EventBridgeClient, { account: '444455556666' });

it('a set-up in the test file is connected instead', async () => {
  await publish('o-2');
  assert.equal(eb.events[0].account, '444455556666');
});
