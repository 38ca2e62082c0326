import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failingText, orders } from './failing-text';
import { publish } from './misaligned-results';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => eb.reset());
afterEach(() => eb.verify());
afterAll(() => eb.restore());

test('sends another entry again than the one that failed', async () => {
  eb.failEntry({ detail: { orderId: 'o-1' } }, 'ThrottlingException');
  const slow = eb.hold().when({ detail: { orderId: 'o-1' } });

  const publishing = publish(orders(4));
  await slow.reached();
  // The second chunk is answered while the first one is held.
  while (eb.events.length < 2) await new Promise(setImmediate);
  slow.release();
  await publishing;

  expect(failingText(() => eb.assertOnlyFailedEntriesResent())).toBe(
    `eb.assertOnlyFailedEntriesResent()

Expected only failed entries to be resent, but 1 accepted entry was resent too.

OrderPlaced from shop.orders {"orderId":"o-3"}: your code resent it in request 3. It did not resend OrderPlaced from shop.orders {"orderId":"o-1"}, which EventBridge had rejected in request 1 (ThrottlingException). [resent-wrong-entries]
\`response.Entries[i]\` is the result of \`Entries[i]\` of the same request: resend the entries whose result has an \`ErrorCode\`.

   request                         1   2   3
   OrderPlaced {"orderId":"o-1"}   ✗   ·   ·
   OrderPlaced {"orderId":"o-2"}   ✓   ·   ·
-> OrderPlaced {"orderId":"o-3"}   ·   ✓  [✓]
   OrderPlaced {"orderId":"o-4"}   ·   ✓   ·
   ✗ rejected   ✓ accepted   · not in this request   [ ] the problem

What happened:
  call 1: 2 entries, failed in part
    request 1: 200, 1 of 2 failed
      held  <- hold() at examples/defects/misaligned-results.test.ts
      Entries[0] OrderPlaced {"orderId":"o-1"}: ThrottlingException
          <- failEntry(match, "ThrottlingException") at examples/defects/misaligned-results.test.ts
      Entries[1] OrderPlaced {"orderId":"o-2"}: accepted as 1695c4a5…
  call 2: 2 entries, succeeded
    request 2: 200
      Entries[0] OrderPlaced {"orderId":"o-3"}: accepted as eb820564…
      Entries[1] OrderPlaced {"orderId":"o-4"}: accepted as 86bc1779…
  call 3: 1 entry, succeeded
    request 3: 200
      Entries[0] OrderPlaced {"orderId":"o-3"}: accepted as 16a48485…, although request 2 had already accepted it`,
  );
});
