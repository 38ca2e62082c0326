import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});
const MOST_BYTES = 1_048_576;

/** The defect: `length` counts characters, and the resources are left out. EventBridge counts bytes, of both. */
function sizeOf({ Source = '', DetailType = '', Detail = '' }: PutEventsRequestEntry): number {
  return Source.length + DetailType.length + Detail.length;
}

/** Publishes in chunks that are filled up to the limit, and reports what could not be published. */
export async function publish(entries: readonly PutEventsRequestEntry[]): Promise<readonly Error[]> {
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
  const errors: Error[] = [];
  for (const Entries of chunks) {
    await client.send(new PutEventsCommand({ Entries })).catch((error: Error) => errors.push(error));
  }
  return errors;
}
