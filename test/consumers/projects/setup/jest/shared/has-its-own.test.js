const { EventBridgeClient } = require('@aws-sdk/client-eventbridge');
const { setupFakeEventBridge } = require('fake-eventbridge/jest');
const { publish } = require('../../publish.cjs');

const eb = setupFakeEventBridge(EventBridgeClient, { account: '444455556666' });

test('a set-up in the test file is connected instead', async () => {
  await publish('o-2');
  expect(eb.events[0].account).toBe('444455556666');
});
