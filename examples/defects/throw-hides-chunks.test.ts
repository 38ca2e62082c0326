import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failingText, orders } from './failing-text';
import { publishAsJob } from './throw-hides-chunks';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => eb.reset());
afterEach(() => eb.verify());
afterAll(() => eb.restore());

test('sends a chunk again that was accepted, because another one threw', async () => {
  eb.failCall('InternalException').when({ detail: { orderId: 'o-12' } });

  await publishAsJob(orders(12));

  expect(failingText(() => eb.assertOnlyFailedEntriesResent())).toBe(
    `eb.assertOnlyFailedEntriesResent()

Expected only failed entries to be sent again, but 10 that had been accepted were too.

  request 5 sent again what request 1 had accepted as eb820564-00a3-a077-ea4a-a4992fb9e310: entry 1, OrderPlaced from shop.orders {"orderId":"o-1"}
  request 5 sent again what request 1 had accepted as 86bc1779-ce67-dd2e-268a-ff1025cb2009: entry 2, OrderPlaced from shop.orders {"orderId":"o-2"}
  request 5 sent again what request 1 had accepted as 1695c4a5-eb46-5c15-c6a7-f341d03fa40e: entry 3, OrderPlaced from shop.orders {"orderId":"o-3"}
  request 5 sent again what request 1 had accepted as 16a48485-f50b-e3e0-654b-ab1c110c9e5b: entry 4, OrderPlaced from shop.orders {"orderId":"o-4"}
  request 5 sent again what request 1 had accepted as b3f644e8-25cc-9ac2-d813-8851eca86ad0: entry 5, OrderPlaced from shop.orders {"orderId":"o-5"}
  … and 5 more

A request whose answer has a FailedEntryCount of 0 is done with: keep its answer, also when another request of the same work throws.

What happened:
  call 1: 10 entries, succeeded
    request 1: 200
        10 entries (1-10) accepted
  call 2: 2 entries, failed
    request 2: 500 InternalException  <- failCall("InternalException") at examples/defects/throw-hides-chunks.test.ts
        … ms of backoff skipped
    request 3, retried by the SDK: 500 InternalException  <- failCall("InternalException") at examples/defects/throw-hides-chunks.test.ts
        … ms of backoff skipped
    request 4, retried by the SDK: 500 InternalException  <- failCall("InternalException") at examples/defects/throw-hides-chunks.test.ts
  call 3: 10 entries, succeeded
    request 5: 200
         1. OrderPlaced {"orderId":"o-1"}: accepted as 71f01a92…, again: request 1 had accepted it
         2. OrderPlaced {"orderId":"o-2"}: accepted as dd4916db…, again: request 1 had accepted it
         3. OrderPlaced {"orderId":"o-3"}: accepted as 82784c64…, again: request 1 had accepted it
         4. OrderPlaced {"orderId":"o-4"}: accepted as 48cfd37c…, again: request 1 had accepted it
         5. OrderPlaced {"orderId":"o-5"}: accepted as 6f6425d5…, again: request 1 had accepted it
         6. OrderPlaced {"orderId":"o-6"}: accepted as bf33ff9f…, again: request 1 had accepted it
         7. OrderPlaced {"orderId":"o-7"}: accepted as 69dd3e30…, again: request 1 had accepted it
         8. OrderPlaced {"orderId":"o-8"}: accepted as 4a31671a…, again: request 1 had accepted it
         9. OrderPlaced {"orderId":"o-9"}: accepted as c8490995…, again: request 1 had accepted it
        10. OrderPlaced {"orderId":"o-10"}: accepted as 43dd6a54…, again: request 1 had accepted it
  call 4: 2 entries, succeeded
    request 6: 200
         1. OrderPlaced {"orderId":"o-11"}: accepted as 4287c045…
         2. OrderPlaced {"orderId":"o-12"}: accepted as 41c77d80…`,
  );
});
