import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failingText, orders } from './failing-text';
import { publish } from './inverted-classification';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => eb.reset());
afterEach(() => eb.verify());
afterAll(() => eb.restore());

test('gives up an entry that was only throttled', async () => {
  eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException');

  await publish(orders(2));

  expect(failingText(() => eb.assertNoEventLost())).toBe(
    `eb.assertNoEventLost()

Expected no event to be lost, but 1 was sent and never published.

EventBridge rejected OrderPlaced from shop.orders {"orderId":"o-2"} in request 1 (ThrottlingException), and your code did not resend it. [rejected-entry]
Resend only the entries whose result has an \`ErrorCode\`: the SDK neither retries nor throws for them.

   request                         1
   OrderPlaced {"orderId":"o-1"}   ✓
-> OrderPlaced {"orderId":"o-2"}  [✗]
   ✓ accepted   ✗ rejected   [ ] the problem

What happened:
  call 1: 2 entries, failed in part
    request 1: 200, 1 of 2 failed
      Entries[0] OrderPlaced {"orderId":"o-1"}: accepted as eb820564…
      Entries[1] OrderPlaced {"orderId":"o-2"}: ThrottlingException
          <- failEntry(match, "ThrottlingException") at examples/defects/inverted-classification.test.ts`,
  );
});
