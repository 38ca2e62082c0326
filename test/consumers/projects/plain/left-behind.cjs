// Importing has no effect but that of loading, and after restore() nothing of the fake is left.
const assert = require('node:assert/strict');
const { EventBridge, EventBridgeClient, PutEventsCommand } = require('@aws-sdk/client-eventbridge');

const Client = Object.getPrototypeOf(EventBridgeClient);
/** Everything that a fake could have changed, property by property. */
const picture = (...more) =>
  [globalThis, process, process.env, Client.prototype, EventBridgeClient.prototype, EventBridge.prototype]
    .concat(more)
    .map((object) => Object.getOwnPropertyDescriptors(object));
/** The properties that are others than before. */
const changes = (before, now) =>
  now.flatMap((members, index) =>
    Reflect.ownKeys({ ...before[index], ...members }).filter((key) => {
      const [old, fresh] = [before[index][key], members[key]];
      return !['value', 'get', 'set'].every((part) => Object.is(old?.[part], fresh?.[part]));
    }),
  );
const listeners = () => process.eventNames().map((name) => [name, process.listenerCount(name)]);
/** What keeps the process alive, except its own pipes, and the files that the SDK reads when a client is made. */
const resources = () =>
  process.getActiveResourcesInfo().filter((name) => !/^(TTY|Pipe|File|FSReq)/.test(name));
const pass = () => new Promise((resolve) => setImmediate(resolve));

async function main() {
  // Node defines some of its globals when they are looked at, or used, for the first time.
  picture();
  const impatient = new AbortController();
  const untouched = { picture: picture(), others: [listeners(), resources()] };
  const { fakeEventBridge } = require('fake-eventbridge');
  const { listen } = require('fake-eventbridge/server');
  assert.deepEqual(changes(untouched.picture, picture()), [], 'the import changes something');
  assert.deepEqual([listeners(), resources()], untouched.others, 'the import leaves something running');

  // The SDK changes a client when it sends for the first time; a fake alone may do that before the pictures are taken.
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const { requestHandler } = fakeEventBridge();
  const client = new EventBridgeClient({ region: 'us-east-1', credentials, requestHandler });
  const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];
  const placeOrder = () => new PutEventsCommand({ Entries });
  await client.send(placeOrder());
  const ofClient = () => [client, client.config, requestHandler];
  const others = () => [client.middlewareStack.identify(), listeners(), resources()];
  const before = { picture: picture(...ofClient()), others: others() };

  const eb = fakeEventBridge();
  eb.install(EventBridgeClient);
  eb.failRequest('InternalException').times(2);
  await client.send(placeOrder());
  eb.delay(60_000);
  const late = client.send(placeOrder(), { abortSignal: impatient.signal });
  await pass();
  impatient.abort();
  await assert.rejects(late, { name: 'AbortError' });
  const gate = eb.hold();
  const held = client.send(placeOrder());
  gate.release();
  await held;
  const server = await listen(eb);
  const answer = await new Promise((resolve) => require('node:http').get(server.url, resolve));
  assert.equal(answer.statusCode, 405);
  answer.resume();
  const changed = changes(before.picture, picture(...ofClient()));
  for (const name of ['send', 'requestHandler', 'credentials', 'retryStrategy'])
    assert.ok(
      changed.includes(name),
      `the pictures show that ${name} is another while the fake is installed`,
    );
  await server.close();
  eb.restore();
  await pass();
  await pass();

  assert.deepEqual(changes(before.picture, picture(...ofClient())), [], 'something is left behind');
  assert.deepEqual(others(), before.others, 'something still runs');
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
