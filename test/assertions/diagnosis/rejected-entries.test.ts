import { beforeEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { failure } from '../../support/failure';
import { sendOrders } from '../../support/story';

const eb = fakeEventBridge();
const client = eb.client();
beforeEach(() => eb.reset());

/** The cause of a failure: the text, then what to do. */
const causeOf = (assertion: () => unknown) => failure(assertion).split('\n\n')[2];

describe('an entry that was rejected each time it was sent', () => {
  const send = async (times: number) => {
    eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException').times(times);
    await sendOrders(client, 'o-1', 'o-2');
    for (let n = 1; n < times; n++) await sendOrders(client, 'o-2');
  };
  const fix = 'Report the failure to the caller, for example by throwing an error, or allow more attempts.';

  test('four times, in the text of each assertion', async () => {
    await send(4);

    const said = (what: string) =>
      `EventBridge rejected ${what} 4 times, in requests 1, 2, 3 and 4 (ThrottlingException). Then your code gave up. [retries-exhausted]\n${fix}`;
    expect(causeOf(() => expect(eb).toHavePublished({ detail: { orderId: 'o-2' } }))).toBe(
      said('the matching event'),
    );
    expect(causeOf(() => expect(eb).toHaveLostNoEvents())).toBe(
      said('OrderPlaced from shop.orders {"orderId":"o-2"}'),
    );
  });

  test('very often: the last request is named', async () => {
    await send(12);

    expect(causeOf(() => expect(eb).toHaveLostNoEvents())).toContain(
      '12 times, the last time in request 12 (ThrottlingException).',
    );
  });

  test('and nothing else was published: an event that was resent is one entry', async () => {
    eb.failEntry('any', 'ThrottlingException').times(3);
    await sendOrders(client, 'o-1');
    await sendOrders(client, 'o-1', 'o-2');

    const text = failure(() => expect(eb).toHavePublished({ detailType: 'OrderPaid' }));
    expect(text).toContain('{"orderId":"o-1"} twice, in requests 1 and 2 (ThrottlingException).');
    expect(text).toContain('It also rejected 1 other entry. [retries-exhausted]');
  });

  test('after a request that the SDK retried: your code has sent it once', async () => {
    eb.failRequest('InternalException');
    eb.failEntry('any', 'ThrottlingException');
    await sendOrders(client, 'o-1');

    expect(causeOf(() => expect(eb).toHaveLostNoEvents())).toContain(
      'in request 2 (ThrottlingException), and your code did not resend it. [rejected-entry]',
    );
  });

  test('after a call that failed as a whole', async () => {
    eb.failCall('InternalException');
    eb.failEntry('any', 'ThrottlingException');
    await sendOrders(eb.client({ maxAttempts: 1 }), 'o-1');
    await sendOrders(client, 'o-1');

    expect(causeOf(() => expect(eb).toHaveLostNoEvents())).toContain(
      'in request 2 (ThrottlingException). It was the last of 2 requests for it. [rejected-entry]',
    );
  });
});

describe('results that your code maps to the wrong entries', () => {
  const fix =
    '`response.Entries[i]` is the result of `Entries[i]` of the same request: resend the entries whose result has an `ErrorCode`.';

  test('accepted entries are resent, and the rejected one is not', async () => {
    eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException');
    await sendOrders(client, 'o-1', 'o-2', 'o-3', 'o-4');
    await sendOrders(client, 'o-5');
    await sendOrders(client, 'o-3', 'o-4');

    const lost = (what: string) =>
      `EventBridge rejected ${what} in request 1 (ThrottlingException), but your code resent other entries. Request 3 resent OrderPlaced {"orderId":"o-3"} and 1 other entry, which had been accepted. [resent-wrong-entries]\n${fix}`;
    expect(causeOf(() => expect(eb).toHaveLostNoEvents())).toBe(
      lost('OrderPlaced from shop.orders {"orderId":"o-2"}'),
    );
    expect(failure(() => expect(eb).toHaveLostNoEvents())).toContain(
      `   request                         1   2   3
   OrderPlaced {"orderId":"o-1"}   ✓   ·   ·
-> OrderPlaced {"orderId":"o-2"}  [✗]  ·   ·
-> OrderPlaced {"orderId":"o-3"}   ✓   ·  [✓]
-> OrderPlaced {"orderId":"o-4"}   ✓   ·  [✓]
   OrderPlaced {"orderId":"o-5"}   ·   ✓   ·
`,
    );
    expect(causeOf(() => expect(eb).toHavePublished({ detail: { orderId: 'o-2' } }))).toBe(
      lost('the matching event'),
    );
    const resent = `OrderPlaced from shop.orders {"orderId":"o-3"}: your code resent it in request 3. It did not resend OrderPlaced from shop.orders {"orderId":"o-2"}, which EventBridge had rejected in request 1 (ThrottlingException). [resent-wrong-entries]\n${fix}`;
    expect(causeOf(() => expect(eb).toHaveResentOnlyFailedEntries())).toBe(resent);
    expect(causeOf(() => expect(eb).toHaveNoDuplicates())).toBe(resent);
  });

  test('the request that resent others is in a long timeline', async () => {
    eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException');
    await sendOrders(client, 'o-1', 'o-2');
    for (let n = 0; n < 60; n++) await sendOrders(client, `other-${n}`);
    await sendOrders(client, 'o-1');

    for (const assertion of [
      () => expect(eb).toHaveLostNoEvents(),
      () => expect(eb).toHavePublished({ detail: { orderId: 'o-2' } }),
    ]) {
      const text = failure(assertion);
      expect(text).toContain('call 1: ');
      expect(text).toContain('call 62: ');
      expect(text).not.toContain('call 30: ');
    }
  });

  test('an event with equal contents in a request with new entries is not a resend', async () => {
    eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException');
    await sendOrders(client, 'heartbeat', 'o-2');
    await sendOrders(client, 'heartbeat', 'o-3');

    expect(causeOf(() => expect(eb).toHaveLostNoEvents())).toContain('[rejected-entry]');
  });

  test('the rejected entry was resent too, or failed again: another cause', async () => {
    eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException').times(2);
    await sendOrders(client, 'o-1', 'o-2');
    await sendOrders(client, 'o-1', 'o-2');

    expect(causeOf(() => expect(eb).toHaveLostNoEvents())).toContain('[retries-exhausted]');
    expect(causeOf(() => expect(eb).toHaveResentOnlyFailedEntries())).toContain('[resent-whole-batch]');
  });
});

describe('entries of a batch that was resent', () => {
  test('only some of those that were accepted', async () => {
    eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException');
    eb.failEntry({ detail: { orderId: 'o-3' } }, 'ThrottlingException');
    await sendOrders(client, 'o-1', 'o-2', 'o-3', 'o-4');
    await sendOrders(client, 'o-1', 'o-2', 'o-3');

    expect(causeOf(() => expect(eb).toHaveResentOnlyFailedEntries())).toContain(
      'your code resent it too in request 2 after 2 entries of request 1 failed. [resent-whole-batch]',
    );
  });

  test('some of one that was not resent as a whole, because the failed entry was resent before', async () => {
    eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException');
    await sendOrders(client, 'o-1', 'o-2');
    await sendOrders(client, 'o-2');
    await sendOrders(client, 'o-1');

    expect(causeOf(() => expect(eb).toHaveResentOnlyFailedEntries())).toContain(
      'your code resent it in request 3, although request 1 had already accepted it. [sent-twice]',
    );
  });
});

test('two equal calls and no failure: sent twice, and not resent', async () => {
  await sendOrders(client, 'o-1');
  await sendOrders(client, 'o-1');

  const cause = `your code sent it twice, in requests 1 and 2, although nothing had failed. [sent-twice]
Call the function that publishes once. If these are two events with equal contents, tell them apart with the option \`identify\`.`;
  expect(failure(() => expect(eb).toHaveResentOnlyFailedEntries())).toContain(
    'Expected only failed entries to be resent, but 1 accepted entry was sent more than once.\n',
  );
  for (const assertion of [
    () => expect(eb).toHaveResentOnlyFailedEntries(),
    () => expect(eb).toHaveNoDuplicates(),
    () => expect(eb).toHavePublishedTimes(1),
  ])
    expect(causeOf(assertion)).toContain(cause);
});
