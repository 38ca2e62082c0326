import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failingText, orders } from './failing-text';
import { publish } from './retry-inside-try';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => eb.reset());
afterEach(() => eb.verify());
afterAll(() => eb.restore());

test('sends accepted entries again once its tries are used up', async () => {
  eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException').times(4);

  await publish(orders(3));

  expect(failingText(() => eb.assertOnlyFailedEntriesResent())).toBe(
    `eb.assertOnlyFailedEntriesResent()

Expected only failed entries to be sent again, but 2 that had been accepted were too.

  request 5 sent again what request 1 had accepted as eb820564-00a3-a077-ea4a-a4992fb9e310: entry 1, OrderPlaced from shop.orders {"orderId":"o-1"}
  request 5 sent again what request 1 had accepted as 86bc1779-ce67-dd2e-268a-ff1025cb2009: entry 3, OrderPlaced from shop.orders {"orderId":"o-3"}

Result i of an answer belongs to entry i of its request: send again only the entries whose result has an ErrorCode.

What happened:
  call 1: 3 entries, failed in part
    request 1: 200, 1 of 3 failed
         1. OrderPlaced {"orderId":"o-1"}: accepted as eb820564…
         2. OrderPlaced {"orderId":"o-2"}: ThrottlingException
            <- failEntry(match, "ThrottlingException") at examples/defects/retry-inside-try.test.ts
         3. OrderPlaced {"orderId":"o-3"}: accepted as 86bc1779…
  call 2: 1 entry, failed in part
    request 2: 200, 1 of 1 failed
         1. OrderPlaced {"orderId":"o-2"}: ThrottlingException
            <- failEntry(match, "ThrottlingException") at examples/defects/retry-inside-try.test.ts
  call 3: 1 entry, failed in part
    request 3: 200, 1 of 1 failed
         1. OrderPlaced {"orderId":"o-2"}: ThrottlingException
            <- failEntry(match, "ThrottlingException") at examples/defects/retry-inside-try.test.ts
  call 4: 1 entry, failed in part
    request 4: 200, 1 of 1 failed
         1. OrderPlaced {"orderId":"o-2"}: ThrottlingException
            <- failEntry(match, "ThrottlingException") at examples/defects/retry-inside-try.test.ts
  call 5: 3 entries, succeeded
    request 5: 200
         1. OrderPlaced {"orderId":"o-1"}: accepted as 1695c4a5…, again: request 1 had accepted it
         2. OrderPlaced {"orderId":"o-2"}: accepted as 16a48485…
         3. OrderPlaced {"orderId":"o-3"}: accepted as b3f644e8…, again: request 1 had accepted it`,
  );
});
