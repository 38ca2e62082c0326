import { beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { failure } from '../support/failure';
import { sendOrders } from '../support/story';

const eb = fakeEventBridge();
const client = eb.client();
beforeEach(() => eb.reset());

test('so many entries in each call; what the SDK repeats counts once', async () => {
  eb.failRequest('InternalException').times(2);
  await sendOrders(client, 'o-1', 'o-2');
  await sendOrders(client, 'o-3');

  expect(eb).toHaveSentBatches([2, 1]);
  expect(eb).not.toHaveSentBatches([1, 2]);
  eb.assertBatches([2, 1]);
});

test('other batches than meant', async () => {
  await sendOrders(client, 'o-1');

  expect(failure(() => eb.assertBatches([10, 5]))).toBe(
    `eb.assertBatches(sizes)

Expected 2 calls of [10, 5] entries, but there was 1 call of [1] entries.

A call is one client.send(new PutEventsCommand({ Entries })); what the SDK repeats within it counts once.

What happened:
  call 1: 1 entry, succeeded
    request 1: 200
         1. OrderPlaced {"orderId":"o-1"}: accepted as eb820564…`,
  );
  expect(failure(() => expect(eb).not.toHaveSentBatches([1]))).toContain(
    'Expected calls of other sizes than [1], but there was 1 call of [1] entries.',
  );
});

test('no call at all', () => {
  expect(eb).toHaveSentBatches([]);
  expect(failure(() => expect(eb).toHaveSentBatches([1]))).toContain(
    'Expected 1 call of [1] entries, but there was no call.',
  );
});

test.each([
  [10, 'not 10'],
  [[10, '5'], 'not "5"'],
  [[-1], 'not -1'],
])('%j is wrong use', (sizes, said) => {
  expect(failure(() => eb.assertBatches(sizes as never))).toBe(
    `assertBatches: give the number of entries of each call, such as [10, 5], ${said}.`,
  );
});
