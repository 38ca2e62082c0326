import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});
const RETRYABLE = new Set(['InternalFailure', 'ThrottlingException']);

/** The fix: nothing catches around the retry, so that an error ends it. Only the failed entries are resent. */
export async function publish(entries: readonly PutEventsRequestEntry[], triesLeft = 2): Promise<void> {
  const { Entries: results = [] } = await client.send(new PutEventsCommand({ Entries: [...entries] }));
  const failed = entries.filter((_, index) => results[index]?.EventId === undefined);
  if (failed.length === 0) return;
  const codes = results.flatMap(({ ErrorCode }) => ErrorCode ?? []);
  if (triesLeft === 0 || codes.some((code) => !RETRYABLE.has(code)))
    throw new Error(`${failed.length} entries failed`);
  await sleep(100 * (3 - triesLeft));
  await publish(failed, triesLeft - 1);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
