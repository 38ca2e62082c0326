const { EventBridgeClient, PutEventsCommand } = require('@aws-sdk/client-eventbridge');
const { fakeEventBridge } = require('fake-eventbridge');
require('fake-eventbridge/jest');

const placeOrder = (command = PutEventsCommand) =>
  new command({ Entries: [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }] });
const client = new EventBridgeClient({});
const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => eb.reset());
afterEach(() => eb.verify());
afterAll(() => eb.restore());

test('publishes', async () => {
  expect(require.resolve('fake-eventbridge')).toMatch(/dist.cjs.index\.js$/);
  await client.send(placeOrder());
  expect(eb).toHavePublishedTimes({ source: 'shop.orders' }, 1);
});

test('retries without waiting', async () => {
  eb.failRequest('InternalException').times(2);
  expect((await client.send(placeOrder())).$metadata.attempts).toBe(3);
});

test('after resetModules', async () => {
  jest.resetModules();
  const sdk = require('@aws-sdk/client-eventbridge');
  const again = require('fake-eventbridge').fakeEventBridge();
  again.install(sdk.EventBridgeClient);
  await new sdk.EventBridgeClient({}).send(placeOrder(sdk.PutEventsCommand));
  expect(again).toHavePublished({ source: 'shop.orders' });
  again.restore();
});

test('in isolateModules', async () => {
  let sdk;
  jest.isolateModules(() => {
    sdk = require('@aws-sdk/client-eventbridge');
  });
  eb.install(sdk.EventBridgeClient);
  await new sdk.EventBridgeClient({}).send(placeOrder(sdk.PutEventsCommand));
  expect(eb).toHavePublished({ source: 'shop.orders' });
});
