import { beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { failure } from '../support/failure';
import { sendOrders } from '../support/story';

const eb = fakeEventBridge();
const client = eb.client();
beforeEach(() => eb.reset());

test('a publisher that sends the failed entries again, and they alone', async () => {
  eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException');
  await sendOrders(client, 'o-1', 'o-2', 'o-3');
  await sendOrders(client, 'o-2');

  expect(eb).toHaveResentOnlyFailedEntries();
});

test('a publisher that sends the whole batch again', async () => {
  eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException');
  await sendOrders(client, 'o-1', 'o-2', 'o-3');
  await sendOrders(client, 'o-1', 'o-2', 'o-3');

  expect(failure(() => eb.assertOnlyFailedEntriesResent())).toBe(
    `eb.assertOnlyFailedEntriesResent()

Expected only failed entries to be sent again, but 2 that had been accepted were too.

  request 2 sent again what request 1 had accepted as eb820564-00a3-a077-ea4a-a4992fb9e310: entry 1, OrderPlaced from shop.orders {"orderId":"o-1"}
  request 2 sent again what request 1 had accepted as 86bc1779-ce67-dd2e-268a-ff1025cb2009: entry 3, OrderPlaced from shop.orders {"orderId":"o-3"}

Result i of an answer belongs to entry i of its request: send again only the entries whose result has an ErrorCode.

What happened:
  call 1: 3 entries, failed in part
    request 1: 200, 1 of 3 failed
         1. OrderPlaced {"orderId":"o-1"}: accepted as eb820564…
         2. OrderPlaced {"orderId":"o-2"}: ThrottlingException
            <- failEntry(match, "ThrottlingException") at test/assertions/only-failed-entries-resent.test.ts:…
         3. OrderPlaced {"orderId":"o-3"}: accepted as 86bc1779…
  call 2: 3 entries, succeeded
    request 2: 200
         1. OrderPlaced {"orderId":"o-1"}: accepted as 1695c4a5…, again: request 1 had accepted it
         2. OrderPlaced {"orderId":"o-2"}: accepted as 16a48485…
         3. OrderPlaced {"orderId":"o-3"}: accepted as b3f644e8…, again: request 1 had accepted it`,
  );
  expect(failure(() => expect(eb).toHaveResentOnlyFailedEntries())).toContain(
    'request 2 sent again what request 1 had accepted as eb820564-00a3-a077-ea4a-a4992fb9e310',
  );
});

test('of many findings the first five are told', async () => {
  const ids = Array.from({ length: 8 }, (_, i) => `o-${i}`);
  await sendOrders(client, ...ids);
  await sendOrders(client, ...ids);

  const text = failure(() => eb.assertOnlyFailedEntriesResent());
  expect(text.match(/request 2 sent again/g)).toHaveLength(5);
  expect(text).toContain('  … and 3 more');
});

test('an answer that never arrived allows to send again: by the SDK, and by the publisher', async () => {
  eb.loseResponse().times(3);
  await sendOrders(client, 'o-1');
  await sendOrders(client, 'o-1');

  expect(eb).toHaveResentOnlyFailedEntries();
  expect(eb.duplicates()[0]?.sendings).toHaveLength(4);
});

test('what was sent before the first answer arrived is no resend of something accepted', async () => {
  const held = eb.hold();
  const first = sendOrders(client, 'o-1');
  await held.reached();
  await sendOrders(client, 'o-1');
  held.release();
  await first;

  expect(eb).toHaveResentOnlyFailedEntries();
  expect(eb).not.toHaveNoDuplicates();
});

test('the opposite', async () => {
  await sendOrders(client, 'o-1');

  expect(failure(() => expect(eb).not.toHaveResentOnlyFailedEntries())).toBe(
    `expect(eb).not.toHaveResentOnlyFailedEntries()

Expected an entry to be sent again after it was accepted, but none was.

Was a fault declared for it, and has it fired? eb.verify() lists those that have not.

What happened:
  call 1: 1 entry, succeeded
    request 1: 200
         1. OrderPlaced {"orderId":"o-1"}: accepted as eb820564…`,
  );
  await sendOrders(client, 'o-1');
  expect(eb).not.toHaveResentOnlyFailedEntries();
});
