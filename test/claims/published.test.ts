import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  type AnyEvents,
  EventAssertionError,
  FakeEventBridgeError,
  fakeEventBridge,
  type Match,
} from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import sinon from 'sinon';
import { entry, put } from '../put-events';

const eb = fakeEventBridge({ buses: ['orders'] });
beforeEach(() => eb.reset());

const order = (detail: unknown, members: object = {}) =>
  entry({ Detail: JSON.stringify(detail), ...members });

/** The colours of a terminal. */
const ANSI = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');

/** The text with which a claim fails, without the runner's colours. */
function failure(claim: () => void): string {
  try {
    claim();
  } catch (error) {
    if (error instanceof Error) return error.message.replace(ANSI, '');
  }
  throw new Error('the claim holds');
}

describe('a match', () => {
  beforeEach(async () => {
    await put(
      eb,
      order(
        {
          orderId: 'o-1',
          items: [
            { sku: 'a', n: 1 },
            { sku: 'b', n: 2 },
          ],
          at: '2026-01-02T03:04:05.000Z',
        },
        { Time: new Date('2026-01-02T03:04:05.6Z'), Resources: ['r'] },
      ),
    );
  });

  test.each<[string, Match<AnyEvents>]>([
    ['names a part', { source: 'shop.orders' }],
    [
      'names a part of the detail, in any order',
      { detail: { items: [{ n: 1 }, { sku: 'b' }], orderId: 'o-1' } },
    ],
    [
      "takes Jest's matchers anywhere",
      { detail: expect.objectContaining({ orderId: expect.any(String) }) as never },
    ],
    ["takes Sinon's", { detail: { orderId: sinon.match(/^o-/) } }],
    [
      'takes predicates',
      { detail: { items: (items: unknown) => Array.isArray(items) && items.length === 2 } },
    ],
    ['takes expressions', { detailType: /^Order/ }],
    ['takes dates as JSON has them', { detail: { at: new Date('2026-01-02T03:04:05Z') } }],
    ['compares times to the second', { time: new Date('2026-01-02T03:04:05.1Z') }],
    ['takes ISO texts for a time', { time: '2026-01-02T04:04:05+01:00' }],
    ['takes a bus by its ARN', { bus: 'arn:aws:events:us-east-1:123456789012:event-bus/default' }],
    ['asks for what is not there', { detail: { missing: undefined } }],
    ['can be a predicate', (event) => event.resources.length === 1],
  ])('%s', (_, match) => {
    expect(eb).toHavePublished(match);
    eb.assertPublished(match);
    expect(() => eb.assertNotPublished(match)).toThrow(EventAssertionError);
  });

  test.each<[string, Match<AnyEvents>]>([
    ['another value', { detail: { orderId: 'o-2' } }],
    ['a list of another length', { detail: { items: [{ sku: 'a' }] } }],
    ['a list in another order', { detail: { items: [{ sku: 'b' }, { sku: 'a' }] } }],
    ['a number as a text', { detail: { items: [{ n: '1' }, {}] } }],
    ['an inherited member', { detail: { toString: expect.anything() } }],
    ['undefined where there is something', { detail: { orderId: undefined } }],
  ])('does not hold for %s', (_, match) => {
    expect(eb).not.toHavePublished(match);
  });
});

describe('a match that cannot be meant is an error, and never a pass', () => {
  const members =
    'A match may name "source", "detailType", "detail", "detailText", "resources", "bus", "time", "id", "region", "account" and "traceHeader".';

  test.each<[string, unknown, string]>([
    [
      'a member of the envelope',
      { 'detail-type': 'OrderPlaced' },
      `an event has no "detail-type". Did you mean "detailType"? ${members}`,
    ],
    [
      'a member of the request',
      { DetailType: 'OrderPlaced' },
      `an event has no "DetailType". Did you mean "detailType"? ${members}`,
    ],
    [
      'the bus by its name in the request',
      { EventBusName: 'orders' },
      `an event has no "EventBusName". Did you mean "bus"? ${members}`,
    ],
    ['something else', { payload: 1 }, `an event has no "payload". ${members}`],
    [
      'nothing',
      {},
      'an empty match fits every event and proves nothing. Name something of the event, such as { detailType: "OrderPlaced" }.',
    ],
    [
      'undefined',
      undefined,
      'a match is a partial event such as { detailType: "OrderPlaced" }, a pattern({…}) or a predicate, not undefined.',
    ],
    [
      'a detail type alone',
      'OrderPlaced',
      'a match is a partial event such as { detailType: "OrderPlaced" }, a pattern({…}) or a predicate, not "OrderPlaced".',
    ],
    [
      'a value that is undefined',
      { source: undefined },
      '"source" is undefined in the match, and no event has it so. Leave it out, or give a value.',
    ],
    [
      'a detail as text',
      { detail: '{"a":1}' },
      'detail is compared parsed, so it is never a text. Give the object itself, or compare the text with detailText.',
    ],
    [
      'an async predicate',
      async () => true,
      'the predicate is async: it answers with a promise, which would count as true for every event. Await what it needs before, and give a predicate that returns true or false.',
    ],
    [
      'an async predicate inside',
      { detail: async () => true },
      'the predicate is async: it answers with a promise, which would count as true for every event. Await what it needs before, and give a predicate that returns true or false.',
    ],
  ])('%s', async (_, match, message) => {
    await put(eb, entry());
    for (const claim of [
      () => eb.assertPublished(match as Match<AnyEvents>),
      () => eb.assertNotPublished(match as Match<AnyEvents>),
    ]) {
      expect(claim).toThrow(FakeEventBridgeError);
      expect(claim).toThrow(message);
    }
    const hint = 'expect(eb).not.toHavePublished(match)\n\nMatcher error: toHavePublished: ';
    expect(failure(() => expect(eb).not.toHavePublished(match as Match<AnyEvents>))).toBe(hint + message);
  });

  test('a matcher on something that is no fake', () => {
    expect(failure(() => expect({}).toHavePublished({ source: 'a' }))).toBe(
      'expect(eb).toHavePublished(match)\n\nMatcher error: the received value must be a fake, as fakeEventBridge() makes it, not an object.',
    );
    expect(failure(() => expect(undefined).not.toHavePublishedNothing())).toBe(
      'expect(eb).not.toHavePublishedNothing()\n\nMatcher error: the received value must be a fake, as fakeEventBridge() makes it, not undefined.',
    );
  });

  test('a number of times that is none', () => {
    expect(failure(() => expect(eb).toHavePublishedTimes({ source: 'a' }, -1))).toBe(
      'expect(eb).toHavePublishedTimes(match, times)\n\nMatcher error: toHavePublishedTimes: how many events is a whole number, 0 or more, not -1.',
    );
  });
});

describe('what a failing claim says', () => {
  test('nothing came at all', () => {
    expect(failure(() => eb.assertPublished({ detailType: 'OrderPlaced' }))).toMatchInlineSnapshot(`
"eb.assertPublished(match)

Expected an event to match, but nothing was published.

Expected, in part:
  { detailType: "OrderPlaced" }

No request has reached the fake. Is the client wired to it, by eb.install(EventBridgeClient) or eb.attach(client), and was what publishes awaited?"
`);
  });

  test('the nearest of several, with the places that differ', async () => {
    await put(
      eb,
      order({ orderId: 'o-1', total: 5 }),
      order({ orderId: 'o-2', total: 7, items: [{ sku: 'b' }] }),
      entry({ DetailType: 'OrderPaid', Source: 'shop.billing' }),
      entry({ DetailType: 'OrderShipped' }),
    );
    expect(
      failure(() =>
        expect(eb).toHavePublished({
          detailType: 'OrderPlaced',
          detail: { orderId: 'o-2', total: 8, items: [{ sku: 'a' }], note: 'x' },
        }),
      ),
    ).toMatchInlineSnapshot(`
"expect(eb).toHavePublished(match)

Expected an event to match, but none of the 4 published does.

Expected, in part:
  {
    detailType: "OrderPlaced",
    detail: { orderId: "o-2", total: 8, items: [{ sku: "a" }], note: "x" },
  }

Published, the nearest of 4:
     1. OrderPlaced from shop.orders on default
        differs in detail.orderId, detail.total, detail.items and detail.note
->   2. OrderPlaced from shop.orders on default
        detail.total: expected 8, published 7
        detail.items[0].sku: expected "a", published "b"
        detail.note: expected "x", but it is missing
     3. OrderPaid from shop.billing on default
        differs in detailType, detail.orderId, detail.total and 2 more places

All of event 2: eb.events[1]. All that was sent, and how it was answered: eb.calls."
`);
  });

  test('an entry that was rejected', async () => {
    eb.failEntry('any', 'ThrottlingException');
    await put(eb, entry());
    expect(failure(() => eb.assertPublished({ detail: { orderId: 'o-1' } }))).toMatchInlineSnapshot(`
"eb.assertPublished(match)

Expected an event to match, but nothing was published.

Expected, in part:
  { detail: { orderId: "o-1" } }

An entry that matches was rejected: entry 1 of call 1 was answered with ThrottlingException (Rate exceeded).

The answer was HTTP 200 with an ErrorCode in the entry's result: the SDK neither throws nor tries again. What publishes has to look at FailedEntryCount, and send such entries again itself."
`);
  });

  test('an event that was dropped', async () => {
    await put(eb, entry({ EventBusName: 'order' }));
    expect(failure(() => eb.assertPublished({ detail: { orderId: 'o-1' } }))).toMatchInlineSnapshot(`
"eb.assertPublished(match)

Expected an event to match, but nothing was published.

Expected, in part:
  { detail: { orderId: "o-1" } }

An event that matches was accepted and dropped: there is no bus "order". Was "orders" meant?

AWS answers with an EventId all the same. Correct EventBusName, or name the bus in fakeEventBridge({ buses: […] }); there are "default" and "orders"."
`);
  });

  test('published, and should not be', async () => {
    await put(eb, entry(), entry({ DetailType: 'Other' }));
    expect(
      failure(() => expect(eb).not.toHavePublished({ detailType: 'OrderPlaced' })),
    ).toMatchInlineSnapshot(`
"expect(eb).not.toHavePublished(match)

Expected no event to match, but 1 does.

Asked for, in part:
  { detailType: "OrderPlaced" }

Matching:
     1. OrderPlaced from shop.orders on default
        { orderId: "o-1" }"
`);
  });

  test('published once too often', async () => {
    await put(eb, entry(), entry());
    expect(
      failure(() => expect(eb).toHavePublishedTimes({ detailType: 'OrderPlaced' }, 1)),
    ).toMatchInlineSnapshot(`
"expect(eb).toHavePublishedTimes(match, times)

Expected 1 event to match, but 2 do: published twice, not once.

Asked for, in part:
  { detailType: "OrderPlaced" }

Matching:
     1. OrderPlaced from shop.orders on default
        { orderId: "o-1" }
     2. OrderPlaced from shop.orders on default
        { orderId: "o-1" }

They are the same event, published again: event 1 in call 1, event 2 in call 1.

Is a batch sent again as a whole after one of its entries has failed, or is what publishes called twice? All that was sent, and how it was answered: eb.calls."
`);
  });

  test('something, and nothing was expected', async () => {
    await put(eb, entry());
    expect(failure(() => expect(eb).toHavePublishedNothing())).toMatchInlineSnapshot(`
"expect(eb).toHavePublishedNothing()

Expected nothing to be published, but 1 event was.

Published:
     1. OrderPlaced from shop.orders on default
        { orderId: "o-1" }

Sent: event 1 in call 1.

Is it left over from another test? beforeEach(() => eb.reset()) forgets what was published before."
`);
  });

  test.each<[string, object, object, Match<AnyEvents>, string]>([
    [
      'a detail stringified twice',
      { order: '{"id":1}' },
      {},
      { detail: { order: { id: 1 } } },
      'detail.order was stringified twice: it was published as a string that holds JSON.',
    ],
    [
      'a number as a string',
      { total: '42' },
      {},
      { detail: { total: 42 } },
      'detail.total was published as a string, "42": the match has the number 42.',
    ],
    [
      'a string as a number',
      { orderId: 42 },
      {},
      { detail: { orderId: '42' } },
      'detail.orderId was published as the number 42: the match has a string, "42".',
    ],
    [
      'another bus',
      {},
      { EventBusName: 'orders' },
      { detailType: 'OrderPlaced', bus: 'default' },
      'The right event is on another bus: event 1 was published to "orders", not to "default".',
    ],
    [
      'another case',
      {},
      {},
      { detailType: 'orderPlaced' },
      'detailType differs in case only: "OrderPlaced" was published',
    ],
  ])('knows the cause: %s', async (_, detail, members, match, cause) => {
    await put(eb, order(detail, members));
    expect(failure(() => eb.assertPublished(match))).toContain(`\n\n${cause}`);
  });
});

describe('verify', () => {
  test('lists what a passing test would hide, in one report', async () => {
    eb.failEntry({ detailType: 'OrderPlaced' }, 'InternalFailure').times(3);
    eb.failCall('InternalException');
    await put(eb, entry());
    await put(eb, entry(), entry({ EventBusName: 'order' }));
    eb.failRequest('ThrottlingException').always();
    eb.failRequest('ThrottlingException').remove();
    eb.failEntry('any', 'InternalFailure').withProbability(0.5);
    expect(failure(() => eb.verify()).replace(/:\d+:\d+/g, ':L:C')).toMatchInlineSnapshot(`
"eb.verify()

verify() found 1 thing that the test has passed over.

2 faults were declared and have not fired as often as meant:
  fault                                fired   declared at
  failEntry(match, "InternalFailure")  2 of 3  test/claims/published.test.ts:L:C
  failRequest("ThrottlingException")   never   test/claims/published.test.ts:L:C"
`);
  });

  test('finds nothing after a test that used up its faults', async () => {
    eb.failEntry('any', 'InternalFailure');
    await put(eb, entry());
    eb.verify();
  });
});
