import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { expect } from '@jest/globals';
import { fakeEventBridge, pattern, type StandardSchema } from 'fake-eventbridge';
import 'fake-eventbridge/jest';

interface Events {
  OrderPlaced: { orderId: string; total: number; items?: { sku: string }[] };
  OrderPaid: { orderId: string; paidAt: string };
}
const eb = fakeEventBridge<Events>();
eb.install(EventBridgeClient);

// Methods.
eb.assertPublished({ detailType: 'OrderPlaced', detail: { orderId: 'o-1' } });
eb.assertPublished({
  detailType: 'OrderPlaced',
  detail: { orderId: expect.any(String), items: [{ sku: 'a' }] },
});
eb.assertPublished({ detail: { orderId: /^o-/ } });
eb.assertPublished({ detailType: 'OrderPlaced', time: new Date(), detail: { total: (total) => total > 1 } });
eb.assertPublished((event) => event.detailType === 'OrderPaid' && event.detail.paidAt > '2026');
eb.assertPublished(pattern<Events['OrderPlaced']>({ detail: { total: [{ numeric: ['>', 1] }] } }));
// @ts-expect-error the detail type is misspelt
eb.assertPublished({ detailType: 'OrderPlacd' });
// @ts-expect-error a total is a number
eb.assertNotPublished({ detailType: 'OrderPlaced', detail: { total: '1' } });
// @ts-expect-error the detail has no such property
eb.assertPublished({ detailType: 'OrderPlaced', detail: { amount: 1 } });
// @ts-expect-error that is a property of another event
eb.assertPublishedInOrder([{ detailType: 'OrderPlaced', detail: { paidAt: '2026' } }]);
// @ts-expect-error deep inside too
eb.assertPublishedExactly([{ detailType: 'OrderPlaced', detail: { items: [{ sku: 1 }] } }]);
// @ts-expect-error an event has no such property
eb.assertPublished({ 'detail-type': 'OrderPlaced' });
// @ts-expect-error a predicate is not async
eb.assertPublished(async () => true);
// @ts-expect-error a view of one bus has the assertions about events alone
eb.bus('orders').assertBatches([1]);

// Faults, records, contracts.
eb.failEntry({ detailType: 'OrderPlaced', detail: { total: 1 } }, 'InternalFailure');
// @ts-expect-error a total is a number
eb.failEntry({ detailType: 'OrderPlaced', detail: { total: '1' } }, 'InternalFailure');
// @ts-expect-error InternalException is not a code of an entry
eb.failEntry('any', 'InternalException');
for (const event of eb.events) {
  if (event.detailType === 'OrderPlaced') {
    const total: number = event.detail.total;
    void total;
    // @ts-expect-error that is a property of another event
    event.detail.paidAt;
  }
}
declare const schema: StandardSchema;
eb.contract('shop.orders', 'OrderPlaced', schema);
// @ts-expect-error the catalog has no such event
eb.contract('shop.orders', 'OrderPlacd', schema);
// @ts-expect-error that is not a schema
eb.contract('shop.orders', 'OrderPlaced', {});

// Matchers.
expect(eb).toHavePublished({ detailType: 'OrderPlaced', detail: { orderId: expect.stringMatching(/^o-/) } });
expect(eb).not.toHavePublishedTimes({ detailType: 'OrderPaid' }, 2);
expect(eb.bus('orders')).toHavePublished({ detailType: 'OrderPlaced', detail: { total: 1 } });
expect(Promise.resolve(eb)).resolves.toHavePublished({ detailType: 'OrderPlaced' });
// @ts-expect-error a misspelt matcher does not compile
expect(eb).toHavePublishd({ detailType: 'OrderPlaced' });
// @ts-expect-error the detail type is misspelt
expect(eb).toHavePublished({ detailType: 'OrderPlacd' });
// @ts-expect-error a total is a number
expect(eb).not.toHavePublished({ detailType: 'OrderPlaced', detail: { total: '1' } });
// @ts-expect-error the detail has no such property
expect(eb.bus('orders')).toHavePublishedExactly([{ detailType: 'OrderPlaced', detail: { amount: 1 } }]);
// @ts-expect-error the detail type is misspelt, behind a promise too
expect(Promise.resolve(eb)).resolves.toHavePublished({ detailType: 'OrderPlacd' });
// @ts-expect-error the same in an order
expect(eb).toHavePublishedInOrder([{ detailType: 'OrderPlaced' }, { detailType: 'OrderPayd' }]);
// @ts-expect-error nothing takes no match
expect(eb).toHavePublishedNothing({ detailType: 'OrderPlaced' });
// @ts-expect-error what was offered is an array or a number
expect(eb).toHaveLostNoEvents('orders');
// @ts-expect-error what makes events equal is a function
expect(eb).toHaveNoDuplicates('orderId');
// @ts-expect-error contracts are declared, not given
expect(eb).toHaveKeptContracts(schema);
// @ts-expect-error an array of matches is missing
expect(eb).toHavePublishedInOrder();
// @ts-expect-error sizes are numbers
expect(eb).toHaveSentBatches(['10']);
const open = fakeEventBridge();
expect(open).toHavePublished({ detailType: 'Anything', detail: { any: ['thing'] } });
expect(open).toHavePublished({ detail: expect.objectContaining({ orderId: 'o-1' }) });
