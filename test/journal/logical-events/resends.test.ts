import { beforeEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failure } from '../../support/failure';
import { entry } from '../../support/put-events';
import { order, sendOrders, statuses } from '../../support/story';

const eb = fakeEventBridge();
const client = eb.client();
const sendsOnce = eb.client({ maxAttempts: 1 });
beforeEach(() => eb.reset());

/** For each duplicate, the requests that sent it and its index in each. */
const sent = () =>
  eb
    .duplicates()
    .map(({ sendings }) => sendings.map(({ request, index }) => `${request}:${index}`).join(' '));

describe('of several equal events, a later request resends', () => {
  test('the one whose response was lost before the one that the publisher knows to be accepted', async () => {
    await sendOrders(sendsOnce, 'o-1');
    eb.loseResponse();
    await sendOrders(sendsOnce, 'o-1', 'o-1');
    await sendOrders(sendsOnce, 'o-1');
    expect(sent()).toEqual(['1:0 2:0', '2:1 3:0']);

    await sendOrders(sendsOnce, 'o-1', 'o-1', 'o-1');
    expect(sent()).toEqual(['1:0 2:0 4:0', '2:1 3:0 4:1']);
  });

  test('each once, however often it was accepted before', async () => {
    await sendOrders(client, 'o-1');
    await sendOrders(client, 'o-1');
    await sendOrders(client, 'o-1', 'o-1');
    expect(sent()).toEqual(['1:0 2:0 3:0']);
  });

  test('the one that failed before the one whose response was lost, although that was sent first', async () => {
    eb.loseResponse();
    await sendOrders(sendsOnce, 'o-1');
    eb.failCall('InternalException');
    await sendOrders(sendsOnce, 'o-1', 'o-1');
    await sendOrders(sendsOnce, 'o-1');
    expect(eb.unsettled()).toEqual([]);
    expect(eb.duplicates()).toEqual([]);
  });

  test('the one that was rejected, and later both', async () => {
    eb.failEntry(1, 'ThrottlingException');
    await sendOrders(client, 'o-1', 'o-1');
    await sendOrders(client, 'o-1');
    await sendOrders(client, 'o-1', 'o-1');
    expect(sent()).toEqual(['1:0 3:0', '1:1 2:0 3:1']);
  });

  test('and a retry of the SDK the same ones in the same order', async () => {
    await sendOrders(client, 'o-1');
    eb.failRequest('InternalException');
    await sendOrders(client, 'o-1', 'o-1');
    expect(sent()).toEqual(['1:0 2:0 3:0']);
  });
});

test('duplicates come in the order in which they were sent first', async () => {
  await sendOrders(client, 'o-1', 'o-2');
  await sendOrders(client, 'o-3');
  await sendOrders(client, 'o-2', 'o-3', 'o-1');
  expect(eb.duplicates().map((duplicate) => duplicate.entry)).toEqual(
    ['o-1', 'o-2', 'o-3'].map((id) => order(id)),
  );
});

describe('duplicates by a key of your own', () => {
  test('have a string or a number in common, and leave out what was rejected', async () => {
    const byNumber = () => eb.duplicates(({ detail }) => detail['n'] as number);
    const numbered = (n: number, a = 'x') => entry({ Detail: JSON.stringify({ n, a }) });
    eb.failEntry(0, 'ThrottlingException');
    await sendOrders(client, numbered(1));
    await sendOrders(client, numbered(1), numbered(2));
    expect(byNumber()).toEqual([]);
    await sendOrders(client, numbered(2, 'y'));
    expect(byNumber().map(({ events }) => events.length)).toEqual([2]);
  });
});

describe('one event', () => {
  test('is what was sent to one bus by its ARN, from whatever region', async () => {
    const EventBusName = 'arn:aws:events:us-east-1:210987654321:event-bus/orders';
    for (const region of ['eu-west-1', 'eu-west-2'])
      await sendOrders(eb.client({ region }), order('o-1', { EventBusName }));
    expect(eb.duplicates()).toHaveLength(1);
  });

  test('may have no detail', async () => {
    const { Detail: _, ...withoutDetail } = order('o-1');
    await sendOrders(client, withoutDetail);
    await sendOrders(client, withoutDetail);
    expect(eb.unsettled().map(({ sendings }) => sendings.length)).toEqual([2]);
  });

  test('is pending as long as its request has no response', async () => {
    const held = eb.hold();
    const sending = sendOrders(client, 'o-1');
    await held.reached();
    // Decided, and not known to the client yet.
    expect(statuses(eb)).toEqual(['o-1: pending in 1']);
    expect(eb.unsettled()[0]?.sendings).toStrictEqual([
      { call: 1, attempt: 1, request: 1, index: 0, status: 'pending', answered: false },
    ]);
    held.release();
    await sending;
    expect(eb.unsettled()).toEqual([]);
  });
});

test('identify must return a string for an entry without a source, too', async () => {
  const own = fakeEventBridge({ identify: (() => 5) as never });
  const { Source: _, ...withoutSource } = order('o-1');
  await sendOrders(own.client(), withoutSource);
  expect(failure(() => own.unsettled())).toContain('For an entry from (no source) it returned 5.');
});
