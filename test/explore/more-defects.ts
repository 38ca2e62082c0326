import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { orders } from '../../examples/defects/failing-text';
import type { Defect } from './defects';

const client = new EventBridgeClient({});
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends entries once. @returns those that were not accepted, and their error codes */
async function send(entries: readonly PutEventsRequestEntry[]) {
  const { Entries: results = [] } = await client.send(new PutEventsCommand({ Entries: [...entries] }));
  return {
    left: entries.filter((_, i) => results[i]?.EventId === undefined),
    codes: results.flatMap(({ ErrorCode }) => ErrorCode ?? []),
  };
}

async function sendOrReject(entries: readonly PutEventsRequestEntry[]): Promise<void> {
  const { left } = await send(entries);
  if (left.length > 0) throw new Error(`${left.length} entries failed`);
}

interface Row {
  readonly entry: PutEventsRequestEntry;
  done: boolean;
}

let rows: Row[] = [];
const fill = (events: number) => {
  rows = orders(events).map((entry) => ({ entry, done: false }));
};
const pending = () => rows.filter(({ done }) => !done);
const sendRow = async (row: Row) => sendOrReject([row.entry]);

/** Relays that send the rows of a table, each with another idea of when a row is done. */
const RELAYS = {
  marksFirst: async () => {
    for (const row of pending()) {
      row.done = true;
      await sendRow(row);
    }
  },
  marksLast: async () => {
    const open = pending();
    for (const row of open) await sendRow(row);
    for (const row of open) row.done = true;
  },
  marksLastInParallel: async () => {
    const open = pending();
    await Promise.all(open.map(sendRow));
    for (const row of open) row.done = true;
  },
  marksEach: async () => {
    for (const row of pending()) {
      await sendRow(row);
      row.done = true;
    }
  },
  marksEachInParallel: async () => {
    await Promise.all(
      pending().map(async (row) => {
        await sendRow(row);
        row.done = true;
      }),
    );
  },
};

const relay = (defect: () => Promise<void>, fixed: () => Promise<void>) => ({
  publish: async (events: number, version: 'defect' | 'fixed') => {
    fill(events);
    await (version === 'defect' ? defect : fixed)();
  },
  restart: (version: 'defect' | 'fixed') => (version === 'defect' ? defect : fixed)(),
});

const publisher =
  (
    defect: (entries: PutEventsRequestEntry[]) => Promise<void>,
    fixed: (entries: PutEventsRequestEntry[]) => Promise<void>,
  ) =>
  (events: number, version: 'defect' | 'fixed') =>
    (version === 'defect' ? defect : fixed)(orders(events));

/** Resends what failed with one of these codes, this many times. */
const retrying =
  (codes: readonly string[], rounds: number, isWhole = false, wait = 100) =>
  async (entries: PutEventsRequestEntry[]) => {
    let left: readonly PutEventsRequestEntry[] = entries;
    for (let round = 1; ; round++) {
      const sent = await send(left);
      if (sent.left.length === 0) return;
      left = isWhole ? entries : sent.left;
      if (round >= rounds || !sent.codes.every((code) => codes.includes(code)))
        throw new Error(`${sent.left.length} entries failed`);
      await sleep(wait * round);
    }
  };

const PASSING = ['InternalFailure', 'ThrottlingException'];

/** Defects of kinds that `examples/defects/` does not have: what the process leaves when it dies, and others. */
export const MORE_DEFECTS: readonly Defect[] = [
  {
    file: 'marks-rows-first',
    kind: 'lost',
    severity: 'breaks',
    path: '1 event: 1:dies-before',
    ...relay(RELAYS.marksFirst, RELAYS.marksEach),
  },
  {
    file: 'marks-rows-last',
    kind: 'duplicated',
    severity: 'breaks',
    path: '2 events: 2:dies-before',
    ...relay(RELAYS.marksLast, RELAYS.marksEach),
  },
  {
    file: 'marks-rows-last-in-parallel',
    kind: 'duplicated',
    severity: 'breaks',
    path: '2 events: 2:dies-after',
    options: { exclude: ['dies-before'] },
    ...relay(RELAYS.marksLastInParallel, RELAYS.marksEachInParallel),
  },
  {
    file: 'never-gives-up',
    kind: 'hung',
    severity: 'breaks',
    path: '1 event: 1:entry-throttled:first:always',
    publish: publisher(retrying(PASSING, Number.POSITIVE_INFINITY), retrying(PASSING, 3)),
  },
  {
    file: 'forgets-to-await',
    kind: 'crashed',
    severity: 'breaks',
    path: '1 event: 1:entry-throttled:first',
    publish: publisher(async (entries) => {
      void sendOrReject(entries);
    }, sendOrReject),
  },
  {
    file: 'only-logs',
    kind: 'logged-only',
    severity: 'breaks',
    path: '1 event: 1:entry-throttled:first',
    publish: publisher(
      (entries) => sendOrReject(entries).catch((error: unknown) => console.error(error)),
      sendOrReject,
    ),
  },
  {
    file: 'resends-the-batch',
    kind: 'resent',
    severity: 'breaks',
    path: '2 events: 1:entry-throttled:first + 2:entry-throttled:last',
    publish: publisher(retrying(PASSING, 2, true), retrying(PASSING, 2)),
  },
  {
    file: 'gives-up-what-passes',
    kind: 'not-retried',
    severity: 'warns',
    path: '1 event: 1:entry-throttled:first',
    publish: publisher(retrying(['InternalFailure'], 3), retrying(PASSING, 3)),
  },
  {
    file: 'waits-for-an-hour',
    kind: 'wait',
    severity: 'warns',
    path: '1 event: 1:entry-throttled:first',
    publish: publisher(retrying(PASSING, 3, false, 3_600_000), retrying(PASSING, 3)),
  },
];
