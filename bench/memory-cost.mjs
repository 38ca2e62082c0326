// What a recorded call of one entry keeps. Runs in a process of its own with --expose-gc.
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { fakeEventBridge } from 'fake-eventbridge';

const CALLS = 5_000;
const config = { region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };
const command = (i) =>
  new PutEventsCommand({
    Entries: [
      {
        Source: 'shop.orders',
        DetailType: 'OrderPlaced',
        Detail: JSON.stringify({ orderId: `o-${i}`, total: i }),
      },
    ],
  });

async function kept(client, calls) {
  for (let i = 0; i < 500; i++) await client.send(command(i));
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < calls; i++) await client.send(command(i));
  globalThis.gc();
  return (process.memoryUsage().heapUsed - before) / calls;
}

const eb = fakeEventBridge();
const client = new EventBridgeClient(config);
eb.attach(client);
const fake = await kept(client, CALLS);
if (eb.events.length !== CALLS + 500) throw new Error('the journal is not complete');
eb.restore();

const mock = mockClient(EventBridgeClient);
mock.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [{ EventId: 'x' }] });
const mockKept = await kept(new EventBridgeClient(config), CALLS);
if (mock.calls().length !== CALLS + 500) throw new Error('the mock has not recorded');
console.log(JSON.stringify({ fake, mock: mockKept }));
