// What could leave a timer, a handle or a reference behind, except the server, which has its own file.
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';

const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];
const placeOrder = () => new PutEventsCommand({ Entries });
const eb = fakeEventBridge();
const client = new EventBridgeClient({ requestHandler: { requestTimeout: 60_000 } });
eb.install(EventBridgeClient);
afterEach(() => eb.reset());
afterAll(() => eb.restore());

test('publishes, fails in part, retries', async () => {
  eb.failEntry(0, 'ThrottlingException');
  eb.failRequest('InternalException').times(2);
  expect((await client.send(placeOrder())).FailedEntryCount).toBe(1);
  await client.send(placeOrder());
  expect(eb).toHavePublishedTimes({ source: 'shop.orders' }, 1);
});

test('waits and gives up', async () => {
  const gate = eb.hold();
  const held = client.send(placeOrder());
  gate.release();
  await held;
  eb.delay(60_000);
  const impatient = new AbortController();
  const late = client.send(placeOrder(), { abortSignal: impatient.signal });
  await new Promise((resolve) => setImmediate(resolve));
  impatient.abort();
  // Its message is the handler's, which in Jest 29 does not take the reason for an error: it is of another realm.
  await expect(late).rejects.toMatchObject({ name: 'AbortError' });
});

test('behind a spy', async () => {
  const spy = jest.spyOn(EventBridgeClient.prototype, 'send').mockImplementation(eb.send);
  await new EventBridgeClient({}).send(placeOrder());
  spy.mockRestore();
  expect(eb).toHavePublished({ source: 'shop.orders' });
});
