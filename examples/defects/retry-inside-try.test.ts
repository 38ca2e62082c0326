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

Expected only failed entries to be resent, but 2 accepted entries were resent too.

OrderPlaced from shop.orders {"orderId":"o-1"}: your code resent the whole batch in request 5 after one entry of request 1 failed. [resent-whole-batch]
\`response.Entries[i]\` is the result of \`Entries[i]\`: resend only the entries whose result has an \`ErrorCode\`.

  Entries[0] of request 5 had been accepted in request 1 as eb820564…: OrderPlaced from shop.orders {"orderId":"o-1"}
  Entries[2] of request 5 had been accepted in request 1 as 86bc1779…: OrderPlaced from shop.orders {"orderId":"o-3"}

   request                         1   2   3   4   5
-> OrderPlaced {"orderId":"o-1"}   ✓   ·   ·   ·  [✓]
   OrderPlaced {"orderId":"o-2"}   ✗   ✗   ✗   ✗   ✓
-> OrderPlaced {"orderId":"o-3"}   ✓   ·   ·   ·  [✓]
   ✓ accepted   ✗ rejected   · not in this request   [ ] the problem

What happened:
  call 1: 3 entries, failed in part
    request 1: 200, 1 of 3 failed
      Entries[0] OrderPlaced {"orderId":"o-1"}: accepted as eb820564…
      Entries[1] OrderPlaced {"orderId":"o-2"}: ThrottlingException
          <- failEntry(match, "ThrottlingException") at examples/defects/retry-inside-try.test.ts
      Entries[2] OrderPlaced {"orderId":"o-3"}: accepted as 86bc1779…
  call 2: 1 entry, failed in part
    request 2: 200, 1 of 1 failed
      Entries[0] OrderPlaced {"orderId":"o-2"}: ThrottlingException
          <- failEntry(match, "ThrottlingException") at examples/defects/retry-inside-try.test.ts
  call 3: 1 entry, failed in part
    request 3: 200, 1 of 1 failed
      Entries[0] OrderPlaced {"orderId":"o-2"}: ThrottlingException
          <- failEntry(match, "ThrottlingException") at examples/defects/retry-inside-try.test.ts
  call 4: 1 entry, failed in part
    …
  call 5: 3 entries, succeeded
    request 5: 200
      Entries[0] OrderPlaced {"orderId":"o-1"}: accepted as 1695c4a5…, although request 1 had already accepted it
      Entries[1] OrderPlaced {"orderId":"o-2"}: accepted as 16a48485…
      Entries[2] OrderPlaced {"orderId":"o-3"}: accepted as b3f644e8…, although request 1 had already accepted it`,
  );
});
