import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});
const MOST_ROUNDS = 3;
const RETRYABLE = new Set(['InternalFailure', 'ThrottlingException']);

/** The fix: each chunk reads its own results, so that it does not matter which is answered first. */
export async function publish(entries: readonly PutEventsRequestEntry[]): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(entries.length / 2) }, (_, i) =>
    entries.slice(2 * i, 2 * i + 2),
  );
  const outcomes = await Promise.allSettled(chunks.map(publishChunk));
  const failed = outcomes.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

async function publishChunk(entries: readonly PutEventsRequestEntry[]): Promise<void> {
  let left = [...entries];
  for (let round = 1; left.length > 0; round++) {
    const { Entries: results = [] } = await client.send(new PutEventsCommand({ Entries: left }));
    left = left.filter((_, index) => results[index]?.EventId === undefined);
    const isFinal = results.some(({ ErrorCode }) => ErrorCode !== undefined && !RETRYABLE.has(ErrorCode));
    if (left.length > 0 && (isFinal || round === MOST_ROUNDS))
      throw new Error(`${left.length} entries failed`);
    if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, 100 * round));
  }
}
