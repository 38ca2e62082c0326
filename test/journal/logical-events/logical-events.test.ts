import { beforeEach, describe, expect, test } from '@jest/globals';
import { type FakeEventBridge, FakeEventBridgeError, fakeEventBridge } from 'fake-eventbridge';
import fc from 'fast-check';
import 'fake-eventbridge/jest';
import { failure } from '../../support/failure';
import { order, sendOrders, statuses } from '../../support/story';

const eb = fakeEventBridge();
const client = eb.client();
beforeEach(() => eb.reset());

/** Every sending of the duplicates, in short. */
const sendings = (fake: FakeEventBridge = eb) =>
  fake
    .duplicates()
    .map((duplicate) =>
      duplicate.sendings.map(
        ({ call, attempt, index, status, answered }) =>
          `call ${call}, attempt ${attempt}, entry ${index}: ${answered ? status : `${status}, unheard`}`,
      ),
    );

describe('who resent it', () => {
  test('the SDK: its attempts of one call are sendings of the same events', async () => {
    eb.failRequest('InternalException');
    eb.resetConnection();
    await sendOrders(client, 'o-1', 'o-2');

    expect(eb.unsettled()).toEqual([]);
    expect(eb.duplicates()).toEqual([]);
    expect(eb.events).toHaveLength(2);
  });

  test('the SDK, after a lost response: the bus has the event twice', async () => {
    eb.loseResponse();
    await sendOrders(client, 'o-1');

    expect(sendings()).toEqual([
      ['call 1, attempt 1, entry 0: accepted, unheard', 'call 1, attempt 2, entry 0: accepted'],
    ]);
    expect(eb.duplicates()[0]?.events).toEqual(eb.events);
    expect(eb.duplicates()[0]?.sendings.map(({ eventId }) => eventId)).toEqual(eb.events.map(({ id }) => id));
  });

  test('equal entries are not rejected together: the equal of a failed entry is the first of its kind', async () => {
    eb.loseResponse();
    eb.failEntry({ detail: { orderId: 'o-2' } }, 'ThrottlingException');
    await sendOrders(client, 'o-1', 'o-2');

    expect(sendings()).toHaveLength(1);
    expect(eb.unsettled()).toEqual([]);
  });

  test('the publisher', async () => {
    await sendOrders(client, 'o-1');
    await sendOrders(client, 'o-2', 'o-1');

    expect(sendings()).toEqual([
      ['call 1, attempt 1, entry 0: accepted', 'call 2, attempt 1, entry 1: accepted'],
    ]);
  });
});

describe('one event or two', () => {
  test.each([
    [
      'another order of keys',
      { Detail: '{"b":[1,{"d":4,"c":3}],"a":"x"}' },
      { Detail: '{ "a": "\\u0078", "b": [1.0, {"c": 3e0, "d": 4}] }' },
    ],
    ['another time', { Time: new Date(1) }, { Time: new Date(2) }],
    ['another trace header', { TraceHeader: 'a' }, {}],
    [
      'the default bus by name, and by its ARN',
      { EventBusName: 'default' },
      { EventBusName: 'arn:aws:events:us-east-1:123456789012:event-bus/default' },
    ],
    ['no resources, and an empty array', {}, { Resources: [] }],
  ])('%s is the same event', async (_, first, second) => {
    await sendOrders(client, order('o-1', first));
    await sendOrders(client, order('o-1', second));

    expect(eb).not.toHaveNoDuplicates();
  });

  test.each([
    ['another detail', {}, { Detail: '{"orderId":"o-2"}' }],
    ['another order in an array', { Detail: '{"a":[1,2]}' }, { Detail: '{"a":[2,1]}' }],
    ['a number and a string', { Detail: '{"a":1}' }, { Detail: '{"a":"1"}' }],
    [
      'numbers that JavaScript cannot tell apart',
      { Detail: '{"a":9007199254740993}' },
      { Detail: '{"a":9007199254740992}' },
    ],
    ['another source', {}, { Source: 'shop' }],
    ['another detail type', {}, { DetailType: 'OrderPaid' }],
    ['another bus', {}, { EventBusName: 'orders' }],
    ['other resources', { Resources: ['a'] }, { Resources: ['b'] }],
    [
      'the default buses of two accounts',
      {},
      { EventBusName: 'arn:aws:events:us-east-1:210987654321:event-bus/default' },
    ],
  ])('%s is another event', async (_, first, second) => {
    await sendOrders(client, order('o-1', first));
    await sendOrders(client, order('o-1', second));

    expect(eb).toHaveNoDuplicates();
  });

  test('the default buses of two regions are two buses', async () => {
    await sendOrders(eb.client({ region: 'eu-west-1' }), 'o-1');
    await sendOrders(eb.client({ region: 'eu-west-2' }), 'o-1');

    expect(eb).toHaveNoDuplicates();
  });

  test('equal entries of one request are two events', async () => {
    await sendOrders(client, 'o-1', 'o-1');

    expect(eb).toHaveNoDuplicates();
  });

  test('of two equal entries the failed one is the one that was resent', async () => {
    eb.failEntry(1, 'ThrottlingException');
    await sendOrders(client, 'o-1', 'o-1');
    await sendOrders(client, 'o-1');

    expect(eb).toHaveResentOnlyFailedEntries();
    expect(eb).toHaveNoDuplicates();
    expect(eb).toHaveLostNoEvents();
  });

  test('of two equal entries resent together, each is itself', async () => {
    eb.failEntry(0, 'ThrottlingException');
    await sendOrders(client, 'o-1', 'o-1');
    await sendOrders(client, 'o-1', 'o-1');

    expect(eb).not.toHaveResentOnlyFailedEntries();
    expect(eb.duplicates()).toHaveLength(1);
    expect(eb).toHaveLostNoEvents();
  });

  test('a third equal entry in a later request is a different event', async () => {
    await sendOrders(client, 'o-1', 'o-1');
    await sendOrders(client, 'o-1', 'o-1', 'o-1');

    expect(eb.duplicates()).toHaveLength(2);
    expect(eb.events).toHaveLength(5);
  });

  test('details that are not JSON are compared as strings', async () => {
    await sendOrders(client, order('', { Detail: '{' }), order('', { Detail: '[1' }));
    await sendOrders(client, order('', { Detail: '{' }));

    expect(eb.unsettled().map((event) => event.sendings.length)).toEqual([2, 1]);
  });

  test('identify decides instead, across buses and within a request', async () => {
    const own = fakeEventBridge({ identify: ({ Detail }) => JSON.parse(Detail ?? '{}').orderId });
    await sendOrders(
      own.client(),
      order('o-1', { DetailType: 'A' }),
      order('o-1', { EventBusName: 'orders' }),
      'o-2',
    );

    expect(sendings(own)).toEqual([
      ['call 1, attempt 1, entry 0: accepted', 'call 1, attempt 1, entry 1: accepted'],
    ]);
  });

  test('identify has to return a string', async () => {
    const own = fakeEventBridge({ identify: (() => undefined) as never });
    await sendOrders(own.client(), 'o-1');

    expect(failure(() => own.unsettled())).toBe(
      'identify must return a string for every entry. For an entry from shop.orders it returned undefined.',
    );
    expect(() => own.assertNoDuplicates()).toThrow(FakeEventBridgeError);
  });
});

describe('unsettled()', () => {
  test('has every sending of what was never accepted', async () => {
    eb.failEntry({ detail: { orderId: 'o-1' } }, 'ThrottlingException');
    await sendOrders(client, 'o-1', 'o-2');
    eb.failCall({ name: 'Odd', status: 400 });
    await sendOrders(client, 'o-1');
    eb.refuseConnection();
    await sendOrders(eb.client({ maxAttempts: 1 }), 'o-1', 'o-3');

    expect(statuses(eb)).toEqual([
      'o-1: rejected in 1, refused in 2, unanswered in 3',
      'o-3: unanswered in 3',
    ]);
    expect(eb.unsettled()[0]).toEqual({
      entry: order('o-1'),
      sendings: [
        {
          call: 1,
          attempt: 1,
          request: 1,
          index: 0,
          status: 'rejected',
          answered: true,
          errorCode: 'ThrottlingException',
        },
        { call: 2, attempt: 1, request: 2, index: 0, status: 'refused', answered: false, errorCode: 'Odd' },
        { call: 3, attempt: 1, request: 3, index: 0, status: 'unanswered', answered: false },
      ],
      events: [],
    });
    await sendOrders(client, 'o-1');
    expect(statuses(eb)).toEqual(['o-3: unanswered in 3']);
  });

  test('is a snapshot, frozen all the way down', async () => {
    eb.failEntry('any', 'InternalFailure');
    await sendOrders(client, 'o-1');
    const before = eb.unsettled();
    await sendOrders(client, 'o-1');

    expect(before).toHaveLength(1);
    expect(Object.isFrozen(before[0]?.sendings[0])).toBe(true);
    expect(eb.unsettled()).toEqual([]);
  });

  test('is forgotten with the records', async () => {
    eb.failEntry('any', 'InternalFailure');
    await sendOrders(client, 'o-1');
    eb.clear();

    expect(eb.unsettled()).toEqual([]);
    expect(eb.timeline()).toBe('No request reached the fake.');
  });

  test('what was held when the records were forgotten leaves nothing behind', async () => {
    const held = eb.hold();
    const late = sendOrders(client, 'o-1');
    await held.reached();
    eb.reset();
    await late;

    expect(eb.events).toEqual([]);
    expect(eb.calls).toEqual([]);
    expect(eb).toHaveLostNoEvents();
  });
});

test('every entry of every request is one sending of one event, and every event is accounted for', async () => {
  const batch = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { maxLength: 6 }), fc.integer({ min: 1 }), async (batches, seed) => {
      const own = fakeEventBridge({ seed });
      own.failEntry('any', 'InternalFailure').withProbability(0.3);
      own.failRequest('InternalException').withProbability(0.2);
      own.loseResponse().withProbability(0.2);
      own.resetConnection().withProbability(0.2);
      for (const ids of batches) await sendOrders(own.client(), ...ids.map((id) => `o-${id}`));

      const accepted = own.calls.flatMap(({ attempts }) =>
        attempts.flatMap(({ results = [] }) => results.filter((result) => 'EventId' in result)),
      );
      expect(own.events).toHaveLength(accepted.length);
      const several = own.duplicates().flatMap(({ events }) => events.map(({ id }) => id));
      // What is not a duplicate is there once: no two of them are equal, except those sent in one request.
      const once = own.events.filter(({ id }) => !several.includes(id));
      expect(once.length + several.length).toBe(own.events.length);
      for (const { sendings: all, events } of own.unsettled()) {
        expect(events).toEqual([]);
        expect(all.every(({ status }) => status !== 'accepted')).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

test('ten thousand events', async () => {
  const entries = (call: number) => Array.from({ length: 10 }, (_, i) => order(`o-${call}-${i}`));
  for (let call = 0; call < 1_000; call++) {
    await eb.requestHandler.handle({
      method: 'POST',
      hostname: 'events.us-east-1.amazonaws.com',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' },
      body: JSON.stringify({ Entries: entries(call) }),
    });
  }

  expect(eb).toHaveLostNoEvents(10_000);
  expect(eb).toHaveNoDuplicates();
  expect(eb).toHaveResentOnlyFailedEntries();
  expect(eb).toHaveNoDuplicates(({ detail }) => String(detail['orderId']));
});

test.each(['_datadog', 'traceparent', 'tracestate'])(
  'what a tracer writes into the detail, %s, does not make it another event',
  async (name) => {
    const fake = fakeEventBridge();
    const stamped = (trace: string) => ({
      Source: 'shop.orders',
      DetailType: 'OrderPlaced',
      Detail: JSON.stringify({ orderId: 'o-1', [name]: trace }),
    });
    await fake.putEvents({ Entries: [stamped('a')] });
    await fake.putEvents({ Entries: [stamped('b')] });
    expect(fake.duplicates()).toHaveLength(1);
  },
);

test('an error of identify is thrown to the test, each time, and never to the code under test', async () => {
  const fake = fakeEventBridge({
    identify: ({ Detail = '' }) => {
      if (Detail.includes('bad')) throw new RangeError('no id');
      return Detail;
    },
  });
  const made = (id: string) => ({ Source: 's', DetailType: 'OrderPlaced', Detail: `{"id":"${id}"}` });
  const { FailedEntryCount } = await fake.putEvents({ Entries: [made('a'), made('bad')] });
  expect(FailedEntryCount).toBe(0);
  for (let i = 0; i < 2; i++) expect(() => fake.assertNoDuplicates()).toThrow('no id');
});
