import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { order, sendOrders } from '../support/story';

const ORDERS_IN_IRELAND = 'arn:aws:events:eu-west-1:123456789012:event-bus/orders';
const ORDERS_IN_VIRGINIA = 'arn:aws:events:us-east-1:123456789012:event-bus/orders';

describe('a detail is parsed once in a request, whatever looks at it', () => {
  const detail = '{"orderId":"o-1","parsed":"how often?"}';
  let parsed = 0;
  beforeEach(() => {
    const { parse } = JSON;
    parsed = 0;
    jest.spyOn(JSON, 'parse').mockImplementation((text, reviver) => {
      if (text === detail) parsed++;
      return parse(text, reviver);
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('faults, a contract and rules with targets', async () => {
    const eb = fakeEventBridge();
    const seen: unknown[] = [];
    const standard = {
      version: 1 as const,
      vendor: 'test',
      validate: (value: unknown) => {
        seen.push(value);
        return { value };
      },
    };
    eb.contract('shop.orders', 'OrderPlaced', { '~standard': standard });
    eb.failEntry({ detail: { orderId: 'o-2' } }, 'InternalFailure');
    eb.failRequest('InternalException').when(({ detail: given }) => given['orderId'] === 'o-3');
    eb.delay(1).when({ detail: { orderId: 'o-4' } });
    eb.rule('orders', { detail: { orderId: ['o-1'] } }, { target: (event) => seen.push(event.detail) });
    await sendOrders(eb.client(), order('o-1', { Detail: detail }));
    await eb.delivered();

    expect(seen).toEqual([
      { orderId: 'o-1', parsed: 'how often?' },
      { orderId: 'o-1', parsed: 'how often?' },
    ]);
    expect(parsed).toBe(1);
  });

  test('faults whose matches have to look into it', async () => {
    const eb = fakeEventBridge();
    eb.failEntry({ detail: { orderId: 'o-1', total: 1 } }, 'InternalFailure');
    eb.failEntry({ detail: { orderId: expect.stringMatching(/^never$/) } }, 'InternalFailure');
    eb.failRequest('InternalException').when({ detail: { parsed: 'o-1' } });
    await sendOrders(eb.client(), order('o-1', { Detail: detail }));

    expect(eb.calls.map(({ outcome }) => outcome)).toEqual(['succeeded']);
    expect(parsed).toBe(1);
  });

  test('a fault that fires because of it', async () => {
    const eb = fakeEventBridge();
    const fault = eb.failEntry({ detail: { orderId: /^o-1$/ } }, 'InternalFailure');
    await sendOrders(eb.client(), order('o-1', { Detail: detail }));

    expect(fault.used).toBe(1);
    expect(parsed).toBe(1);
  });

  test('and once more for the records and assertions that come afterwards', async () => {
    const eb = fakeEventBridge();
    await sendOrders(eb.client(), order('o-1', { Detail: detail }));
    expect(parsed).toBe(1);
    eb.assertPublished({ detail: { orderId: 'o-1' } });
    eb.assertPublished((event) => event.detail['orderId'] === 'o-1');
    expect(eb.events[0]?.envelope.detail).toEqual({ orderId: 'o-1', parsed: 'how often?' });
    expect(parsed).toBe(2);
  });
});

describe('a bus is resolved in the region of the request', () => {
  test('its ARN in a match is the bus of that region alone', async () => {
    const eb = fakeEventBridge();
    await sendOrders(eb.client({ region: 'eu-west-1' }), order('o-1', { EventBusName: 'orders' }));

    eb.assertPublished({ bus: 'orders' });
    eb.assertPublished({ bus: ORDERS_IN_IRELAND });
    eb.assertNotPublished({ bus: ORDERS_IN_VIRGINIA });
  });

  test('eb.bus() by ARN has the events of that region alone', async () => {
    const eb = fakeEventBridge();
    await sendOrders(eb.client({ region: 'eu-west-1' }), order('o-1', { EventBusName: ORDERS_IN_IRELAND }));
    await sendOrders(eb.client({ region: 'us-east-1' }), order('o-2', { EventBusName: 'orders' }));

    const ids = (bus: string) => eb.bus(bus).events.map(({ detail }) => detail['orderId']);
    expect([ids(ORDERS_IN_IRELAND), ids(ORDERS_IN_VIRGINIA), ids('orders')]).toEqual([
      ['o-1'],
      ['o-2'],
      ['o-1', 'o-2'],
    ]);
  });

  test('a fault and a rule for it apply to that region alone', async () => {
    const eb = fakeEventBridge();
    eb.failEntry({ bus: ORDERS_IN_IRELAND }, 'ThrottlingException');
    eb.rule('in-virginia', { source: ['shop.orders'] }, { bus: ORDERS_IN_VIRGINIA });
    await sendOrders(eb.client({ region: 'us-east-1' }), order('o-1', { EventBusName: 'orders' }));
    await sendOrders(eb.client({ region: 'eu-west-1' }), order('o-2', { EventBusName: 'orders' }));
    await sendOrders(eb.client({ region: 'eu-west-1' }), order('o-3', { EventBusName: 'orders' }));

    expect(eb.rejected.map(({ entry }) => entry.Detail)).toEqual(['{"orderId":"o-2"}']);
    expect(eb.events.map(({ matchedRules }) => matchedRules)).toEqual([['in-virginia'], []]);
  });

  test('a bus that is declared by its ARN exists in its region alone', async () => {
    const eb = fakeEventBridge({ buses: [ORDERS_IN_IRELAND] });
    await sendOrders(eb.client({ region: 'us-east-1' }), order('o-1', { EventBusName: 'orders' }));
    await sendOrders(eb.client({ region: 'eu-west-1' }), order('o-2', { EventBusName: 'orders' }));

    expect(eb.dropped.map(({ detail }) => detail['orderId'])).toEqual(['o-1']);
    expect(eb.events.map(({ detail }) => detail['orderId'])).toEqual(['o-2']);
  });

  test('an offered entry may name the bus where the sent one had its ARN', async () => {
    const eb = fakeEventBridge();
    await sendOrders(eb.client({ region: 'eu-west-1' }), order('o-1', { EventBusName: ORDERS_IN_IRELAND }));

    const offered = { Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1"}' };
    eb.assertNoEventLost([{ ...offered, EventBusName: 'orders' }]);
    expect(eb).not.toHaveLostNoEvents([{ ...offered, EventBusName: ORDERS_IN_VIRGINIA }]);
  });
});

test('every reader sees the backoff that the SDK really waited', async () => {
  const eb = fakeEventBridge({ retryDelays: 'real' });
  jest.spyOn(Math, 'random').mockReturnValue(0.04);
  eb.failRequest('InternalException');
  await sendOrders(eb.client(), 'o-1');
  jest.restoreAllMocks();

  const backoff = eb.calls[0]?.attempts[0]?.backoff ?? 0;
  expect(eb.timeline()).toContain(`${backoff} ms of backoff waited`);
  expect(backoff).toBeGreaterThan(0);
});

describe('calls are told apart, although a test mocks crypto.randomUUID to a constant', () => {
  beforeEach(() => {
    jest.spyOn(globalThis.crypto, 'randomUUID').mockReturnValue('00000000-0000-4000-8000-000000000000');
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('one after the other', async () => {
    const eb = fakeEventBridge();
    const client = eb.client();
    eb.failCall('AccessDeniedException');
    await sendOrders(client, 'o-1');
    await sendOrders(client, 'o-2');

    expect(eb.calls.map(({ outcome }) => outcome)).toEqual(['failed', 'succeeded']);
  });

  test('side by side, each with its own retry', async () => {
    const eb = fakeEventBridge();
    const client = eb.client();
    eb.failRequest('InternalException').times(2);
    await Promise.all([sendOrders(client, 'o-1'), sendOrders(client, 'o-2')]);

    expect(eb.calls.map(({ attempts }) => attempts.map(({ entries }) => entries[0]?.Detail))).toEqual([
      ['{"orderId":"o-1"}', '{"orderId":"o-1"}'],
      ['{"orderId":"o-2"}', '{"orderId":"o-2"}'],
    ]);
  });

  test('a loss is noticed', async () => {
    const eb = fakeEventBridge();
    const client = eb.client({ maxAttempts: 1 });
    eb.failRequest('InternalException');
    await sendOrders(client, 'o-1');
    await sendOrders(client, 'o-2');

    expect(eb).not.toHaveLostNoEvents();
  });
});

describe('what is under way when the fake is reset has nothing to do with the next test', () => {
  test('a held call is answered, and touches neither faults, nor records, nor seeds', async () => {
    const eb = fakeEventBridge();
    const client = eb.client();
    await sendOrders(client, 'o-0');
    const firstId = eb.events[0]?.id;
    const held = eb.hold();
    const old = sendOrders(client, 'o-1');
    await held.reached();
    eb.reset();
    const fault = eb.failRequest('InternalException');
    const entryFault = eb.failEntry('any', 'InternalFailure');
    const { FailedEntryCount } = await old;

    expect([FailedEntryCount, fault.used, entryFault.used]).toEqual([0, 0, 0]);
    expect([eb.events, eb.calls, eb.rejected]).toEqual([[], [], []]);
    eb.reset();
    await sendOrders(client, 'o-2');
    expect(eb.events[0]?.id).toBe(firstId);
  });

  test('so is a delayed call, and its retry', async () => {
    const eb = fakeEventBridge();
    const client = eb.client();
    eb.failRequest('InternalException');
    const held = eb.hold();
    const old = sendOrders(client, 'o-1');
    await held.reached();
    held.fail('InternalException');
    eb.reset();
    const fault = eb.failEntry('any', 'InternalFailure');
    const answer = await old;

    expect(answer.FailedEntryCount).toBe(0);
    expect(answer.$metadata.attempts).toBe(2);
    expect(fault.used).toBe(0);
    expect(eb.calls).toEqual([]);
  });

  test('a handle of the old test is refused', async () => {
    const eb = fakeEventBridge();
    const fault = eb.failEntry('any', 'InternalFailure');
    const held = eb.hold();
    eb.reset();

    expect(() => fault.times(2)).toThrow(
      /^times: eb\.reset\(\) has removed this fault: failEntry\("any", "InternalFailure"\) \(declared at .*\)\. Declare it in the test that needs it\.$/,
    );
    expect(() => held.release()).toThrow(/^release: eb\.reset\(\) has removed this fault: hold\(\)/);
    await expect(held.reached()).rejects.toThrow(
      'hold().reached(): eb.reset() removed the hold before it held a request.',
    );
    expect(() => fault.remove()).not.toThrow();
  });

  test('a hold that is removed lets go of those who wait for it, and an aborted call does not wait', async () => {
    const eb = fakeEventBridge();
    const held = eb.hold().always();
    const controller = new AbortController();
    const { signal } = controller;
    const call = eb.client().send(new PutEventsCommand({ Entries: [order('o-1')] }), { abortSignal: signal });
    await held.reached();
    expect(held.waiting).toBe(1);
    controller.abort();
    await expect(call).rejects.toThrow('aborted');
    expect(held.waiting).toBe(0);

    const other = eb.hold();
    const reached = other.reached();
    other.remove();
    await expect(reached).rejects.toThrow(
      'hold().reached(): remove() took the hold back before it held a request.',
    );
  });
});

describe('an error of a function of the test is not thrown into the code under test', () => {
  test('the predicate of a fault', async () => {
    const eb = fakeEventBridge();
    eb.failEntry(({ detail }) => (detail as { orders: string[] }).orders.length > 0, 'InternalFailure');
    const { FailedEntryCount } = await sendOrders(eb.client(), 'o-1');

    expect(FailedEntryCount).toBe(0);
    expect(() => eb.assertPublished({ source: 'shop.orders' })).toThrow(
      /^The match of failEntry\(match, "InternalFailure"\) \(declared at test\/engine\/put-events\.test\.ts:\d+:\d+\) threw TypeError: Cannot read properties of undefined/,
    );
  });
});

test('a delay may be 0 milliseconds: its request is answered in a later turn of the event loop', async () => {
  const eb = fakeEventBridge();
  const fault = eb.delay(0);

  await sendOrders(eb.client(), 'o-1');

  expect(fault.used).toBe(1);
  expect(eb.timeline()).toContain('delayed  <- delay(0) at ');
  expect(eb.events).toHaveLength(1);
});
