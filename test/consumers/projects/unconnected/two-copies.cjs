// As in a monorepo whose packages do not agree on a version.
const assert = require('node:assert/strict');
const { EventBridgeClient } = require('@aws-sdk/client-eventbridge');
const other = require('other-client-eventbridge');
const { fakeEventBridge } = require('fake-eventbridge');

const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];

async function main() {
  assert.notEqual(EventBridgeClient, other.EventBridgeClient);
  const eb = fakeEventBridge();
  eb.install(EventBridgeClient);
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const client = new other.EventBridgeClient({ region: 'eu-west-1', credentials });
  const placeOrder = () => client.send(new other.PutEventsCommand({ Entries }));
  await assert.rejects(placeOrder(), { code: 'ERR_NOT_CONNECTED' });
  assert.equal(eb.strays.length, 1);
  eb.reset();

  eb.attach(client);
  assert.equal((await placeOrder()).FailedEntryCount, 0);
  eb.verify();
  eb.restore();
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
