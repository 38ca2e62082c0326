import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { describe, expect, jest, test } from '@jest/globals';
import { EventAssertionError, FakeEventBridgeError, fakeEventBridge, matchers } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { failure } from '../support/failure';
import { entry, put } from '../support/put-events';

describe('a matcher that is used wrong fails, with .not too, and says how to write it', () => {
  const eb = fakeEventBridge();
  const such = '{ detailType: "OrderPlaced" }';

  test.each<[string, () => unknown, string]>([
    [
      'the match is missing',
      () => Reflect.apply(expect(eb).not.toHavePublished, expect(eb).not, []),
      `expect(eb).not.toHavePublished(match)

Matcher error: toHavePublished needs a match, such as expect(eb).toHavePublished(${such}).`,
    ],
    [
      'the number is missing',
      () => Reflect.apply(expect(eb).toHavePublishedTimes, expect(eb), [{ source: 'a' }]),
      `expect(eb).toHavePublishedTimes(match, times)

Matcher error: toHavePublishedTimes needs a match and the number of events, such as expect(eb).toHavePublishedTimes(${such}, 2).`,
    ],
    [
      'the match comes last',
      () => Reflect.apply(expect(eb).toHavePublishedTimes, expect(eb), [1, { source: 'a' }]),
      `expect(eb).toHavePublishedTimes(match, times)

Matcher error: toHavePublishedTimes: pass the match first, then the number of events.`,
    ],
    [
      'details instead of matches',
      () => Reflect.apply(expect(eb).toHaveLostNoEvents, expect(eb), [[{ orderId: 'o-1' }]]),
      `expect(eb).toHaveLostNoEvents(offered)

Matcher error: toHaveLostNoEvents: offered[0]: an event has no property "orderId". A match may have "source", "detailType", "detail", "detailJson", "resources", "bus", "time", "id", "region", "account" and "traceHeader". For an array of details, write details.map((detail) => ({ detail })).`,
    ],
    [
      'the list is missing',
      () => Reflect.apply(expect(eb).toHavePublishedInOrder, expect(eb), []),
      `expect(eb).toHavePublishedInOrder(matches)

Matcher error: toHavePublishedInOrder needs an array of matches, such as expect(eb).toHavePublishedInOrder([{ detailType: "OrderPlaced" }, { detailType: "OrderPaid" }]).`,
    ],
    [
      'something is too much',
      () => Reflect.apply(expect(eb).not.toHavePublishedNothing, expect(eb).not, ['OrderPlaced']),
      `expect(eb).not.toHavePublishedNothing()

Matcher error: toHavePublishedNothing takes no arguments, but received 1 argument. Write expect(eb).toHavePublishedNothing().`,
    ],
    [
      'matches that are not in an array',
      () =>
        Reflect.apply(expect(eb).not.toHavePublishedInOrder, expect(eb).not, [
          { source: 'a' },
          { source: 'b' },
        ]),
      `expect(eb).not.toHavePublishedInOrder(matches)

Matcher error: toHavePublishedInOrder takes only an array of matches, but received 2 arguments. Write expect(eb).toHavePublishedInOrder([{ detailType: "OrderPlaced" }, { detailType: "OrderPaid" }]).`,
    ],
    [
      'one match instead of an array',
      () => Reflect.apply(expect(eb).toHavePublishedExactly, expect(eb), [{ source: 'a' }]),
      `expect(eb).toHavePublishedExactly(matches)

Matcher error: toHavePublishedExactly: pass an array of matches, such as [{ detailType: "OrderPlaced" }, { detailType: "OrderPaid" }], not an object.`,
    ],
    [
      'a wrong match in an array',
      () => Reflect.apply(expect(eb).not.toHavePublishedExactly, expect(eb).not, [[{ source: 'a' }, {}]]),
      `expect(eb).not.toHavePublishedExactly(matches)

Matcher error: toHavePublishedExactly: matches[1]: an empty match fits every event and proves nothing. Name at least one property, such as ${such}.`,
    ],
    [
      'no event in an order',
      () => expect(eb).not.toHavePublishedInOrder([]),
      `expect(eb).not.toHavePublishedInOrder(matches)

Matcher error: toHavePublishedInOrder: an empty array proves nothing. Pass the matches of at least one event.`,
    ],
    [
      'an assertion about the whole fake, of one bus',
      () => expect(eb.bus('orders')).toHaveLostNoEvents(),
      `expect(eb.bus("orders")).toHaveLostNoEvents()

Matcher error: toHaveLostNoEvents: this assertion is about all buses. Pass eb, not eb.bus("orders").`,
    ],
    [
      'no contract is declared',
      () => expect(eb).not.toHaveKeptContracts(),
      `expect(eb).not.toHaveKeptContracts()

Matcher error: toHaveKeptContracts: no contract is declared. Declare one with eb.contract(source, detailType, schema).`,
    ],
  ])('%s', (_, assertion, text) => {
    expect(failure(assertion)).toBe(text);
    expect(assertion).toThrow(FakeEventBridgeError);
  });

  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'undefined. Pass what setupFakeEventBridge() or fakeEventBridge() returned'],
    ['an object', {}, 'an object. Pass what setupFakeEventBridge() or fakeEventBridge() returned'],
    ['the events', eb.events, 'an array. Pass the fake itself, not its events'],
    [
      'a client',
      eb.client(),
      'an object of class EventBridge. Pass the fake that the client is connected to',
    ],
    [
      'the function that makes fakes',
      fakeEventBridge,
      'the function fakeEventBridge. Call it, and pass the fake that it returns',
    ],
    [
      'the class of clients',
      EventBridgeClient,
      'the class EventBridgeClient. Pass the fake that the class is connected to',
    ],
    [
      'a promise of a fake',
      Promise.resolve(eb),
      'a promise. Await the promise in a line of its own, and pass the fake',
    ],
  ])('expect was given %s', (_, received, what) => {
    const assertion = () => expect(received).not.toHavePublished({ source: 'a' });

    expect(failure(assertion)).toBe(
      `expect(eb).not.toHavePublished(match)

Matcher error: expect needs a fake, but it received ${what}: expect(eb).`,
    );
    expect(assertion).toThrow(FakeEventBridgeError);
  });
});

describe('another copy of the package, as after jest.resetModules()', () => {
  const another = (): typeof import('fake-eventbridge') => {
    jest.resetModules();
    return jest.requireActual('fake-eventbridge');
  };

  test('makes fakes that matchers know, and matchers that know fakes', async () => {
    const copy = another();
    expect(copy.fakeEventBridge).not.toBe(fakeEventBridge);
    const theirs = copy.fakeEventBridge();
    const ours = fakeEventBridge();
    await put(theirs, entry());
    await put(ours, entry());

    expect(theirs).toHavePublished({ detailType: 'OrderPlaced' });
    expect(theirs.bus('default')).not.toHavePublished({ detailType: 'OrderPaid' });
    const { pass } = copy.matchers.toHavePublished.call({}, ours, { detailType: 'OrderPlaced' });
    expect(pass).toBe(true);
  });

  test('has patterns that matches know, and errors that instanceof knows', async () => {
    const copy = another();
    const eb = fakeEventBridge();
    await put(eb, entry({ Detail: '{"total":5}' }));

    eb.assertPublished(copy.pattern({ detail: { total: [{ numeric: ['<', 10] }] } }));
    eb.assertNotPublished({ detail: copy.pattern({ total: [6] }) });
    expect(() => copy.fakeEventBridge().assertPublished({ source: 'a' })).toThrow(EventAssertionError);
    expect(() => copy.fakeEventBridge().assertPublished({})).toThrow(FakeEventBridgeError);
  });
});

test('the matchers work without a runner, in plain text', () => {
  const context = {};
  const { pass, message } = matchers.toHavePublished.call(context, fakeEventBridge(), { source: 'a' });

  expect(pass).toBe(false);
  expect(message()).toMatch(
    /^expect\(eb\)\.toHavePublished\(match\)\n\nExpected an event to match, but nothing was/,
  );
});

describe('toHavePublishedTimes with a number alone counts all events', () => {
  test('passes for the number of events, on one bus too', async () => {
    const eb = fakeEventBridge();
    await put(eb, entry(), entry({ EventBusName: 'orders' }));

    expect(eb).toHavePublishedTimes(2);
    expect(eb).not.toHavePublishedTimes(1);
    expect(eb.bus('orders')).toHavePublishedTimes(1);
  });

  test('says how many there were', async () => {
    const eb = fakeEventBridge();
    await put(eb, entry());

    expect(failure(() => expect(eb).toHavePublishedTimes(2))).toBe(`expect(eb).toHavePublishedTimes(times)

Expected 2 events to be published, but 1 was.

Received:
   eb.events[0]: OrderPlaced from shop.orders on default
     { orderId: "o-1" }

Sent: eb.events[0] in request 1.`);
  });

  test('says which event was resent', async () => {
    const eb = fakeEventBridge();
    await put(eb, entry());
    await put(eb, entry());

    expect(failure(() => expect(eb).toHavePublishedTimes(1))).toContain('are one event, published twice');
  });

  test('refuses a number that no count can be', () => {
    expect(failure(() => expect(fakeEventBridge()).not.toHavePublishedTimes(-1))).toContain(
      'toHavePublishedTimes: the number of events must be a whole number, 0 or more, not -1.',
    );
  });
});
