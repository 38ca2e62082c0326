// A call waits for nothing outside of the process: not for ~/.aws/config either, be it as slow as it likes. Where it did,
// a test with a fake clock could not know when its timers are set.
const fs = require('node:fs');
const never = () => new Promise(() => {});
fs.promises.readFile = never;
fs.readFile = () => {};
require('node:fs/promises').readFile = never;

const assert = require('node:assert/strict');
const { EventBridgeClient, PutEventsCommand } = require('@aws-sdk/client-eventbridge');
const { fakeEventBridge } = require('fake-eventbridge');

const placeOrder = () =>
  new PutEventsCommand({ Entries: [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }] });

let answered = 0;
// What waits for ever keeps no process alive.
process.on('exit', () => {
  if (answered === 3) return;
  console.error(`${answered} of 3 calls were answered; the next one waits for a file`);
  process.exitCode = 1;
});

async function main() {
  const early = new EventBridgeClient({});
  const eb = fakeEventBridge();
  eb.install(EventBridgeClient);
  for (const client of [early, new EventBridgeClient({}), eb.client()]) {
    eb.failRequest('InternalException');
    assert.equal((await client.send(placeOrder())).FailedEntryCount, 0);
    answered += 1;
  }
  eb.restore();
}

main().catch((error) => {
  console.error(String(error?.message ?? error));
  process.exitCode = 1;
});
