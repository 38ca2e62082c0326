import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});

/**
 * The defect: the retry is called inside the `try` whose `catch` retries. Once the inner frame has used up its tries,
 * the frame around it catches the error. That frame resends its own, larger batch, accepted entries included.
 */
export async function publish(entries: readonly PutEventsRequestEntry[], triesLeft = 2): Promise<void> {
  try {
    const { FailedEntryCount = 0, Entries: results = [] } = await client.send(
      new PutEventsCommand({ Entries: [...entries] }),
    );
    if (FailedEntryCount === 0) return;
    if (triesLeft === 0) throw new Error(`${FailedEntryCount} entries failed`);
    const failed = entries.filter((_, index) => results[index]?.ErrorCode !== undefined);
    await publish(failed, triesLeft - 1);
  } catch (error) {
    if (triesLeft === 0) throw error;
    await publish(entries, triesLeft - 1);
  }
}
