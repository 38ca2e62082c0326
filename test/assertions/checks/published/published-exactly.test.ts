import { beforeEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { failure } from '../../../support/failure';
import { event, order, send } from '../../failures/given';

const eb = fakeEventBridge();
beforeEach(() => eb.reset());

const withId = (orderId: string) => ({ detail: { orderId } });

describe('what is wrong', () => {
  test('several are missing, and nothing else came', () => {
    const text = failure(() => eb.assertPublishedExactly([withId('o-1'), withId('o-2')]));
    expect(text).toContain('Expected exactly 2 events, but both are missing.');
    expect(text).toContain('not published');
  });

  test('one is missing, and nothing else came', async () => {
    await send(eb, order('o-1'));
    const text = failure(() => eb.assertPublishedExactly([withId('o-1'), withId('o-2')]));
    expect(text).toContain('Expected exactly 2 events, but 1 of them is missing.');
    expect(text).toContain('eb.events[0]');
    expect(text).toContain('detail.orderId: expected "o-2", received "o-1"');
  });

  test('one is missing, and another came', async () => {
    await send(eb, order('o-1'), event('OrderPaid', 'o-9'));
    expect(failure(() => eb.assertPublishedExactly([withId('o-1'), withId('o-2')]))).toContain(
      'Expected exactly 2 events, but 1 of them is missing, and 1 other event was published.',
    );
  });

  test('one is missing, and others came', async () => {
    await send(eb, event('OrderPaid', 'o-8'), event('OrderPaid', 'o-9'));
    expect(failure(() => eb.assertPublishedExactly([withId('o-1')]))).toContain(
      'Expected exactly 1 event, but it is missing, and 2 other events were published.',
    );
  });

  test('a match that is not one: which, and nothing more', () => {
    expect(failure(() => eb.assertPublishedExactly([5 as never]))).toMatch(/matches\[0\]: .*not 5\.$/);
  });

  test('none is missing, and others came', async () => {
    await send(eb, order('o-1'), event('OrderPaid', 'o-9'), event('OrderPaid', 'o-8'));
    const text = failure(() => eb.assertPublishedExactly([withId('o-1')]));
    expect(text).toContain('Expected exactly 1 event, but 3 events were published.');
    expect(text).toContain(
      'Add matches for the other events, or use toHavePublished for the events that matter.',
    );
  });

  test('an expected event came twice: who resent it', async () => {
    await send(eb, order('o-1'));
    await send(eb, order('o-1'));
    const text = failure(() => eb.assertPublishedExactly([withId('o-1')]));
    expect(text).toContain('Expected exactly 1 event, but 2 events were published.');
    expect(text).toContain(
      'your code sent it twice, in requests 1 and 2, although nothing had failed. [sent-twice]',
    );
    expect(text).not.toContain('Add matches');

    await send(eb, event('OrderPaid', 'o-9'));
    expect(failure(() => eb.assertPublishedExactly([withId('o-1')]))).toContain(
      'eb.events[0] and eb.events[1] are one event, published twice',
    );
  });

  test('nothing should have come', async () => {
    await send(eb, order('o-1'));
    expect(failure(() => eb.assertPublishedExactly([]))).toContain(
      'Expected no events, but 1 event was published.',
    );
    await send(eb, order('o-2'));
    expect(failure(() => eb.assertPublishedExactly([]))).toContain(
      'Expected no events, but 2 events were published.',
    );
  });
});

test('each match takes a different event, so that most of the others have one', async () => {
  await send(eb, order('o-1'), order('o-2'));
  eb.assertPublishedExactly([{ detailType: 'OrderPlaced' }, withId('o-1')]);
  eb.assertPublishedExactly([withId('o-2'), { detailType: 'OrderPlaced' }]);
});
