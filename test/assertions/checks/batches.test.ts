import { beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { failure } from '../../support/failure';
import { sendOrders } from '../../support/story';
import { order, send } from '../failures/given';

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

Expected 2 batches of [10, 5] entries, but received 1 batch of [1] entries.

A batch is the entries of one client.send(new PutEventsCommand({ Entries })). Retries of the SDK do not count.

What happened:
  call 1: 1 entry, succeeded
    request 1: 200
      Entries[0] OrderPlaced {"orderId":"o-1"}: accepted as eb820564…`,
  );
  expect(failure(() => expect(eb).not.toHaveSentBatches([1]))).toContain(
    'Expected the batches not to be [1], but they are.',
  );
});

test('no call at all', () => {
  expect(eb).toHaveSentBatches([]);
  expect(failure(() => expect(eb).toHaveSentBatches([1]))).toContain(
    'Expected 1 batch of [1] entries, but received no batches.',
  );
});

test.each([
  [10, 'not 10'],
  [[10, '5'], 'not "5"'],
  [[-1], 'not -1'],
])('%j is wrong use', (sizes, said) => {
  expect(failure(() => eb.assertBatches(sizes as never))).toBe(
    `assertBatches: pass the number of entries of each call, such as [10, 5], ${said}.`,
  );
});

test('the first 20 sizes are listed', async () => {
  for (let n = 0; n < 20; n++) await send(eb, order(`o-${n}`));
  const ones = Array.from({ length: 20 }, () => '1').join(', ');
  expect(failure(() => eb.assertBatches([1]))).toContain(
    `Expected 1 batch of [1] entries, but received 20 batches of [${ones}] entries.`,
  );
  await send(eb, order('o-20'));
  expect(failure(() => eb.assertBatches([1]))).toContain(`but received 21 batches of [${ones}, …] entries.`);
});

test('a size of 0 is a batch that had no entries', async () => {
  await send(eb);
  eb.assertBatches([0]);
  expect(failure(() => eb.assertBatches([]))).toContain(
    'Expected no batches, but received 1 batch of [0] entries.',
  );
});

test('attempts of one call count once', async () => {
  eb.failRequest('InternalException').times(2);
  await send(eb, order('o-1'), order('o-2'));
  eb.assertBatches([2]);
});

test.each([
  [5, '5'],
  [[1, -1], '-1'],
  [[1.5, 'x'], '1.5'],
  [[1, '2'], '"2"'],
])('%j are not sizes', (sizes, shown) => {
  expect(failure(() => eb.assertBatches(sizes as never))).toContain(
    `assertBatches: pass the number of entries of each call, such as [10, 5], not ${shown}.`,
  );
});

test('the timeline is shown, and not why an event was lost', async () => {
  const fake = fakeEventBridge();
  fake.failEntry('any', 'ThrottlingException');
  await send(fake, order('o-1'));
  const text = failure(() => fake.assertBatches([2]));
  expect(text).toContain('What happened:\n  call 1: 1 entry, failed in part');
  expect(text).not.toContain('your code did not resend');
});
