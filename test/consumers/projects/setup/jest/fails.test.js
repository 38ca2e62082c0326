const { EventBridgeClient } = require('@aws-sdk/client-eventbridge');
const { setupFakeEventBridge } = require('fake-eventbridge/jest');

const eb = setupFakeEventBridge(EventBridgeClient);

test('passes, and leaves a fault unused', () => {
  eb.failEntry('any', 'InternalFailure');
});

test('fails, and leaves a fault unused', () => {
  eb.failEntry('any', 'ThrottlingException');
  throw new Error('the failure of the test itself');
});

test('calls it inside a test', async () => {
  await null;
  setupFakeEventBridge(EventBridgeClient);
});

describe('two in one block', () => {
  setupFakeEventBridge(EventBridgeClient);
  setupFakeEventBridge(EventBridgeClient);
  test('cannot run', () => {});
});

test('returns a promise, and leaves a fault unused', async () => {
  eb.failEntry('any', 'MalformedDetail');
});

test('comes after failures, and leaves a fault unused', async () => {
  eb.failEntry('any', 'NotAuthorizedForSourceException');
});
