// What is kept of a call of one entry, and of an event in calls of ten. Runs in a process of its own with --expose-gc.
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { fakeEventBridge } from 'fake-eventbridge';

const CALLS = 5_000;
const WARM_UP = 500;
const config = { region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };
const entry = (i) => ({
  Source: 'shop.orders',
  DetailType: 'OrderPlaced',
  Detail: JSON.stringify({ orderId: `o-${i}`, total: i }),
});
/** A call of as many entries; its events are numbered. */
const command = (call, entries) =>
  new PutEventsCommand({ Entries: Array.from({ length: entries }, (_, i) => entry(call * entries + i)) });

/** What is kept of each call. */
async function kept(client, calls, entries = 1) {
  for (let i = 0; i < WARM_UP; i++) await client.send(command(i, entries));
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < calls; i++) await client.send(command(i, entries));
  globalThis.gc();
  return (process.memoryUsage().heapUsed - before) / calls;
}

const eb = fakeEventBridge();
const client = new EventBridgeClient(config);
eb.attach(client);
const fake = await kept(client, CALLS);
if (eb.events.length !== CALLS + WARM_UP) throw new Error('the journal is not complete');
eb.reset();
const ofTen = (await kept(client, CALLS, 10)) / 10;
if (eb.events.length !== 10 * (CALLS + WARM_UP)) throw new Error('the journal is not complete');
eb.restore();

const mock = mockClient(EventBridgeClient);
mock.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [{ EventId: 'x' }] });
const mockKept = await kept(new EventBridgeClient(config), CALLS);
if (mock.calls().length !== CALLS + WARM_UP) throw new Error('the mock has not recorded');
console.log(JSON.stringify({ fake, mock: mockKept, ofTen }));
