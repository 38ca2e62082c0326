import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { expect } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';

interface Events {
  OrderPlaced: { orderId: string; total: number };
}
const eb = fakeEventBridge<Events>();
eb.install(EventBridgeClient);
eb.assertPublished({ detailType: 'OrderPlaced', detail: { orderId: 'o-1' } });
// @ts-expect-error the detail type is misspelt
eb.assertPublished({ detailType: 'OrderPlacd' });
// @ts-expect-error a total is a number
eb.failEntry({ detailType: 'OrderPlaced', detail: { total: '1' } }, 'InternalFailure');
// @ts-expect-error InternalException is no code of an entry
eb.failEntry('any', 'InternalException');
const total: number | undefined = eb.events[0]?.detail.total;
void total;
expect(eb).toHavePublished({ detailType: 'OrderPlaced' });
// @ts-expect-error a misspelt matcher does not compile
expect(eb).toHavePublishd({ detailType: 'OrderPlaced' });
