import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});

export interface Row {
  readonly orderId: string;
  done: boolean;
}

/** The defect: nobody reads `FailedEntryCount`. The call did not throw, so all of its rows are marked done. */
export async function relay(rows: readonly Row[]): Promise<void> {
  const pending = rows.filter(({ done }) => !done);
  if (pending.length === 0) return;
  await client.send(
    new PutEventsCommand({
      Entries: pending.map(({ orderId }) => ({
        Source: 'shop.orders',
        DetailType: 'OrderPlaced',
        Detail: JSON.stringify({ orderId }),
      })),
    }),
  );
  for (const row of pending) row.done = true;
}
