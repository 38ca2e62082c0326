import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});
const RETRYABLE = new Set(['InternalFailure', 'ThrottlingException']);

/** The fix: only the errors that pass are retried, after a wait. Every other entry is reported, and the rest still goes out. */
export async function publish(entries: readonly PutEventsRequestEntry[]): Promise<void> {
  const refused: PutEventsRequestEntry[] = [];
  let left = [...entries];
  for (let round = 1; left.length > 0; round++) {
    const { Entries: results = [] } = await client.send(new PutEventsCommand({ Entries: left }));
    const failed = left.flatMap((entry, index) => {
      const { EventId, ErrorCode = 'NoResult' } = results[index] ?? {};
      return EventId === undefined ? [{ entry, ErrorCode }] : [];
    });
    const again = round < 8 ? failed.filter(({ ErrorCode }) => RETRYABLE.has(ErrorCode)) : [];
    refused.push(...failed.filter((each) => !again.includes(each)).map(({ entry }) => entry));
    left = again.map(({ entry }) => entry);
    if (left.length > 0) await sleep(100 * round);
  }
  if (refused.length > 0) throw new Error(`${refused.length} entries failed`);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
