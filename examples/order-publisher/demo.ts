// Shows on one screen what happens on the wire when a real publisher meets failures.
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { fakeEventBridge } from 'fake-eventbridge';
import { publishOrders } from './publish-orders';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
eb.failRequest('InternalException');
eb.failEntry({ detail: { orderId: 'o-3' } }, 'ThrottlingException');
eb.failEntry({ detail: { orderId: 'o-7' } }, 'InternalFailure').times(2);
eb.loseResponse().when({ detail: { orderId: 'o-12' } });

const orders = Array.from({ length: 12 }, (_, i) => ({ orderId: `o-${i + 1}`, total: 10 * i }));
console.log(`publishOrders(${orders.length} orders) over the real SDK; the EventBridge is in memory.\n`);
await publishOrders(orders);
console.log(eb.timeline());

eb.assertOnlyFailedEntriesResent();
eb.assertNoEventLost(orders.map(({ orderId }) => ({ detail: { orderId } })));
console.log(`\nOnly failed entries were resent, and all ${orders.length} orders are on the bus.`);
for (const { entry, events } of eb.duplicates()) {
  console.log(
    `But ${entry.Detail} was published ${events.length} times, because the response to its first request was lost.`,
  );
}
eb.verify();
eb.restore();
