import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  type AnyEvents,
  EventAssertionError,
  FakeEventBridgeError,
  fakeEventBridge,
  type Match,
  pattern,
} from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import sinon from 'sinon';
import { messageOf, uncoloured } from '../../../support/failure';
import { entry, put } from '../../../support/put-events';
import { event as eventEntry, order as orderEntry, send } from '../../failures/given';

const eb = fakeEventBridge({ buses: ['orders'] });
beforeEach(() => eb.reset());

const order = (detail: unknown, members: object = {}) =>
  entry({ Detail: JSON.stringify(detail), ...members });

/** The message with which an assertion fails, without the runner's colours. */
const failure = (assertion: () => void) => uncoloured(messageOf(assertion));

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
    ["takes Jest's matchers anywhere", { detail: expect.objectContaining({ orderId: expect.any(String) }) }],
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
    ["can be one of Jest's matchers", expect.objectContaining({ detailType: 'OrderPlaced' })],
    ["can be one of Sinon's", sinon.match({ source: sinon.match(/^shop/) })],
  ])('%s', (_, match) => {
    expect(eb).toHavePublished(match);
    eb.assertPublished(match);
    expect(() => eb.assertNotPublished(match)).toThrow(EventAssertionError);
  });

  test.each<[string, Match<AnyEvents>]>([
    ['another value', { detail: { orderId: 'o-2' } }],
    ['an array of another length', { detail: { items: [{ sku: 'a' }] } }],
    ['an array in another order', { detail: { items: [{ sku: 'b' }, { sku: 'a' }] } }],
    ['a number as a string', { detail: { items: [{ n: '1' }, {}] } }],
    ['an inherited property', { detail: { toString: expect.anything() } }],
    ['undefined where there is something', { detail: { orderId: undefined } }],
  ])('does not hold for %s', (_, match) => {
    expect(eb).not.toHavePublished(match);
  });
});

test("a failing match shows the runner's own matchers as they are written", async () => {
  await put(eb, order({ orderId: 1, items: ['a'], note: 'x' }));
  const text = failure(() =>
    expect(eb).toHavePublished({
      source: expect.stringMatching(/^x/),
      detail: {
        orderId: expect.any(String),
        items: expect.not.arrayContaining([expect.anything()]),
        note: expect.stringContaining('long'),
        total: expect.closeTo(1.5, 1),
        customer: expect.objectContaining({ name: 'Ada' }),
        at: sinon.match.string,
      },
    }),
  );

  expect(text.slice(text.indexOf('Received:'), text.indexOf('\n\nSee '))).toBe(
    `Received:
   eb.events[0]: OrderPlaced from shop.orders on default
     source: expected expect.stringMatching(/^x/), received "shop.orders"
     detail.orderId: expected expect.any(String), received 1
     detail.items: expected expect.not.arrayContaining([expect.anything()]), received ["a"]
     detail.note: expected expect.stringContaining("long"), received "x"
     detail.total: expected NumberCloseTo 1.5 (1 digit), but it is missing
     detail.customer: expected expect.objectContaining({ name: "Ada" }), but it is missing
     detail.at: expected sinon.match(typeOf("string")), but it is missing`,
  );
});

describe('a match that cannot be meant is an error, and never a pass', () => {
  const members =
    'A match may have "source", "detailType", "detail", "detailJson", "resources", "bus", "time", "id", "region", "account" and "traceHeader".';

  test.each<[string, unknown, string]>([
    [
      'a property of the envelope',
      { 'detail-type': 'OrderPlaced' },
      `an event has no property "detail-type". Did you mean "detailType"? ${members}`,
    ],
    [
      'a property of the request',
      { DetailType: 'OrderPlaced' },
      `an event has no property "DetailType". Did you mean "detailType"? ${members}`,
    ],
    [
      'the bus by its name in the request',
      { EventBusName: 'orders' },
      `an event has no property "EventBusName". Did you mean "bus"? ${members}`,
    ],
    ['something else', { payload: 1 }, `an event has no property "payload". ${members}`],
    [
      'nothing',
      {},
      'an empty match fits every event and proves nothing. Name at least one property, such as { detailType: "OrderPlaced" }.',
    ],
    [
      'undefined',
      undefined,
      'a match must be a partial event such as { detailType: "OrderPlaced" }, a pattern({…}) or a predicate, not undefined.',
    ],
    [
      'a detail type alone',
      'OrderPlaced',
      'a match must be a partial event such as { detailType: "OrderPlaced" }, a pattern({…}) or a predicate, not "OrderPlaced".',
    ],
    [
      'an expression alone',
      /Order/,
      'a match must be a partial event such as { detailType: "OrderPlaced" }, a pattern({…}) or a predicate, not an object of class RegExp.',
    ],
    [
      'a value that is undefined',
      { source: undefined },
      '"source" is undefined in the match, but every event has a value there. Leave the property out, or give it a value.',
    ],
    [
      'a detail as text',
      { detail: '{"a":1}' },
      '`detail` is compared as an object and can never equal a string. Pass the object, or compare the string with `detailJson`.',
    ],
    [
      'a detail that is not an object',
      { detail: ['o-1'] },
      '`detail` is an object and can never equal an array. Pass a partial object.',
    ],
    [
      'an array, as patterns have it',
      { source: ['shop.orders'], detailType: ['OrderPlaced'] },
      '`source` is a string and can never equal an array. Pass the string alone. For an event pattern, write pattern({ source: ["shop.orders"] }).',
    ],
    [
      'an array of detail types',
      { detailType: ['OrderPlaced', 'OrderPaid'] },
      '`detailType` is a string and can never equal an array. Pass the string alone. For an event pattern, write pattern({ "detail-type": ["OrderPlaced", "OrderPaid"] }).',
    ],
    [
      'a bus that is not a string',
      { bus: { name: 'orders' } },
      '`bus` is a string and can never equal an object. Pass a string, a regular expression or a predicate.',
    ],
    [
      'one resource',
      { resources: 'arn:a' },
      '`resources` is an array of strings and can never equal "arn:a". Pass the whole array, or a predicate: (resources) => resources.includes("…").',
    ],
    [
      'a Map inside, which is {} in JSON',
      { detail: { customer: new Map([['name', 'Ada']]) } },
      'detail.customer is a Map. JSON has no maps. Expect Object.fromEntries(map).',
    ],
    [
      'a bigint inside',
      { detail: { items: [{ n: 1n }] } },
      'detail.items[0].n is the bigint 1n. JSON has no bigints. Expect a number, or use a predicate.',
    ],
    [
      'a promise inside',
      { detail: { customer: Promise.resolve('Ada') } },
      'detail.customer is a promise. Await it first.',
    ],
    [
      'a pattern with the name that records have',
      pattern({ detailType: ['OrderPlaced'] }),
      'a pattern matches the event as a rule sees it, which has no property "detailType". Write "detail-type".',
    ],
    [
      'a pattern that asks for the bus',
      pattern({ bus: ['orders'] }),
      'a pattern matches the event as a rule sees it, which has no property "bus". It has "version", "id", "detail-type", "source", "account", "time", "region", "resources" and "detail".',
    ],
    [
      'an async predicate',
      async () => true,
      'the predicate is async. It returns a promise, which counts as true for every event. Await what it needs first, and return true or false.',
    ],
    [
      'an async predicate inside',
      { detail: async () => true },
      'the predicate is async. It returns a promise, which counts as true for every event. Await what it needs first, and return true or false.',
    ],
    [
      'an async predicate deep inside',
      { detail: { items: [{ sku: async () => true }] } },
      'the predicate is async. It returns a promise, which counts as true for every event. Await what it needs first, and return true or false.',
    ],
    [
      'an empty detail',
      { detail: {} },
      'an empty detail fits every event and proves nothing. Name at least one property, such as { detail: { orderId: "o-1" } }.',
    ],
    [
      'a time that is none',
      { time: 'yesterday' },
      '`time` must be a Date or an ISO string such as "2026-01-02T03:04:05Z", not "yesterday".',
    ],
    [
      'an invalid Date',
      { time: new Date('yesterday') },
      'time is an invalid Date. Check how the Date is created.',
    ],
    ['a time in milliseconds', { time: 1_767_323_045_000 }, 'not 1767323045000.'],
  ])('%s', async (_, match, message) => {
    // Also where there is no event that could be asked about.
    expect(() => eb.assertNotPublished(match as Match<AnyEvents>)).toThrow(FakeEventBridgeError);
    await put(eb, entry());
    for (const assertion of [
      () => eb.assertPublished(match as Match<AnyEvents>),
      () => eb.assertNotPublished(match as Match<AnyEvents>),
    ]) {
      expect(assertion).toThrow(FakeEventBridgeError);
      expect(assertion).toThrow(message);
    }
    const hint = 'expect(eb).not.toHavePublished(match)\n\nMatcher error: toHavePublished: ';
    const text = failure(() => expect(eb).not.toHavePublished(match as Match<AnyEvents>));
    expect(text.slice(0, hint.length)).toBe(hint);
    expect(text.slice(-message.length)).toBe(message);
  });

  test('a matcher on something that is not a fake', () => {
    expect(failure(() => expect({}).toHavePublished({ source: 'a' }))).toBe(
      'expect(eb).toHavePublished(match)\n\nMatcher error: expect needs a fake, but it received an object. Pass what setupFakeEventBridge() or fakeEventBridge() returned: expect(eb).',
    );
    expect(failure(() => expect(undefined).not.toHavePublishedNothing())).toBe(
      'expect(eb).not.toHavePublishedNothing()\n\nMatcher error: expect needs a fake, but it received undefined. Pass what setupFakeEventBridge() or fakeEventBridge() returned: expect(eb).',
    );
  });

  test('a number of times that is none', () => {
    expect(failure(() => expect(eb).toHavePublishedTimes({ source: 'a' }, -1))).toBe(
      `expect(eb).toHavePublishedTimes(match, times)

Matcher error: toHavePublishedTimes: the number of events must be a whole number, 0 or more, not -1.`,
    );
  });
});

describe('an event that should not be there', () => {
  test.each([
    [['o-1'], 'the only published event does'],
    [['o-1', 'o-2'], 'all 2 published events do'],
  ])('%j: %s', async (ids, words) => {
    await send(eb, ...ids.map((id) => orderEntry(id)));
    expect(failure(() => eb.assertNotPublished({ detailType: 'OrderPlaced' }))).toContain(
      `Expected no event to match, but ${words}.`,
    );
  });

  test.each([
    [1, '1 of the 3 published events does'],
    [2, '2 of the 3 published events do'],
  ])('%d of three', async (matching, words) => {
    const types = ['OrderPaid', 'OrderPaid', 'OrderPaid'].fill('OrderPlaced', 0, matching);
    await send(eb, ...types.map((type) => eventEntry(type)));
    expect(failure(() => eb.assertNotPublished({ detailType: 'OrderPlaced' }))).toContain(
      `Expected no event to match, but ${words}.`,
    );
  });
});

describe('the fix names the property', () => {
  const fixOf = async (properties: object) => {
    await send(eb, orderEntry('o-1', {}, properties));
    return failure(() => eb.assertPublished({ source: 'shop.orders', bus: 'default' }));
  };

  test('that an entry needs', async () => {
    expect(await fixOf({ Detail: '' })).toContain('Set Detail in the entry: EventBridge requires it.');
  });

  test('that is not valid', async () => {
    expect(await fixOf({ DetailType: 'x'.repeat(129) })).toContain('Correct DetailType in the entry.');
  });

  test('with which an event went to another bus', async () => {
    expect(await fixOf({ EventBusName: 'orders' })).toContain(
      'Remove EventBusName from the entry, or correct the bus in the assertion.',
    );
  });
});

describe('a number of matching events', () => {
  test('fewer, and every event matches: the timeline is the next step', async () => {
    await send(eb, orderEntry('o-1'));
    const text = failure(() => eb.assertPublished({ detailType: 'OrderPlaced' }, { times: 2 }));
    expect(text).toContain('Expected 2 events to match, but 1 does.');
    expect(text).toContain('console.log(eb.timeline())');
    expect(text).not.toContain('Received, not matching');
  });

  test('fewer, and others do not match: the nearest of them are shown', async () => {
    await send(eb, orderEntry('o-1'), orderEntry('o-2', { total: 2 }));
    const text = failure(() => eb.assertPublished({ detail: { orderId: 'o-2', total: 2 } }, { times: 2 }));
    expect(text).toContain('Expected 2 events to match, but 1 does.');
    expect(text).toContain('Received, not matching, the nearest:');
    expect(text).not.toContain('console.log(eb.timeline())');
  });

  test('another number than the one', async () => {
    await send(eb, orderEntry('o-1'));
    expect(failure(() => expect(eb).not.toHavePublishedTimes({ detailType: 'OrderPlaced' }, 1))).toContain(
      'Expected the number of matching events not to be 1, but it is.',
    );
    const none = failure(() => expect(eb).not.toHavePublishedTimes({ detailType: 'OrderPaid' }, 0));
    expect(none).toContain('Expected the number of matching events not to be 0, but it is.');
    expect(none).not.toContain('Sent:');
  });
});

test('the match comes first, then the number', () => {
  const wrong = (...args: unknown[]) =>
    failure(() => Reflect.apply(expect(eb).toHavePublishedTimes, undefined, args));
  expect(wrong(2, { detailType: 'OrderPlaced' })).toContain(
    'pass the match first, then the number of events.',
  );
  expect(wrong(2, 3)).toContain('a match must be a partial event');
  expect(wrong({ detailType: 'OrderPlaced' }, '2')).toContain('must be a whole number, 0 or more, not "2".');
});

describe('a number of events, whatever they are', () => {
  test('the causes are those of too many events, or of too few', async () => {
    await send(eb, orderEntry('o-1'));
    await send(eb, orderEntry('o-1'));
    const cause = 'eb.events[0] and eb.events[1] are one event, published twice';
    const origins = 'Sent: eb.events[0] in request 1, eb.events[1] in request 2.';
    const [tooMany, tooFew] = [1, 3].map((times) => failure(() => expect(eb).toHavePublishedTimes(times)));
    expect(tooMany).toContain(cause);
    expect(tooMany).not.toContain(origins);
    expect(tooFew).toContain(origins);
    expect(tooFew).not.toContain(cause);
    expect(tooFew).toContain('\nReceived:\n');
  });

  test('one, and none was expected', async () => {
    await send(eb, orderEntry('o-1'));
    expect(failure(() => eb.assertNothingPublished())).toContain(
      'Expected no event to be published, but 1 event was.',
    );
  });

  test('nothing was published', () => {
    const text = failure(() => expect(eb).toHavePublishedTimes(2));
    expect(text).toContain('Expected 2 events to be published, but nothing was published.');
    expect(text).toContain('No request reached the fake in this test.');
  });

  test('one, and several', async () => {
    await send(eb, orderEntry('o-1'));
    expect(failure(() => expect(eb).toHavePublishedTimes(2))).toContain(
      'Expected 2 events to be published, but 1 was.',
    );
    await send(eb, orderEntry('o-2'), orderEntry('o-3'));
    const text = failure(() => expect(eb).toHavePublishedTimes(1));
    expect(text).toContain('Expected 1 event to be published, but 3 were.');
    expect(text).toContain('eb.events[2]');
  });

  test('the same number, and another was expected', async () => {
    await send(eb, orderEntry('o-1'), orderEntry('o-2'));
    const text = failure(() => expect(eb).not.toHavePublishedTimes(2));
    expect(text).toContain('Expected the number of published events not to be 2, but it is.');
    expect(text).toContain('eb.events[1]');
    expect(() => expect(eb).not.toHavePublishedTimes(3)).not.toThrow();
  });

  test('on one bus', async () => {
    await send(eb, orderEntry('o-1', {}, { EventBusName: 'orders' }));
    expect(failure(() => expect(eb.bus('orders')).toHavePublishedTimes(2))).toContain(
      'Expected 2 events to be published on the bus orders, but 1 was.',
    );
    expect(failure(() => expect(eb.bus('orders')).not.toHavePublishedTimes(1))).toContain(
      'Expected the number of published events on the bus orders not to be 1, but it is.',
    );
  });

  test.each([-1, 1.5, Number.NaN])('%p is not a number of events', (times) => {
    for (const assertion of [
      () => expect(eb).toHavePublishedTimes(times),
      () => expect(eb).not.toHavePublishedTimes(times),
      () => expect(eb).toHavePublishedTimes({ source: 'a' }, times),
    ])
      expect(failure(assertion)).toContain(
        `the number of events must be a whole number, 0 or more, not ${times}.`,
      );
  });
});
