import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { JournalAttempt } from '../../../src/journal/attempt';
import { failure } from '../../support/failure';
import { sendOrders } from '../../support/story';

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

Expected only failed entries to be resent, but 2 accepted entries were resent too.

OrderPlaced from shop.orders {"orderId":"o-1"}: your code resent the whole batch in request 2 after one entry of request 1 failed. [resent-whole-batch]
\`response.Entries[i]\` is the result of \`Entries[i]\`: resend only the entries whose result has an \`ErrorCode\`.

  Entries[0] of request 2 had been accepted in request 1 as eb820564…: OrderPlaced from shop.orders {"orderId":"o-1"}
  Entries[2] of request 2 had been accepted in request 1 as 86bc1779…: OrderPlaced from shop.orders {"orderId":"o-3"}

   request                         1   2
-> OrderPlaced {"orderId":"o-1"}   ✓  [✓]
   OrderPlaced {"orderId":"o-2"}   ✗   ✓
-> OrderPlaced {"orderId":"o-3"}   ✓  [✓]
   ✓ accepted   ✗ rejected   [ ] the problem

What happened:
  call 1: 3 entries, failed in part
    request 1: 200, 1 of 3 failed
      Entries[0] OrderPlaced {"orderId":"o-1"}: accepted as eb820564…
      Entries[1] OrderPlaced {"orderId":"o-2"}: ThrottlingException
          <- failEntry(match, "ThrottlingException") at test/assertions/checks/only-failed-entries-resent.test.ts:…
      Entries[2] OrderPlaced {"orderId":"o-3"}: accepted as 86bc1779…
  call 2: 3 entries, succeeded
    request 2: 200
      Entries[0] OrderPlaced {"orderId":"o-1"}: accepted as 1695c4a5…, although request 1 had already accepted it
      Entries[1] OrderPlaced {"orderId":"o-2"}: accepted as 16a48485…
      Entries[2] OrderPlaced {"orderId":"o-3"}: accepted as b3f644e8…, although request 1 had already accepted it`,
  );
  expect(failure(() => expect(eb).toHaveResentOnlyFailedEntries())).toContain(
    'Entries[0] of request 2 had been accepted in request 1 as eb820564…',
  );
});

test('of many findings the first five are reported', async () => {
  const ids = Array.from({ length: 8 }, (_, i) => `o-${i}`);
  await sendOrders(client, ...ids);
  await sendOrders(client, ...ids);

  const text = failure(() => eb.assertOnlyFailedEntriesResent());
  expect(text.match(/of request 2 had been accepted/g)).toHaveLength(5);
  expect(text).toContain('  … and 3 more');
});

test('after a response that never arrived, the SDK and the publisher may resend', async () => {
  eb.loseResponse().times(3);
  await sendOrders(client, 'o-1');
  await sendOrders(client, 'o-1');

  expect(eb).toHaveResentOnlyFailedEntries();
  expect(eb.duplicates()[0]?.sendings).toHaveLength(4);
});

test('what was sent before the first response arrived is not a resend of an accepted event', async () => {
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

Expected an accepted entry to be resent, but none was.

No fault was declared. Declare one before the code under test runs, such as eb.failEntry("any", "ThrottlingException").

   request                         1
   OrderPlaced {"orderId":"o-1"}   ✓
   ✓ accepted

What happened:
  call 1: 1 entry, succeeded
    request 1: 200
      Entries[0] OrderPlaced {"orderId":"o-1"}: accepted as eb820564…`,
  );
  await sendOrders(client, 'o-1');
  expect(eb).not.toHaveResentOnlyFailedEntries();
});

test('a resend is found when the delayed first request is answered after a faster second one', async () => {
  eb.delay(5);
  const slow = sendOrders(client, 'o-1');
  await sendOrders(client, 'o-1');
  await slow;
  await sendOrders(client, 'o-1');

  expect(failure(() => eb.assertOnlyFailedEntriesResent())).toContain(
    '1 accepted entry was sent more than once.',
  );
});

describe('equal events of calls that begin before the first response', () => {
  test('are not resends of each other, although they are answered at once', async () => {
    await Promise.all([sendOrders(client, 'o-1'), sendOrders(client, 'o-1'), sendOrders(client, 'o-1')]);

    expect(eb).toHaveResentOnlyFailedEntries();
    expect(failure(() => eb.assertNoDuplicates())).toContain('[resent-before-response]');
  });

  test('nor is what waits in the pipeline of the SDK for longer', async () => {
    const slow = eb.client();
    let go: (() => void) | undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    slow.middlewareStack.add((next) => (args) => gate.then(() => next(args)), { step: 'build' });
    const late = sendOrders(slow, 'o-1');
    await sendOrders(client, 'o-1');
    go?.();
    await late;

    expect(eb).toHaveResentOnlyFailedEntries();
  });

  test('what begins after the response is a resend', async () => {
    await Promise.all([sendOrders(client, 'o-1'), sendOrders(client, 'o-2')]);
    await Promise.all([sendOrders(client, 'o-3'), sendOrders(client, 'o-1')]);

    expect(eb).not.toHaveResentOnlyFailedEntries();
  });
});

test('equal events that are sent concurrently are not resends of each other', async () => {
  const held = eb.hold().times(3);
  const sending = ['o-1', 'o-1', 'o-1'].map((id) => sendOrders(client, id));
  await held.reached();
  held.release();
  await Promise.all(sending);

  expect(eb).toHaveResentOnlyFailedEntries();
});

describe('an accepted entry that is resent without need', () => {
  const needless = () =>
    /but 1 accepted entry was (.*)\.$/m.exec(failure(() => eb.assertOnlyFailedEntriesResent()))?.[1];

  test('is counted once when that resend is rejected, or its response lost, and the next one follows', async () => {
    await sendOrders(client, 'o-1');
    eb.failEntry('any', 'ThrottlingException');
    await sendOrders(client, 'o-1');
    await sendOrders(client, 'o-1');
    expect(needless()).toBe('sent more than once');

    eb.reset();
    await sendOrders(client, 'o-1');
    eb.loseResponse();
    await sendOrders(eb.client({ maxAttempts: 1 }), 'o-1');
    await sendOrders(client, 'o-1');
    expect(needless()).toBe('sent more than once');
  });

  test('is counted twice when the next one does not wait for its response', async () => {
    await sendOrders(client, 'o-1');
    const held = eb.hold();
    const sending = sendOrders(client, 'o-1');
    await held.reached();
    await sendOrders(client, 'o-1');
    expect(needless()).toBe('sent more than once (2 resends in all)');
    held.release();
    await sending;
  });

  test('is counted once where identify says that a request has it twice', async () => {
    const own = fakeEventBridge({ identify: ({ Source = '' }) => Source });
    await sendOrders(own.client(), 'o-1');
    await sendOrders(own.client(), 'o-1', 'o-1');
    expect(failure(() => own.assertOnlyFailedEntriesResent())).toContain(
      'but 1 accepted entry was sent more than once.',
    );
  });
});

test('accepted entries that were resent are listed in the order in which they were resent', async () => {
  await sendOrders(client, 'o-1', 'o-2');
  await sendOrders(client, 'o-2');
  await sendOrders(client, 'o-1');
  await sendOrders(client, 'o-2', 'o-1');
  const text = failure(() => eb.assertOnlyFailedEntriesResent());
  const listed = [...text.matchAll(/had been accepted in request 1 as .*: .*(o-\d)/g)].map(([, id]) => id);
  expect(listed).toEqual(['o-2', 'o-1', 'o-2', 'o-1']);
});

test('the calls of a resend are in a long timeline', async () => {
  await sendOrders(client, 'o-1');
  for (let n = 0; n < 60; n++) await sendOrders(client, `other-${n}`);
  await sendOrders(client, 'o-1');
  const text = failure(() => eb.assertOnlyFailedEntriesResent());
  expect(text).toContain('call 1: ');
  expect(text).toContain('call 62: ');
  expect(text).not.toContain('call 30: ');
});

test('many equal events take work in proportion to their number', async () => {
  const reads = jest.spyOn(JournalAttempt.prototype, 'outcome', 'get');
  for (let n = 0; n < 200; n++) await sendOrders(client, 'o-1');
  reads.mockClear();

  expect(failure(() => eb.assertOnlyFailedEntriesResent())).toContain('(199 resends in all)');
  expect(reads.mock.calls.length).toBeLessThan(200 * 10);
  reads.mockRestore();
});
