import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});

/** The defect: every error is taken for a passing one. A malformed detail is as malformed the eighth time. */
export async function publish(entries: readonly PutEventsRequestEntry[]): Promise<void> {
  let left = [...entries];
  for (let round = 1; left.length > 0; round++) {
    const { Entries: results = [] } = await client.send(new PutEventsCommand({ Entries: left }));
    left = left.filter((_, index) => results[index]?.ErrorCode !== undefined);
    if (left.length > 0 && round === 8) throw new Error(`${left.length} entries failed`);
  }
}
