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

Matcher error: toHavePublished needs match, such as expect(eb).toHavePublished(${such}).`,
    ],
    [
      'the number is missing',
      () => Reflect.apply(expect(eb).toHavePublishedTimes, expect(eb), [{ source: 'a' }]),
      `expect(eb).toHavePublishedTimes(match, times)

Matcher error: toHavePublishedTimes needs match and times, such as expect(eb).toHavePublishedTimes(${such}, 2).`,
    ],
    [
      'the list is missing',
      () => Reflect.apply(expect(eb).toHavePublishedInOrder, expect(eb), []),
      `expect(eb).toHavePublishedInOrder(matches)

Matcher error: toHavePublishedInOrder needs matches, such as expect(eb).toHavePublishedInOrder([{ detailType: "OrderPlaced" }, { detailType: "OrderPaid" }]).`,
    ],
    [
      'something is too much',
      () => Reflect.apply(expect(eb).not.toHavePublishedNothing, expect(eb).not, ['OrderPlaced']),
      `expect(eb).not.toHavePublishedNothing()

Matcher error: toHavePublishedNothing takes no argument, and was given 1 argument. Write expect(eb).toHavePublishedNothing().`,
    ],
    [
      'matches that are not in an array',
      () =>
        Reflect.apply(expect(eb).not.toHavePublishedInOrder, expect(eb).not, [
          { source: 'a' },
          { source: 'b' },
        ]),
      `expect(eb).not.toHavePublishedInOrder(matches)

Matcher error: toHavePublishedInOrder takes matches alone, and was given 2 arguments. Write expect(eb).toHavePublishedInOrder([{ detailType: "OrderPlaced" }, { detailType: "OrderPaid" }]).`,
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
  ])('%s', (_, claim, text) => {
    expect(failure(claim)).toBe(text);
    expect(claim).toThrow(FakeEventBridgeError);
  });

  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'undefined'],
    ['an object', {}, 'an object'],
    ['the events', eb.events, 'an array: give expect the fake itself, and not its events'],
    [
      'a client',
      eb.client(),
      'an object of class EventBridge: give expect the fake, and not the client that is wired to it',
    ],
    [
      'the function that makes fakes',
      fakeEventBridge,
      'the function fakeEventBridge: call it, and give expect what it returns',
    ],
    [
      'the class of clients',
      EventBridgeClient,
      'the class EventBridgeClient: give expect the fake that is installed on it',
    ],
    ['a promise of a fake', Promise.resolve(eb), 'a promise: await it first, and pass the fake'],
  ])('expect was given %s', (_, received, what) => {
    const claim = () => expect(received).not.toHavePublished({ source: 'a' });

    expect(failure(claim)).toBe(
      `expect(eb).not.toHavePublished(match)

Matcher error: the received value must be a fake, as fakeEventBridge() makes it, not ${what}.`,
    );
    expect(claim).toThrow(FakeEventBridgeError);
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
