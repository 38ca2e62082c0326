import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { publish } from './backoff-of-zero';
import { failingText, orders } from './failing-text';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => {
  jest.useFakeTimers();
  eb.reset();
});
afterEach(() => {
  jest.useRealTimers();
  eb.verify();
});
afterAll(() => eb.restore());

test('does not wait before it resends', async () => {
  eb.failEntry('any', 'ThrottlingException');

  const publishing = publish(orders(1));
  // Ten milliseconds on, a publisher with a backoff has not sent anything again.
  await jest.advanceTimersByTimeAsync(10);

  expect(failingText(() => eb.assertBatches([1]))).toBe(
    `eb.assertBatches(sizes)

Expected 1 batch of [1] entries, but received 2 batches of [1, 1] entries.

A batch is the entries of one client.send(new PutEventsCommand({ Entries })). Retries of the SDK do not count.

What happened:
  call 1: 1 entry, failed in part
    request 1: 200, 1 of 1 failed
      Entries[0] OrderPlaced {"orderId":"o-1"}: ThrottlingException
          <- failEntry("any", "ThrottlingException") at examples/defects/backoff-of-zero.test.ts
  call 2: 1 entry, succeeded
    request 2: 200
      Entries[0] OrderPlaced {"orderId":"o-1"}: accepted as eb820564…`,
  );
  await publishing;
});
