import { beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failure } from '../../support/failure';
import { order, send } from '../failures/given';

const eb = fakeEventBridge();
beforeEach(() => eb.reset());

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
