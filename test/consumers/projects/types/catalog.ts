// check.cjs puts the imports of a runner in front of this: what a matcher knows of the catalog of its fake.
import { eb } from './consumer.js';

expect(eb).toHavePublished({ detailType: 'OrderPlaced', detail: { orderId: expect.any(String), total: 1 } });
expect(eb.bus('orders')).not.toHavePublishedInOrder([
  { detailType: 'OrderPlaced' },
  { source: 'shop.orders' },
]);
// @ts-expect-error the detail type is misspelt
expect(eb).toHavePublished({ detailType: 'OrderPlacd' });
// @ts-expect-error the field of the detail is misspelt
expect(eb).not.toHavePublished({ detailType: 'OrderPlaced', detail: { orderld: 'o-1' } });
// @ts-expect-error a total is a number
expect(eb).toHavePublishedTimes({ detailType: 'OrderPlaced', detail: { total: '1' } }, 1);
// @ts-expect-error in an order too
expect(eb).toHavePublishedInOrder([{ detailType: 'OrderPlacd' }]);
// @ts-expect-error of one bus too
expect(eb.bus('orders')).toHavePublishedExactly([{ detailType: 'OrderPlaced', detail: { amount: 1 } }]);
// @ts-expect-error of what was offered too
expect(eb).toHaveLostNoEvents([{ detailType: 'OrderPlacd' }]);
// @ts-expect-error behind a promise too
expect(Promise.resolve(eb)).resolves.toHavePublished({ detailType: 'OrderPlacd' });
