import { beforeEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { failure } from '../../support/failure';
import { event, order, send } from '../failures/given';

const eb = fakeEventBridge();
beforeEach(() => eb.reset());

describe('an event that should not be there', () => {
  test.each([
    [['o-1'], 'the only published event does'],
    [['o-1', 'o-2'], 'all 2 published events do'],
  ])('%j: %s', async (ids, words) => {
    await send(eb, ...ids.map((id) => order(id)));
    expect(failure(() => eb.assertNotPublished({ detailType: 'OrderPlaced' }))).toContain(
      `Expected no event to match, but ${words}.`,
    );
  });

  test.each([
    [1, '1 of the 3 published events does'],
    [2, '2 of the 3 published events do'],
  ])('%d of three', async (matching, words) => {
    const types = ['OrderPaid', 'OrderPaid', 'OrderPaid'].fill('OrderPlaced', 0, matching);
    await send(eb, ...types.map((type) => event(type)));
    expect(failure(() => eb.assertNotPublished({ detailType: 'OrderPlaced' }))).toContain(
      `Expected no event to match, but ${words}.`,
    );
  });
});

describe('a number of matching events', () => {
  test('fewer, and every event matches: the timeline is the next step', async () => {
    await send(eb, order('o-1'));
    const text = failure(() => eb.assertPublished({ detailType: 'OrderPlaced' }, { times: 2 }));
    expect(text).toContain('Expected 2 events to match, but 1 does.');
    expect(text).toContain('console.log(eb.timeline())');
    expect(text).not.toContain('Received, not matching');
  });

  test('fewer, and others do not match: the nearest of them are shown', async () => {
    await send(eb, order('o-1'), order('o-2', { total: 2 }));
    const text = failure(() => eb.assertPublished({ detail: { orderId: 'o-2', total: 2 } }, { times: 2 }));
    expect(text).toContain('Expected 2 events to match, but 1 does.');
    expect(text).toContain('Received, not matching, the nearest:');
    expect(text).not.toContain('console.log(eb.timeline())');
  });

  test('another number than the one', async () => {
    await send(eb, order('o-1'));
    expect(failure(() => expect(eb).not.toHavePublishedTimes({ detailType: 'OrderPlaced' }, 1))).toContain(
      'Expected a number of matching events other than 1, but received 1.',
    );
    expect(failure(() => expect(eb).not.toHavePublishedTimes({ detailType: 'OrderPaid' }, 0))).toContain(
      'Expected a number of matching events other than 0, but received 0.',
    );
  });
});

describe('a number of events, whatever they are', () => {
  test('nothing was published', () => {
    const text = failure(() => expect(eb).toHavePublishedTimes(2));
    expect(text).toContain('Expected 2 events to be published, but nothing was published.');
    expect(text).toContain('No request reached the fake.');
  });

  test('one, and several', async () => {
    await send(eb, order('o-1'));
    expect(failure(() => expect(eb).toHavePublishedTimes(2))).toContain(
      'Expected 2 events to be published, but 1 was.',
    );
    await send(eb, order('o-2'), order('o-3'));
    const text = failure(() => expect(eb).toHavePublishedTimes(1));
    expect(text).toContain('Expected 1 event to be published, but 3 were.');
    expect(text).toContain('eb.events[2]');
  });

  test('the same number, and another was expected', async () => {
    await send(eb, order('o-1'), order('o-2'));
    const text = failure(() => expect(eb).not.toHavePublishedTimes(2));
    expect(text).toContain('Expected a number of published events other than 2, but received 2.');
    expect(text).toContain('eb.events[1]');
    expect(() => expect(eb).not.toHavePublishedTimes(3)).not.toThrow();
  });

  test('on one bus', async () => {
    await send(eb, order('o-1', {}, { EventBusName: 'orders' }));
    expect(failure(() => expect(eb.bus('orders')).toHavePublishedTimes(2))).toContain(
      'Expected 2 events to be published on the bus orders, but 1 was.',
    );
    expect(failure(() => expect(eb.bus('orders')).not.toHavePublishedTimes(1))).toContain(
      'Expected a number of published events on the bus orders other than 1, but received 1.',
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
