import { beforeEach, describe, expect, test } from '@jest/globals';
import { FakeEventBridgeError, fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { failure } from '../../support/failure';
import { order, sendOrders } from '../../support/story';

const eb = fakeEventBridge();
const client = eb.client();
beforeEach(() => eb.reset());

/** The findings of a failure alone. */
const findings = (text: string) => text.split('\n\n')[2];

test('nothing twice', async () => {
  eb.failRequest('InternalException');
  await sendOrders(client, 'o-1', 'o-2');

  expect(eb).toHaveNoDuplicates();
  expect(eb.duplicates()).toEqual([]);
});

test('the duplicates of a lost response', async () => {
  eb.loseResponse();
  await sendOrders(client, 'o-1');

  expect(failure(() => eb.assertNoDuplicates())).toBe(
    `eb.assertNoDuplicates()

Expected no event to be published more than once, but 1 was.

OrderPlaced from shop.orders {"orderId":"o-1"}: the SDK resent it in request 2, because the response to request 1 was lost. [lost-response]
EventBridge keeps both events. Put an id of your own into the detail, so that consumers can detect duplicates.

   request                         1   2
-> OrderPlaced {"orderId":"o-1"}   ?  [✓]
   ? accepted, but the response was lost   ✓ accepted   [ ] the problem

What happened:
  call 1: 1 entry, succeeded
    request 1: no response (ECONNRESET)  <- loseResponse() at test/assertions/checks/no-duplicates.test.ts:…
      Entries[0] OrderPlaced {"orderId":"o-1"}: accepted as eb820564…, but the response was lost
      … ms of backoff skipped
    request 2 (retried by the SDK): 200
      Entries[0] OrderPlaced {"orderId":"o-1"}: accepted as 86bc1779…, although request 1 had already accepted it`,
  );
});

test('what the publisher resent after the response was lost, although the SDK did not', async () => {
  eb.loseResponse();
  await sendOrders(eb.client({ maxAttempts: 1 }), 'o-1');
  await sendOrders(client, 'o-1');

  expect(findings(failure(() => eb.assertNoDuplicates()))).toContain(
    'your code resent it in request 2, because the response to request 1 was lost',
  );
});

test('what the publisher resent without need', async () => {
  for (let i = 0; i < 5; i++) await sendOrders(client, 'o-1');

  expect(findings(failure(() => eb.assertNoDuplicates()))).toBe(
    `OrderPlaced from shop.orders {"orderId":"o-1"}: your code sent it 5 times, in requests 1, 2, 3, 4 and 1 more, although nothing had failed. [sent-twice]
Call the function that publishes once. If these are two events with equal contents, tell them apart with the option \`identify\`.`,
  );
});

test('what the publisher sent twice at the same time', async () => {
  const delayed = eb.hold();
  const first = sendOrders(client, 'o-1');
  await delayed.reached();
  const second = sendOrders(client, 'o-1');
  await second;
  delayed.release();
  await first;

  expect(findings(failure(() => eb.assertNoDuplicates()))).toContain(
    'your code sent it twice: request 2 began before request 1 was answered',
  );
});

describe('by a key of the test', () => {
  test('the same key is the same event, in whatever request', async () => {
    await sendOrders(client, 'o-1', order('o-1', { DetailType: 'OrderPaid' }), 'o-2');

    expect(eb).toHaveNoDuplicates();
    expect(eb).toHaveNoDuplicates(({ detailType, detail }) => `${detailType} ${detail['orderId']}`);
    const byOrder = failure(() => eb.assertNoDuplicates(({ detail }) => String(detail['orderId'])));
    expect(byOrder.split('\n\n').slice(0, 3).join('\n\n')).toBe(
      `eb.assertNoDuplicates(by)

Expected no event to be published more than once, but 1 was.

  OrderPlaced from shop.orders {"orderId":"o-1"}: published twice, as eb820564… (request 1), 86bc1779… (request 1)`,
    );
    const [duplicate] = eb.duplicates(({ detail }) => String(detail['orderId']));
    expect(duplicate?.events.map(({ detailType }) => detailType)).toEqual(['OrderPlaced', 'OrderPaid']);
  });

  test('events without a key are left out', async () => {
    await sendOrders(client, 'o-1', 'o-1');

    expect(eb).toHaveNoDuplicates(() => undefined);
  });

  test('wrong use', async () => {
    await sendOrders(client, 'o-1');

    expect(failure(() => eb.assertNoDuplicates('detail.orderId' as never))).toBe(
      'assertNoDuplicates: by must be a function that returns what makes two events the same, such as (event) => event.detail.orderId, not "detail.orderId".',
    );
    expect(failure(() => eb.duplicates((() => ({})) as never))).toBe(
      'duplicates: by must return a string, a number or undefined for every event, not an object.',
    );
    expect(() => expect(eb).not.toHaveNoDuplicates('orderId' as never)).toThrow(FakeEventBridgeError);
  });
});

test('with identify, equal entries of one request are one event too', async () => {
  const own = fakeEventBridge({ identify: ({ Detail }) => JSON.parse(Detail ?? '{}').orderId });
  await sendOrders(own.client(), 'o-1', 'o-1');

  expect(findings(failure(() => own.assertNoDuplicates()))).toContain(
    'request 1 holds it twice, and the option `identify` returns the same string for both entries',
  );
});

test('the opposite', async () => {
  await sendOrders(client, 'o-1');

  expect(failure(() => expect(eb).not.toHaveNoDuplicates())).toContain(
    'Expected an event to be published more than once, but none was.',
  );
});

test('only what a bus received is counted, and of many the first three are listed', async () => {
  eb.failEntry('any', 'ThrottlingException');
  for (let n = 0; n < 3; n++) await sendOrders(client, 'o-1');
  const twice = failure(() => eb.assertNoDuplicates());
  expect(twice.match(/accepted as/g)).toHaveLength(2);
  expect(twice).toContain('resent it in request 3, although request 2 had already accepted it.');
  expect(twice).toMatch(/"o-1"} {3}\S {3}✓ {2}\[✓\]\n/);

  await sendOrders(client, 'o-1', 'o-2');
  expect(failure(() => eb.assertNoDuplicates())).toMatch(/"o-1"} {3}\S {3}✓ {2}\[✓\] \[✓\]\n/);
  await sendOrders(client, 'o-1', 'o-2');
  const many = failure(() => eb.assertNoDuplicates());
  expect(many).toContain('but 2 were.');
  expect(many).toMatch(
    /published 4 times, as \S+ \(request 2\), \S+ \(request 3\), \S+ \(request 4\), 1 more\n/,
  );
});

test('two equal events whose calls overlap may be two events', async () => {
  const held = eb.hold();
  const sending = sendOrders(client, 'o-1');
  await held.reached();
  await sendOrders(client, 'o-1');
  held.release();
  await sending;
  const text = failure(() => eb.assertNoDuplicates());
  expect(text).toContain('[resent-before-response]');
  expect(text).toContain('tell them apart with the option `identify`.');
});

test('the calls of a duplicate are in a long timeline', async () => {
  await sendOrders(client, 'o-1');
  for (let n = 0; n < 60; n++) await sendOrders(client, `other-${n}`);
  await sendOrders(client, 'o-1');
  const text = failure(() => eb.assertNoDuplicates());
  expect(text).toContain('call 1: ');
  expect(text).toContain('call 62: ');
  expect(text).not.toContain('call 30: ');
});
