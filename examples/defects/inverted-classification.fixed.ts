import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});
const RETRYABLE = new Set(['InternalFailure', 'ThrottlingException']);

/** The fix: passing errors are tried again, and only they. What is left is reported. */
export async function publish(entries: readonly PutEventsRequestEntry[]): Promise<void> {
  let failures = 0;
  let left = [...entries];
  for (let round = 1; left.length > 0; round++) {
    const { Entries: results = [] } = await client.send(new PutEventsCommand({ Entries: left }));
    const failed = left
      .map((entry, index) => ({ entry, ...results[index] }))
      .filter(({ EventId }) => !EventId);
    left =
      round === 3
        ? []
        : failed.flatMap(({ entry, ErrorCode = '' }) => (RETRYABLE.has(ErrorCode) ? entry : []));
    failures += failed.length - left.length;
    if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, 200 * round));
  }
  if (failures > 0) throw new Error(`${failures} entries failed`);
}
