import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});
const MOST_BYTES = 1_048_576;

/** The fix: bytes, and those of the resources too. */
function sizeOf({
  Source = '',
  DetailType = '',
  Detail = '',
  Resources = [],
}: PutEventsRequestEntry): number {
  return Buffer.byteLength([Source, DetailType, Detail, ...Resources].join(''));
}

/** Publishes in chunks that are filled up to the limit, and rejects when something could not be published. */
export async function publish(entries: readonly PutEventsRequestEntry[]): Promise<void> {
  const chunks: PutEventsRequestEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    room -= sizeOf(entry);
    const last = chunks.at(-1);
    if (last !== undefined && last.length < 10 && room >= 0) last.push(entry);
    else {
      chunks.push([entry]);
      room = MOST_BYTES - sizeOf(entry);
    }
  }
  let failed = 0;
  for (const Entries of chunks) {
    const { Entries: results = [] } = await client.send(new PutEventsCommand({ Entries }));
    failed += Entries.filter((_, index) => results[index]?.EventId === undefined).length;
  }
  if (failed > 0) throw new Error(`${failed} entries failed`);
}
