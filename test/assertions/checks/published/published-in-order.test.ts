import { beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failure, messageOf } from '../../../support/failure';
import { event, send } from '../../failures/given';

const eb = fakeEventBridge();
beforeEach(() => eb.reset());

const placed = { detailType: 'OrderPlaced' };
const paid = { detailType: 'OrderPaid' };

test('nothing was published', () => {
  const text = failure(() => eb.assertPublishedInOrder([placed, paid]));
  expect(text).toContain('Expected 2 events in this order, but nothing was published.');
  expect(text).toContain('No request reached the fake in this test.');
});

test('the first match has no event', async () => {
  await send(eb, event('OrderPaid'));
  expect(failure(() => eb.assertPublishedInOrder([placed, paid]))).toContain(
    'Expected 2 events in this order, but the 1st was not published.',
  );
});

test('one that came earlier', async () => {
  await send(eb, event('OrderPaid'), event('OrderShipped'), event('OrderPlaced'));
  const text = failure(() => eb.assertPublishedInOrder([{ detailType: 'OrderShipped' }, placed, paid]));
  expect(text).toContain('Expected 3 events in this order, but the 3rd does not come after the 2nd.');
  expect(text).toContain('The event was published earlier: eb.events[0] comes before eb.events[2].');
  expect(text).toContain('Both were sent in one request: their order is that of its `Entries`.');
});

test('one that came in an earlier request', async () => {
  await send(eb, event('OrderPaid'));
  await send(eb, event('OrderPlaced'));
  expect(failure(() => eb.assertPublishedInOrder([placed, paid]))).toContain(
    'They were sent in two requests: await the call of the first before you start the next one.',
  );
});

test('one event that matches twice', async () => {
  await send(eb, event('OrderPlaced'), event('OrderPaid'));
  const text = failure(() => eb.assertPublishedInOrder([placed, paid, placed]));
  expect(text).toContain('but the 3rd was not published.');
  expect(text).toContain('each match needs a different event. [one-event-per-match]');
});

test('the later of two events that matches twice', async () => {
  await send(eb, event('OrderPlaced'), event('OrderPaid'));
  expect(failure(() => eb.assertPublishedInOrder([paid, paid]))).toContain(
    'eb.events[1] matches too, but it already satisfies match [0]',
  );
});

test('on one bus, and not in this order', async () => {
  await send(eb, event('OrderPlaced'), event('OrderPaid'));
  expect(failure(() => eb.bus('default').assertPublishedInOrder([paid, placed]))).toContain(
    'Expected 2 events in this order on the bus default, but the 2nd does not come after the 1st.',
  );
});

test('every match is checked, also those behind the one that fails', () => {
  expect(messageOf(() => eb.assertPublishedInOrder([placed, { detailTyp: 'OrderPaid' } as never]))).toMatch(
    /^assertPublishedInOrder: matches\[1\]: an event has no property "detailTyp"\. Did you mean "detailType"\?/,
  );
  expect(messageOf(() => eb.assertPublishedInOrder([]))).toContain('an empty array proves nothing');
  expect(messageOf(() => eb.assertPublishedInOrder(placed as never))).toContain(
    'pass an array of matches, such as',
  );
});

test('an error that is not about the match is passed on as it is', () => {
  const cause = new RangeError('not about the match');
  const match = {
    get detailType(): string {
      throw cause;
    },
  };
  expect(() => eb.assertPublishedInOrder([match])).toThrow(cause);
});
