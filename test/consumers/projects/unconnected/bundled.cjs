// The class that is installed is not the one in the bundle.
const assert = require('node:assert/strict');
const { EventBridgeClient } = require('@aws-sdk/client-eventbridge');
const { fakeEventBridge } = require('fake-eventbridge');
const { client, handler } = require('./handler.bundle.cjs');

async function main() {
  const eb = fakeEventBridge();
  eb.install(EventBridgeClient);
  await assert.rejects(handler(), { code: 'ERR_NOT_CONNECTED' });
  assert.throws(() => eb.verify(), /A client that is not connected .* events\.eu-west-1\.amazonaws\.com/);
  eb.reset();

  // What the error advises.
  eb.install(client.constructor);
  assert.equal((await handler()).FailedEntryCount, 0);
  eb.assertPublished({ source: 'shop.orders' }, { times: 1 });
  eb.verify();
  eb.restore();
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
