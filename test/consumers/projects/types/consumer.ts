import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { fakeEventBridge } from 'fake-eventbridge';
import { listen } from 'fake-eventbridge/server';

export interface Events {
  OrderPlaced: { orderId: string; total: number };
}

export const eb = fakeEventBridge<Events>();
eb.install(EventBridgeClient);
eb.failEntry({ detailType: 'OrderPlaced', detail: { orderId: 'o-1' } }, 'ThrottlingException').once();
eb.assertPublished({ detailType: 'OrderPlaced', detail: { total: 1 } }, { times: 1 });
export const orderId: string | undefined = eb.events[0]?.detail.orderId;
export const client = new EventBridgeClient({ requestHandler: eb.requestHandler });
export const listening: Promise<{ url: string }> = listen(eb);

// @ts-expect-error there is no such code
eb.failEntry('any', 'NoSuchCode');
// @ts-expect-error InternalException is no code of an entry
eb.failEntry('any', 'InternalException');
// @ts-expect-error the detail type is misspelt
eb.assertPublished({ detailType: 'OrderPlacd' });
// @ts-expect-error the field of the detail is misspelt
eb.assertPublished({ detailType: 'OrderPlaced', detail: { orderld: 'o-1' } });
// @ts-expect-error a total is a number
eb.assertPublished({ detailType: 'OrderPlaced', detail: { total: '1' } });
// @ts-expect-error an event has no such member
eb.assertPublished({ sorce: 'shop.orders' });
// @ts-expect-error there is no such option
fakeEventBridge({ regoin: 'eu-west-1' });
// @ts-expect-error a command is no client
eb.attach({});
