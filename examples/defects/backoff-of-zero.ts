import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});
const FIRST_WAIT_MS = 128;

/** The defect: `&` where `*` was meant. 128 & 1, & 2, & 4: every wait is of 0 ms, into a service that is throttling. */
export async function publish(entries: readonly PutEventsRequestEntry[]): Promise<void> {
  let left = [...entries];
  for (let factor = 1; left.length > 0 && factor <= 4; factor *= 2) {
    const { Entries: results = [] } = await client.send(new PutEventsCommand({ Entries: left }));
    left = left.filter((_, index) => results[index]?.ErrorCode !== undefined);
    if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS & factor));
  }
}
