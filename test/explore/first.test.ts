import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { publishOrders } from '../../examples/order-publisher/publish-orders';
import { orders } from '../../examples/defects/failing-text';
import * as d1 from '../../examples/defects/retry-inside-try';
const eb = fakeEventBridge();
eb.install(EventBridgeClient);
afterAll(() => eb.restore());
test('order publisher', async () => {
  const t = Date.now();
  const report = await eb.exploreFailures((n) => publishOrders(Array.from({ length: n }, (_, i) => ({ orderId: `o-${i}`, total: i }))));
  console.log(String(report), Date.now() - t);
}, 60000);
test('retry inside try', async () => {
  const t = Date.now();
  const report = await eb.exploreFailures((n) => d1.publish(orders(n)), {events: 3});
  console.log(String(report), Date.now() - t);
}, 60000);
