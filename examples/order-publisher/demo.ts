// Shows on one screen what happens on the wire when a real publisher meets failures.
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { fakeEventBridge } from 'fake-eventbridge';
import { publishOrders } from './publish-orders';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
eb.failRequest('InternalException');
eb.failEntry({ detail: { orderId: 'o-3' } }, 'ThrottlingException');
eb.failEntry({ detail: { orderId: 'o-7' } }, 'InternalFailure').times(2);

const orders = Array.from({ length: 12 }, (_, i) => ({ orderId: `o-${i + 1}`, total: 10 * i }));
console.log(`publishOrders(${orders.length} orders) over the real SDK; the EventBridge is in memory.\n`);
await publishOrders(orders);

for (const { number, attempts } of eb.calls) {
  for (const { number: attempt, entries, status, results, backoff, fault } of attempts) {
    const failed = (results ?? []).flatMap((result, index) => {
      const { orderId } = JSON.parse(entries[index]?.Detail ?? '{}');
      return 'ErrorCode' in result ? [`${orderId} ${result.ErrorCode}`] : [];
    });
    const outcome = fault ?? (failed.length > 0 ? `failed: ${failed.join(', ')}` : 'all accepted');
    console.log(`call ${number}, attempt ${attempt}: ${entries.length} entries -> ${status}  ${outcome}`);
    if (backoff > 0) console.log(`        the SDK would have waited ${backoff} ms here: skipped`);
  }
}
console.log(
  `\nPublished ${eb.events.length} events: ${eb.events.map(({ detail }) => detail['orderId']).join(' ')}`,
);
eb.assertPublished({ detailType: 'OrderPlaced' }, { times: orders.length });
eb.verify();
eb.restore();
