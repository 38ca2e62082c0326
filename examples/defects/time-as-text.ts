import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});

export interface Order {
  readonly orderId: string;
  /** As it comes out of the database's JSON: `2026-01-02T03:04:05Z`. */
  readonly placedAt: Date;
}

/** The defect: the orders come from `JSON.parse`, so that `placedAt` is a string whatever its type says. */
export async function publish(ordersAsJson: string): Promise<void> {
  const orders: Order[] = JSON.parse(ordersAsJson);
  await client
    .send(
      new PutEventsCommand({
        Entries: orders.map(({ orderId, placedAt }) => ({
          Time: placedAt,
          Source: 'shop.orders',
          DetailType: 'OrderPlaced',
          Detail: JSON.stringify({ orderId }),
        })),
      }),
    )
    // Publishing must not fail the order: so nobody hears of it.
    .catch(() => {});
}
