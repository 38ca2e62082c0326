import { beforeEach, describe, expect, test } from '@jest/globals';
import { FakeEventBridgeError, fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { failure } from '../../support/failure';
import { order, sendOrders } from '../../support/story';

const eb = fakeEventBridge({ buses: ['orders'] });
const client = eb.client();
beforeEach(() => eb.reset());

/** The block of a failure that holds its findings. */
/** The text above the grid. */
const findings = (text: string) => text.slice(0, text.indexOf('\n\n   request '));

describe('what was sent', () => {
  test('is on the bus in the end, in whatever attempt or call it got there', async () => {
    eb.failEntry({ detail: { orderId: 'o-1' } }, 'InternalFailure');
    eb.failRequest('InternalException');
    eb.resetConnection();
    await sendOrders(client, 'o-1', 'o-2');
    await sendOrders(client, 'o-1');

    expect(eb).toHaveLostNoEvents();
    expect(eb.unsettled()).toEqual([]);
  });

  test('every way to lose an event is reported', async () => {
    eb.failEntry('any', 'ThrottlingException').times(2);
    await sendOrders(client, 'o-1');
    await sendOrders(client, 'o-1');
    eb.failCall('InternalException');
    await sendOrders(client, 'o-2');
    eb.refuseConnection().times(3);
    await sendOrders(client, 'o-3');
    await sendOrders(client, order('o-4', { EventBusName: 'odrers' }));
    const held = eb.hold();
    const late = sendOrders(client, 'o-5');
    await held.reached();

    expect(findings(failure(() => eb.assertNoEventLost()))).toBe(
      `eb.assertNoEventLost()

Expected no event to be lost, but 5 were sent and never published.

EventBridge rejected OrderPlaced from shop.orders {"orderId":"o-1"} twice, in requests 1 and 2 (ThrottlingException). Then your code gave up. [retries-exhausted]
Report the failure to the caller, for example by throwing an error, or allow more attempts.

Lost:
  OrderPlaced from shop.orders {"orderId":"o-1"}: requests 1 and 2 rejected it (ThrottlingException)
  OrderPlaced from shop.orders {"orderId":"o-2"}: 3 requests (3 to 5) failed (500 InternalException)
  OrderPlaced from shop.orders {"orderId":"o-3"}: 3 requests (6 to 8) got no response (ECONNREFUSED)
  OrderPlaced from shop.orders on odrers {"orderId":"o-4"}: request 9 accepted and dropped it (the bus "odrers" does not exist)
  OrderPlaced from shop.orders {"orderId":"o-5"}: request 10 has not finished`,
    );
    held.release();
    await late;
    expect(eb.unsettled().map(({ entry }) => entry.Detail)).toEqual([
      '{"orderId":"o-1"}',
      '{"orderId":"o-2"}',
      '{"orderId":"o-3"}',
    ]);
  });

  test('a call that nobody awaited', async () => {
    const held = eb.hold();
    const late = sendOrders(client, 'o-1');
    await held.reached();

    expect(failure(() => eb.assertNoEventLost())).toBe(
      `eb.assertNoEventLost()

Expected no event to be lost, but 1 was sent and never published.

Request 1 has not finished. [unfinished-call]
Await the function that publishes. Release what a hold() holds.

   request                         1
-> OrderPlaced {"orderId":"o-1"}  […]
   … not answered yet   [ ] the problem

What happened:
  call 1: 1 entry, not finished
    request 1: not answered yet
      held  <- hold() at test/assertions/checks/no-event-lost.test.ts:…`,
    );
    held.release();
    await late;
    expect(eb).toHaveLostNoEvents();
  });

  test('changing statuses are reported in order, of many the first', async () => {
    for (const code of [
      'InternalFailure',
      'ThrottlingException',
      'MalformedDetail',
      'InvalidArgument',
    ] as const) {
      eb.failEntry('any', code);
      await sendOrders(client, 'o-1');
    }

    expect(failure(() => eb.assertNoEventLost())).toContain(
      'request 1 rejected it (InternalFailure), request 2 rejected it (ThrottlingException), request 3 rejected it (MalformedDetail), …',
    );
  });
});

describe('what was offered', () => {
  test('as matches: each needs a different event', async () => {
    await sendOrders(client, 'o-1', 'o-2');

    expect(eb).toHaveLostNoEvents([{ detail: { orderId: 'o-2' } }, { detail: { orderId: 'o-1' } }]);
    // The first match would take the only event that fits the second.
    expect(eb).toHaveLostNoEvents([{ source: 'shop.orders' }, { detail: { orderId: 'o-1' } }]);
    expect(
      findings(
        failure(() => eb.assertNoEventLost([{ detail: { orderId: 'o-1' } }, { detail: { orderId: 'o-1' } }])),
      ),
    ).toBe(
      `eb.assertNoEventLost(offered)

Expected no event to be lost, but 1 was never sent.

Your code never sent { detail: { orderId: "o-1" } }. [never-sent]
Await the function that publishes. Check that it sends every batch, also the last one and those after a failed one.`,
    );
  });

  test('as entries, equal as JSON', async () => {
    await sendOrders(client, order('o-1', { Detail: '{"b":1,"a":[1.0]}' }));

    expect(eb).toHaveLostNoEvents([
      { Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{ "a": [1], "b": 1 }', Time: new Date() },
    ]);
    const offered = { Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1"}' };
    expect(findings(failure(() => eb.assertNoEventLost([offered])))).toBe(
      `eb.assertNoEventLost(offered)

Expected no event to be lost, but 1 was never sent.

Your code never sent OrderPlaced from shop.orders {"orderId":"o-1"}. [never-sent]
Await the function that publishes. Check that it sends every batch, also the last one and those after a failed one.`,
    );
  });

  test('as a match that does not fit on the line of the cause', () => {
    const long = { detail: { note: 'x'.repeat(60), text: 'y'.repeat(60) } };
    const text = failure(() => eb.assertNoEventLost([long]));
    expect(text).toContain('Your code did not send every event. [never-sent]');
    expect(text).toContain('Never sent:\n  {\n    detail: {');
  });

  test('as a number', async () => {
    await sendOrders(client, 'o-1', 'o-2');

    expect(eb).toHaveLostNoEvents(2);
    expect(findings(failure(() => eb.assertNoEventLost(12)))).toBe(
      `eb.assertNoEventLost(offered)

Expected no event to be lost, but 10 of the 12 offered were never sent.

Your code did not send every event. [never-sent]
Await the function that publishes. Check that it sends every batch, also the last one and those after a failed one.`,
    );
  });

  test('what was sent and lost is reported as lost, and not as missing', async () => {
    eb.failEntry('any', 'MalformedDetail');
    await sendOrders(client, 'o-1');

    expect(
      failure(() => eb.assertNoEventLost([{ detail: { orderId: 'o-1' } }, { detail: { orderId: 'o-2' } }])),
    ).toContain('Expected no event to be lost, but 1 was sent and never published, and 1 was never sent.');
  });

  test('nothing at all', () => {
    expect(failure(() => eb.assertNoEventLost(1))).toBe(
      `eb.assertNoEventLost(offered)

Expected no event to be lost, but 1 of the 1 offered was never sent.

Your code did not send every event. [never-sent]
Await the function that publishes. Check that it sends every batch, also the last one and those after a failed one.

What happened: no request reached the fake.`,
    );
  });

  test.each([
    ['a string', 'not "o-1"'],
    [-1, 'not -1'],
    [{ detail: {} }, 'not an object'],
  ])('%p is wrong use', (offered, said) => {
    const wrong = failure(() => eb.assertNoEventLost((offered === 'a string' ? 'o-1' : offered) as never));
    expect(wrong).toBe(
      `assertNoEventLost: pass an array of matches or entries, or the number of events, ${said}.`,
    );
    expect(() => expect(eb).not.toHaveLostNoEvents('o-1' as never)).toThrow(FakeEventBridgeError);
  });
});

test('the opposite', async () => {
  expect(failure(() => expect(eb).not.toHaveLostNoEvents())).toContain(
    'Expected an event to be lost, but nothing was sent.',
  );
  await sendOrders(client, 'o-1');
  expect(failure(() => expect(eb).not.toHaveLostNoEvents())).toContain(
    'Expected an event to be lost, but every event was published.',
  );
  eb.failEntry('any', 'InternalFailure');
  await sendOrders(client, 'o-2');
  expect(eb).not.toHaveLostNoEvents();
});

test('entries and matches are paired together, so that a broad match leaves an entry its event', async () => {
  await sendOrders(client, 'o-1', 'o-2');
  eb.assertNoEventLost([
    { detailType: 'OrderPlaced' },
    { Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1"}' },
  ]);
  const text = failure(() =>
    eb.assertNoEventLost([
      { detailType: 'OrderPlaced' },
      { detailType: 'OrderPlaced' },
      { Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1"}' },
    ]),
  );
  expect(text).toContain('1 was never sent');
});

describe('an event that was sent twice and lost', () => {
  beforeEach(async () => {
    eb.failCall('InternalException').times(2);
    for (let n = 0; n < 2; n++) await sendOrders(eb.client({ maxAttempts: 1 }), 'o-1');
  });

  test('has its last request as the cause, and as the problem in the table', async () => {
    await sendOrders(client, 'o-2');
    const text = failure(() => eb.assertNoEventLost());
    expect(text).toContain(
      'Request 2 failed (500 InternalException), and your code did not resend OrderPlaced',
    );
    expect(text).toContain('-> OrderPlaced {"orderId":"o-1"}   !  [!]  ·\n');
  });

  test('is not why others were never sent', () => {
    expect(failure(() => eb.assertNoEventLost(2))).toContain(
      'Your code did not send every event. [never-sent]',
    );
  });

  test('has its calls in a long timeline', async () => {
    for (let n = 0; n < 60; n++) await sendOrders(client, `other-${n}`);
    const text = failure(() => eb.assertNoEventLost());
    expect(text).toContain('call 2: 1 entry, failed\n    request 2: 500 InternalException');
    expect(text).not.toContain('call 30: ');
  });
});

test('events that were never sent are missed while a call has not finished', async () => {
  const held = eb.hold();
  const sending = sendOrders(client, 'o-1');
  await held.reached();
  const text = failure(() => eb.assertNoEventLost(2));
  expect(text).toContain('Request 1 has not finished. [unfinished-call]');
  expect(text).toContain('[never-sent]');
  held.release();
  await sending;
});

test('verify() need not report again what was lost', async () => {
  await sendOrders(client, order('o-1', { Source: 'aws.orders' }), order('o-2', { Source: 'aws.orders' }));
  failure(() => eb.assertNoEventLost());
  eb.verify();
});

test('the call of an event that was dropped is in a long timeline', async () => {
  for (let n = 0; n < 60; n++)
    await sendOrders(client, order(`o-${n}`, n === 29 ? { EventBusName: 'ordres' } : {}));
  const text = failure(() => eb.assertNoEventLost());
  expect(text).toContain('call 30: ');
  expect(text).not.toContain('call 20: ');
});
