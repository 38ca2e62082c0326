import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Row } from './outbox-marks-all-done';

const client = new EventBridgeClient({});

/** The fix: each row is marked by its own result. What failed stays pending for the next run. */
export async function relay(rows: readonly Row[]): Promise<void> {
  const pending = rows.filter(({ done }) => !done);
  if (pending.length === 0) return;
  const { Entries: results = [] } = await client.send(
    new PutEventsCommand({
      Entries: pending.map(({ orderId }) => ({
        Source: 'shop.orders',
        DetailType: 'OrderPlaced',
        Detail: JSON.stringify({ orderId }),
      })),
    }),
  );
  for (const [index, row] of pending.entries()) row.done = results[index]?.EventId !== undefined;
}
