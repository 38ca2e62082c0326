// What exploring failures costs: a thousand runs of a publisher of 25 events, in time and in processor time. Also the
// memory that a thousand more keep. Runs in a process of its own with --expose-gc.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

const RUNS = 1_000;
const EVENTS = 25;
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
    const entries = orders(EVENTS);
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

/** What stays open or subscribed in the process, by name. */
function leftOpen() {
  const listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
  return { listeners, handles: process.getActiveResourcesInfo().length };
}

function heap() {
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

async function measure(name) {
  const { fakeEventBridge } = require(name);
  const { PutEventsCommand } = require('@aws-sdk/client-eventbridge');
  const eb = fakeEventBridge();
  const publish = publisher(eb.client(), PutEventsCommand);
  /** @returns how many runs there were: at least so many, where one exploration has fewer it is repeated */
  const explore = async () => {
    let runs = 0;
    while (runs < RUNS) {
      const { coverage, findings } = await eb.exploreFailures(publish, { maxRuns: RUNS - runs });
      if (findings.length === 0) throw new Error('nothing was found: the benchmark measures nothing');
      runs += coverage.runs;
    }
    return runs;
  };
  await explore();
  const before = { ...leftOpen(), heap: heap() };
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  const runs = await explore();
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(cpu);
  const after = { ...leftOpen(), heap: heap() };
  eb.restore();
  return {
    /** Seconds for a thousand runs. */
    seconds: (seconds / runs) * RUNS,
    perSecond: runs / seconds,
    perSecondOfProcessor: runs / ((user + system) / 1e6),
    left: {
      listeners: after.listeners - before.listeners,
      handles: after.handles - before.handles,
      bytes: after.heap - before.heap,
    },
  };
}

/** @returns seconds for a thousand runs, runs a second, and what a thousand runs have left: listeners, handles, bytes */
export function exploreCost(name = 'fake-eventbridge') {
  const args = ['--expose-gc', '--no-warnings', import.meta.filename, name];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

if (process.argv[1] === import.meta.filename)
  console.log(JSON.stringify(await measure(process.argv[2] ?? 'fake-eventbridge')));
