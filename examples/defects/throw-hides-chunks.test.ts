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

Expected only failed entries to be resent, but 10 accepted entries were resent too.

OrderPlaced from shop.orders {"orderId":"o-1"}: your code resent it in request 5, although request 1 had already accepted it. [sent-twice]
Call the function that publishes once. Keep the response of a request that succeeded, also when another request fails. If these are two events with equal contents, tell them apart with the option \`identify\`.

  Entries[0] of request 5 had been accepted in request 1 as eb820564…: OrderPlaced from shop.orders {"orderId":"o-1"}
  Entries[1] of request 5 had been accepted in request 1 as 86bc1779…: OrderPlaced from shop.orders {"orderId":"o-2"}
  Entries[2] of request 5 had been accepted in request 1 as 1695c4a5…: OrderPlaced from shop.orders {"orderId":"o-3"}
  Entries[3] of request 5 had been accepted in request 1 as 16a48485…: OrderPlaced from shop.orders {"orderId":"o-4"}
  Entries[4] of request 5 had been accepted in request 1 as b3f644e8…: OrderPlaced from shop.orders {"orderId":"o-5"}
  … and 5 more

   request                         1   2   3   4   5   6
-> OrderPlaced {"orderId":"o-1"}   ✓   ·   ·   ·  [✓]  ·
-> OrderPlaced {"orderId":"o-2"}   ✓   ·   ·   ·  [✓]  ·
-> OrderPlaced {"orderId":"o-3"}   ✓   ·   ·   ·  [✓]  ·
-> OrderPlaced {"orderId":"o-4"}   ✓   ·   ·   ·  [✓]  ·
-> OrderPlaced {"orderId":"o-5"}   ✓   ·   ·   ·  [✓]  ·
-> OrderPlaced {"orderId":"o-6"}   ✓   ·   ·   ·  [✓]  ·
-> OrderPlaced {"orderId":"o-7"}   ✓   ·   ·   ·  [✓]  ·
-> OrderPlaced {"orderId":"o-8"}   ✓   ·   ·   ·  [✓]  ·
   … 4 more events
   ✓ accepted   · not in this request   [ ] the problem

What happened:
  call 1: 10 entries, succeeded
    request 1: 200
      10 entries (Entries[0-9]) accepted
  … 1 call not shown: console.log(eb.timeline())
  call 3: 10 entries, succeeded
    request 5: 200
      Entries[0] OrderPlaced {"orderId":"o-1"}: accepted as 71f01a92…, although request 1 had already accepted it
      Entries[1] OrderPlaced {"orderId":"o-2"}: accepted as dd4916db…, although request 1 had already accepted it
      Entries[2] OrderPlaced {"orderId":"o-3"}: accepted as 82784c64…, although request 1 had already accepted it
      Entries[3] OrderPlaced {"orderId":"o-4"}: accepted as 48cfd37c…, although request 1 had already accepted it
      Entries[4] OrderPlaced {"orderId":"o-5"}: accepted as 6f6425d5…, although request 1 had already accepted it
    …
  … 1 call not shown: console.log(eb.timeline())`,
  );
});
