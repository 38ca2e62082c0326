import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { failure } from '../../support/failure';
import { order, sendOrders } from '../../support/story';

const eb = fakeEventBridge();
const client = eb.client();
afterEach(async () => {
  await eb.settled();
  eb.reset();
});

const start = (...ids: string[]) =>
  void client.send(new PutEventsCommand({ Entries: ids.map((id) => order(id)) }));

const cause = `1 call of client.send had not finished when the assertion ran. [unfinished-call]
Await the function that publishes, or wait for it with await eb.settled().`;

describe('a call has started, and its request has not arrived', () => {
  test.each<[string, () => void]>([
    ['toHavePublished', () => expect(eb).toHavePublished({ detailType: 'OrderPlaced' })],
    ['toHavePublishedTimes', () => expect(eb).toHavePublishedTimes(1)],
    ['toHavePublishedExactly', () => expect(eb).toHavePublishedExactly([{ detailType: 'OrderPlaced' }])],
    ['toHavePublishedInOrder', () => expect(eb).toHavePublishedInOrder([{ detailType: 'OrderPlaced' }])],
    ['not.toHavePublishedNothing', () => expect(eb).not.toHavePublishedNothing()],
    ['toHaveSentBatches', () => expect(eb).toHaveSentBatches([1])],
    ['toHaveLostNoEvents of a number', () => expect(eb).toHaveLostNoEvents(1)],
    ['toHaveLostNoEvents of matches', () => expect(eb).toHaveLostNoEvents([{ detailType: 'OrderPlaced' }])],
  ])('%s', (_, assertion) => {
    start('o-1');
    const text = failure(assertion);
    expect(text).toContain(cause);
    expect(text).not.toMatch(/\[(no-request|never-sent)\]/);
  });

  test('two of them are counted', () => {
    start('o-1');
    start('o-2');
    expect(failure(() => expect(eb).toHaveLostNoEvents(2))).toContain(
      '2 calls of client.send had not finished when the assertion ran. [unfinished-call]',
    );
  });

  test('after another one that has finished', async () => {
    await sendOrders(client, 'o-1');
    start('o-2');
    const text = failure(() => expect(eb).toHavePublished({ detail: { orderId: 'o-2' } }));
    expect(text).toContain(cause);
    expect(text).toContain('detail.orderId: expected "o-2", received "o-1"');
    expect(failure(() => expect(eb).toHaveLostNoEvents(2))).toContain(cause);
    expect(failure(() => expect(eb).toHavePublishedTimes({ detailType: 'OrderPlaced' }, 2))).toContain(cause);
    expect(failure(() => expect(eb).toHavePublishedTimes(2))).toContain(cause);
  });

  test('verify() does not report it again after the assertion', () => {
    start('o-1');
    failure(() => expect(eb).toHavePublished({ detailType: 'OrderPlaced' }));
    eb.verify();
  });
});

test('a request is held, and the assertion looks for another event', async () => {
  const held = eb.hold();
  start('o-1');
  await held.reached();
  const text = failure(() => expect(eb).toHavePublished({ detail: { orderId: 'o-2' } }));
  held.release();
  expect(text).toContain(cause);
});

test('no call has started: no call is unfinished', () => {
  expect(failure(() => expect(eb).toHaveLostNoEvents(1))).toContain('[never-sent]');
});
