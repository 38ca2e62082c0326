import { expect, jest, test } from '@jest/globals';

// A disk that never answers: whoever waits for ~/.aws/config waits for ever. Modules are imported after this.
const readFile = jest.fn(() => new Promise(() => {}));
jest.mock('node:fs/promises', () => ({ readFile }));

async function sdkAndFake() {
  const { EventBridgeClient, PutEventsCommand } = await import('@aws-sdk/client-eventbridge');
  const { fakeEventBridge } = await import('fake-eventbridge');
  const placeOrder = () =>
    new PutEventsCommand({ Entries: [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }] });
  return { EventBridgeClient, fakeEventBridge, placeOrder };
}

test('the first call of a client is answered although its configuration files are not', async () => {
  const { EventBridgeClient, fakeEventBridge, placeOrder } = await sdkAndFake();
  const early = new EventBridgeClient({});
  using eb = fakeEventBridge();
  eb.install(EventBridgeClient);
  for (const client of [early, new EventBridgeClient({}), eb.client()]) {
    eb.failRequest('InternalException');
    expect(await client.send(placeOrder())).toMatchObject({ FailedEntryCount: 0 });
  }
  expect(readFile).toHaveBeenCalled();
});

test("with a fake clock, one turn of the event loop is enough for the publisher's own timer to be set", async () => {
  const { EventBridgeClient, fakeEventBridge, placeOrder } = await sdkAndFake();
  const client = new EventBridgeClient({});
  using eb = fakeEventBridge();
  eb.attach(client);
  jest.useFakeTimers();
  const publishing = (async () => {
    await client.send(placeOrder());
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    await client.send(placeOrder());
  })();
  await jest.runAllTimersAsync();
  await publishing;
  jest.useRealTimers();

  expect(eb.events).toHaveLength(2);
});
