import { fakeEventBridge, pattern } from 'fake-eventbridge';
import 'fake-eventbridge/jest';

const eb = fakeEventBridge();
expect(eb).toHavePublished({ source: 'a' });
expect(eb).not.toHavePublishedTimes({ source: 'a' }, 1);
expect(eb).toHavePublished({ detail: expect.objectContaining({ orderId: expect.any(String) }) });
expect(eb).toHavePublished({ detail: pattern({ total: [{ numeric: ['>', 1] }] }) });
// @ts-expect-error a misspelt matcher does not compile
expect(eb).toHavePublishd({ source: 'a' });
// @ts-expect-error an event has no such property
expect(eb).toHavePublished({ sorce: 'a' });
// @ts-expect-error how many is missing
expect(eb).toHavePublishedTimes({ source: 'a' });

interface Events {
  OrderPlaced: { orderId: string; total: number };
}
const typed = fakeEventBridge<Events>();
expect(typed).toHavePublished({ detailType: 'OrderPlaced', detail: { total: 1 } });
expect(typed.bus('orders')).not.toHavePublished({ detailType: 'OrderPlaced', detail: { orderId: /^o-/ } });
// @ts-expect-error the detail type is misspelt
expect(typed).toHavePublished({ detailType: 'OrderPlacd' });
// @ts-expect-error a total is a number
expect(typed).not.toHavePublished({ detailType: 'OrderPlaced', detail: { total: '1' } });
// @ts-expect-error the detail has no such property
expect(typed.bus('orders')).toHavePublishedExactly([{ detailType: 'OrderPlaced', detail: { amount: 1 } }]);
