// What exploring failures costs: runs a second of a publisher of 25 events, and what a thousand runs leave behind.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const orders = (count) =>
  Array.from({ length: count }, (_, i) => ({
    Source: 'shop.orders',
    DetailType: 'OrderPlaced',
    Detail: JSON.stringify({ orderId: `o-${i + 1}` }),
  }));

/** Chunks of ten, one after another; failed entries are resent after a wait. */
function publisher(client, PutEventsCommand) {
  return async () => {
    const entries = orders(25);
    for (let start = 0; start < entries.length; start += 10) {
      let left = entries.slice(start, start + 10);
      for (let round = 0; left.length > 0; round++) {
        const { Entries: results = [] } = await client.send(new PutEventsCommand({ Entries: left }));
        left = left.filter((_, i) => results[i]?.EventId === undefined);
        if (left.length > 0 && round === 3) throw new Error(`${left.length} entries failed`);
        if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** round));
      }
    }
  };
}

/** @returns runs a second of a thousand runs, by the wall clock and by the time of the processor, and what they left */
export async function exploreCost(name = 'fake-eventbridge', runs = 1000) {
  const { fakeEventBridge } = require(name);
  const { PutEventsCommand } = require('@aws-sdk/client-eventbridge');
  const eb = fakeEventBridge();
  const publish = publisher(eb.client(), PutEventsCommand);
  await eb.exploreFailures(publish, { depth: 1 });
  const listeners = () =>
    process.listenerCount('unhandledRejection') + process.listenerCount('uncaughtException');
  const heap = () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const before = { listeners: listeners(), handles: process.getActiveResourcesInfo().length, heap: heap() };
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  const { coverage } = await eb.exploreFailures(publish, { maxRuns: runs });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(cpu);
  return {
    runs: coverage.runs,
    perSecond: Math.round(coverage.runs / seconds),
    perSecondOfProcessor: Math.round(coverage.runs / ((user + system) / 1e6)),
    left: {
      listeners: listeners() - before.listeners,
      handles: process.getActiveResourcesInfo().length - before.handles,
      kilobytes: Math.round((heap() - before.heap) / 1024),
    },
  };
}

if (process.argv[1] === import.meta.filename) console.log(await exploreCost(process.argv[2]));
