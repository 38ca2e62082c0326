import { fakeEventBridge, pattern } from 'fake-eventbridge';
import { expect } from 'vitest';
import 'fake-eventbridge/vitest';

const eb = fakeEventBridge();
expect(eb).toHavePublished({ source: 'a' });
expect(eb).toHavePublishedNothing();
expect(eb.bus('orders')).not.toHavePublishedInOrder([
  { detailType: 'OrderPlaced' },
  { detailType: 'OrderPaid' },
]);
expect(eb).toHavePublished({ detail: expect.objectContaining({ orderId: expect.any(String) }) });
expect(eb).toHavePublished({ detail: pattern({ total: [{ numeric: ['>', 1] }] }) });
// @ts-expect-error a misspelt matcher does not compile
expect(eb).toHavePublishd({ source: 'a' });
// @ts-expect-error an event has no such property
expect(eb).toHavePublished({ sorce: 'a' });

interface Events {
  OrderPlaced: { orderId: string; total: number };
}
const typed = fakeEventBridge<Events>();
expect(typed).toHavePublished({ detailType: 'OrderPlaced', detail: { total: 1 } });
expect(typed.bus('orders')).not.toHavePublished({ detailType: 'OrderPlaced', detail: { orderId: /^o-/ } });
expect.soft(typed).toHavePublished({ detailType: 'OrderPlaced', detail: { orderId: expect.any(String) } });
expect(Promise.resolve(typed)).resolves.toHavePublished({ detailType: 'OrderPlaced' });
typed.assertPublished({ detailType: 'OrderPlaced', detail: { orderId: expect.any(String) } });
// @ts-expect-error the detail type is misspelt
typed.assertPublished({ detailType: 'OrderPlacd' });
// @ts-expect-error the detail type is misspelt
expect(typed).toHavePublished({ detailType: 'OrderPlacd' });
// @ts-expect-error a total is a number
expect(typed).not.toHavePublished({ detailType: 'OrderPlaced', detail: { total: '1' } });
// @ts-expect-error the detail has no such property
expect(typed.bus('orders')).toHavePublishedExactly([{ detailType: 'OrderPlaced', detail: { amount: 1 } }]);
// @ts-expect-error the detail type is misspelt, behind a promise too
expect(Promise.resolve(typed)).resolves.toHavePublished({ detailType: 'OrderPlacd' });

declare const orders: readonly Events['OrderPlaced'][];
expect(eb).toHavePublished({ detail: orders[0] });
expect(eb).toHaveLostNoEvents(orders.map((detail) => ({ detail })));
interface Order {
  readonly orderId: string;
}
declare const order: Order;
expect(eb).toHavePublished({ detail: order });
expect(eb).toHaveLostNoEvents([{ detail: order }]);
