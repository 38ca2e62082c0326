import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import {
  fakeEventBridge,
  matchers,
  type SnapshotSerializer,
  type StandardSchema,
  serializer,
} from 'fake-eventbridge';
import { setupFakeEventBridge as setupInMocha } from 'fake-eventbridge/mocha';
import { setupFakeEventBridge as setupInNodeTest } from 'fake-eventbridge/node-test';
import { listen } from 'fake-eventbridge/server';

export interface Events {
  OrderPlaced: { orderId: string; total: number };
}

export const eb = fakeEventBridge<Events>();
setupInMocha<Events>(EventBridgeClient).assertNotPublished({ detailType: 'OrderPlaced' });
setupInNodeTest(EventBridgeClient, { buses: ['orders'] }).assertNothingPublished();
// @ts-expect-error a client is not a class
setupInMocha(new EventBridgeClient({}));
eb.install(EventBridgeClient);
eb.failEntry({ detailType: 'OrderPlaced', detail: { orderId: 'o-1' } }, 'ThrottlingException').once();
eb.assertPublished({ detailType: 'OrderPlaced', detail: { total: 1 } }, { times: 1 });
export const orderId: string | undefined = eb.events[0]?.detail.orderId;
export const client = new EventBridgeClient({ requestHandler: eb.requestHandler });
declare const schema: StandardSchema;
eb.contract('shop.orders', 'OrderPlaced', schema);
eb.bus('orders').assertPublishedExactly([{ detailType: 'OrderPlaced', detail: { orderId: 'o-1' } }]);
eb.assertPublishedInOrder([{ detailType: 'OrderPlaced' }, (event) => event.detail.total > 1]);
export const printed: SnapshotSerializer = serializer;
export const pass: boolean = matchers.toHavePublished.call({}, eb, { source: 'shop.orders' }).pass;
export const listening: Promise<{ url: string }> = listen(eb);

// @ts-expect-error there is no such code
eb.failEntry('any', 'NoSuchCode');
// @ts-expect-error InternalException is not a code of an entry
eb.failEntry('any', 'InternalException');
// @ts-expect-error the detail type is misspelt
eb.assertPublished({ detailType: 'OrderPlacd' });
// @ts-expect-error the field of the detail is misspelt
eb.assertPublished({ detailType: 'OrderPlaced', detail: { orderld: 'o-1' } });
// @ts-expect-error a total is a number
eb.assertPublished({ detailType: 'OrderPlaced', detail: { total: '1' } });
// @ts-expect-error an event has no such property
eb.assertPublished({ sorce: 'shop.orders' });
// @ts-expect-error there is no such option
fakeEventBridge({ regoin: 'eu-west-1' });
// @ts-expect-error a command is not a client
eb.attach({});
// @ts-expect-error the detail type is misspelt, in an array
eb.assertPublishedInOrder([{ detailType: 'OrderPlaced' }, { detailType: 'OrderPlacd' }]);
// @ts-expect-error a total is a number, in an array
eb.assertPublishedExactly([{ detailType: 'OrderPlaced', detail: { total: '1' } }]);
// @ts-expect-error an array is missing
eb.assertPublishedExactly({ detailType: 'OrderPlaced' });
// @ts-expect-error the field of the detail is misspelt, in what was offered
eb.assertNoEventLost([{ detailType: 'OrderPlaced', detail: { orderld: 'o-1' } }]);
// @ts-expect-error what makes events equal is a function
eb.assertNoDuplicates('orderId');
// @ts-expect-error the detail type is misspelt, on one bus
eb.bus('orders').assertNotPublished({ detailType: 'OrderPlacd' });
// @ts-expect-error a view of one bus has the assertions about events alone
eb.bus('orders').assertContracts();
// @ts-expect-error there is no such event to have a contract
eb.contract('shop.orders', 'OrderPlacd', schema);
// @ts-expect-error that is not a schema
eb.contract('shop.orders', 'OrderPlaced', { orderId: 'string' });
// @ts-expect-error a predicate is not async
eb.assertPublished(async () => true);
// @ts-expect-error how many is `times`
eb.assertPublished({ detailType: 'OrderPlaced' }, { time: 1 });

interface Order {
  readonly orderId: string;
  readonly total: number;
}
declare const orders: readonly Order[];
declare const order: Order;
const open = fakeEventBridge();
open.assertNoEventLost(orders.map((detail) => ({ detail })));
open.assertPublished({ detail: order });
open.failEntry({ detail: order }, 'ThrottlingException');
open.assertPublished({ detail: (detail) => detail['orderId'] === 'o-1' });
eb.assertNoEventLost(orders.map((detail) => ({ detailType: 'OrderPlaced', detail })));
// @ts-expect-error an array is not the detail of an event
open.assertPublished({ detail: orders });
// @ts-expect-error nor is a Date
open.assertPublished({ detail: new Date() });
// @ts-expect-error nor a Map
open.assertPublished({ detail: new Map() });
// @ts-expect-error nor a promise
open.assertPublished({ detail: Promise.resolve(order) });
// @ts-expect-error nor a string
open.assertPublished({ detail: JSON.stringify(order) });
// @ts-expect-error a predicate returns a boolean
open.assertPublished({ detail: (detail) => detail['orderId'] });
