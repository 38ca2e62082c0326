import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});

interface StoredOrder {
  readonly orderId: string;
  /** As it comes out of the database's JSON: `2026-01-02T03:04:05Z`. */
  readonly placedAt: string;
}

/** The fix: the type says what `JSON.parse` returns, so that the string has to be made a `Date`. Nothing is swallowed. */
export async function publish(ordersAsJson: string): Promise<void> {
  const orders: StoredOrder[] = JSON.parse(ordersAsJson);
  const { Entries: results = [] } = await client.send(
    new PutEventsCommand({
      Entries: orders.map(({ orderId, placedAt }) => ({
        Time: new Date(placedAt),
        Source: 'shop.orders',
        DetailType: 'OrderPlaced',
        Detail: JSON.stringify({ orderId }),
      })),
    }),
  );
  const failed = orders.filter((_, index) => results[index]?.EventId === undefined);
  if (failed.length > 0) throw new Error(`${failed.length} orders were not published`);
}
