const { EventBridgeClient } = require('@aws-sdk/client-eventbridge');
const { setupFakeEventBridge } = require('fake-eventbridge/mocha');

const eb = setupFakeEventBridge(EventBridgeClient);

it('passes, and leaves a fault unused', () => {
  eb.failEntry('any', 'InternalFailure');
});

it('fails, and leaves a fault unused', () => {
  eb.failEntry('any', 'ThrottlingException');
  throw new Error('the failure of the test itself');
});

it('calls it inside a test', async () => {
  await null;
  setupFakeEventBridge(EventBridgeClient);
});

describe('two in one block', () => {
  setupFakeEventBridge(EventBridgeClient);
  setupFakeEventBridge(EventBridgeClient);
  it('cannot run', () => {});
});

it('takes a callback, and leaves a fault unused', (done) => {
  eb.failEntry('any', 'MalformedDetail');
  setImmediate(done);
});

it('returns a promise, and leaves a fault unused', async () => {
  eb.failEntry('any', 'NotAuthorizedForSourceException');
});
