import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failingText, orders } from './failing-text';
import { publish } from './impatient-timeout';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => {
  jest.useFakeTimers();
  eb.reset();
});
afterEach(() => {
  jest.useRealTimers();
  eb.verify();
});
afterAll(() => eb.restore());

test('leaves an event on the bus with each try that it gives up', async () => {
  eb.delay(1_500).times(2);

  let isOver = false;
  const publishing = publish(orders(1)).finally(() => {
    isOver = true;
  });
  while (!isOver) await jest.advanceTimersByTimeAsync(100);
  await publishing;

  expect(failingText(() => eb.assertNoDuplicates())).toBe(
    `eb.assertNoDuplicates()

Expected no event to be published more than once, but 1 was.

OrderPlaced from shop.orders {"orderId":"o-1"}: the SDK resent it in request 2, because the response to request 1 was lost. [lost-response]
EventBridge keeps both events. Put an id of your own into the detail, so that consumers can detect duplicates.

   request                         1   2   3
-> OrderPlaced {"orderId":"o-1"}   ?  [?] [✓]
   ? accepted, but the response was lost   ✓ accepted   [ ] the problem

What happened:
  call 1: 1 entry, succeeded
    request 1: no response (ETIMEDOUT)
      delayed  <- delay(1500) at examples/defects/impatient-timeout.test.ts
      Entries[0] OrderPlaced {"orderId":"o-1"}: accepted as eb820564…, but the response was lost
      … ms of backoff skipped
    request 2 (retried by the SDK): no response (ETIMEDOUT)
      delayed  <- delay(1500) at examples/defects/impatient-timeout.test.ts
      Entries[0] OrderPlaced {"orderId":"o-1"}: accepted as 86bc1779…, but the response was lost, although request 1 had already accepted it
      … ms of backoff skipped
    request 3 (retried by the SDK): 200
      Entries[0] OrderPlaced {"orderId":"o-1"}: accepted as 1695c4a5…, although request 1 had already accepted it`,
  );
});
