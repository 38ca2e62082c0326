import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});
const FIRST_WAIT_MS = 128;
const RETRYABLE = new Set(['InternalFailure', 'ThrottlingException']);

/** The fix: `*` as it was meant, and an error when entries are left in the end. */
export async function publish(entries: readonly PutEventsRequestEntry[]): Promise<void> {
  let left = [...entries];
  for (let factor = 1; left.length > 0; factor *= 2) {
    const { Entries: results = [] } = await client.send(new PutEventsCommand({ Entries: left }));
    left = left.filter((_, index) => results[index]?.EventId === undefined);
    const isFinal = results.some(({ ErrorCode }) => ErrorCode !== undefined && !RETRYABLE.has(ErrorCode));
    if (left.length > 0 && (isFinal || factor === 4)) throw new Error(`${left.length} entries failed`);
    if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * factor));
  }
}
