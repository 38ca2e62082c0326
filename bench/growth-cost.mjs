// What grows with the number of calls, events, rules and faults: reading after each call, views of a bus, many faults.
// Calls go straight into the request handler: the SDK's pipeline would be most of the time.
import { fakeEventBridge } from 'fake-eventbridge';

const encoder = new TextEncoder();

/** Sends one request with so many entries to the bus `orders`. */
export function sender(eb) {
  let sent = 0;
  return (entries = 1, detail = (i) => ({ orderId: `o-${i}` })) => {
    const Entries = Array.from({ length: entries }, () => ({
      Source: 'shop.orders',
      DetailType: 'OrderPlaced',
      Detail: JSON.stringify(detail(sent++)),
      EventBusName: 'orders',
    }));
    return eb.requestHandler.handle({
      method: 'POST',
      hostname: 'events.us-east-1.amazonaws.com',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSEvents.PutEvents',
        'amz-sdk-invocation-id': `id-${sent}`,
        'amz-sdk-request': 'attempt=1; max=3',
      },
      body: encoder.encode(JSON.stringify({ Entries })),
    });
  };
}

async function seconds(run) {
  const start = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** The time that reading takes beyond the calls themselves. */
async function readAfterEachCall(read, calls) {
  const run = async (look) => {
    const eb = fakeEventBridge();
    const send = sender(eb);
    return seconds(async () => {
      for (let i = 0; i < calls; i++) {
        await send();
        look(eb);
      }
    });
  };
  const plain = await run(() => {});
  return (await run(read)) - plain;
}

async function loopOver(list, events) {
  const eb = fakeEventBridge();
  const send = sender(eb);
  for (let i = 0; i < events; i += 10) await send(10);
  let seen = 0;
  const time = await seconds(() => {
    for (let i = 0; i < events; i++) if (list(eb, i)) seen++;
  });
  if (seen !== events) throw new Error(`the loop saw ${seen} of ${events}`);
  return time;
}

async function faultsAndCalls(count) {
  const eb = fakeEventBridge();
  const send = sender(eb);
  const plain = await seconds(async () => {
    for (let i = 0; i < count; i++) await send();
  });
  eb.reset();
  const time = await seconds(async () => {
    for (let i = 0; i < count; i++) eb.failEntry('any', 'InternalFailure');
    for (let i = 0; i < count; i++) await send();
  });
  if (eb.rejected.length !== count) throw new Error('not every fault fired');
  return time - plain;
}

/** @returns rows of name, seconds and budget in seconds */
export async function growthCost() {
  return [
    [
      'publish and read `eb.events`, 100,000 times',
      await readAfterEachCall((eb) => eb.events.length, 100_000),
      1,
    ],
    [
      'publish and read `eb.calls`, 100,000 times',
      await readAfterEachCall((eb) => eb.calls.length, 100_000),
      1,
    ],
    [
      'publish and read `eb.rejected`, 100,000 times',
      await readAfterEachCall((eb) => eb.rejected.length, 100_000),
      1,
    ],
    [
      '`eb.bus("orders").events[i]`, 10,000 times',
      await loopOver((eb, i) => eb.bus('orders').events[i], 10_000),
      0.05,
    ],
    ['`eb.unrouted()[i]`, 10,000 times', await loopOver((eb, i) => eb.unrouted()[i], 10_000), 0.05],
    ['10,000 faults declared, and as many calls', await faultsAndCalls(10_000), 0.2],
  ];
}
