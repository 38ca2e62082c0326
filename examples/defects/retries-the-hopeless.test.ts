import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failingText, orders } from './failing-text';
import { publish } from './retries-the-hopeless';

const eb = fakeEventBridge();
eb.install(EventBridgeClient);
beforeEach(() => eb.reset());
afterEach(() => eb.verify());
afterAll(() => eb.restore());

test('sends what can never succeed eight times', async () => {
  eb.failEntry({ detail: { orderId: 'o-2' } }, 'MalformedDetail').always();

  await expect(publish(orders(3))).rejects.toThrow('1 entries failed');

  expect(failingText(() => eb.assertBatches([3]))).toBe(
    `eb.assertBatches(sizes)

Expected 1 batch of [3] entries, but received 8 batches of [3, 1, 1, 1, 1, 1, 1, 1] entries.

A batch is the entries of one client.send(new PutEventsCommand({ Entries })). Retries of the SDK do not count.

What happened:
  call 1: 3 entries, failed in part
    request 1: 200, 1 of 3 failed
      Entries[0] OrderPlaced {"orderId":"o-1"}: accepted as eb820564…
      Entries[1] OrderPlaced {"orderId":"o-2"}: MalformedDetail
          <- failEntry(match, "MalformedDetail") at examples/defects/retries-the-hopeless.test.ts
      Entries[2] OrderPlaced {"orderId":"o-3"}: accepted as 86bc1779…
  call 2: 1 entry, failed in part
    request 2: 200, 1 of 1 failed
      Entries[0] OrderPlaced {"orderId":"o-2"}: MalformedDetail
          <- failEntry(match, "MalformedDetail") at examples/defects/retries-the-hopeless.test.ts
  call 3: 1 entry, failed in part
    request 3: 200, 1 of 1 failed
      Entries[0] OrderPlaced {"orderId":"o-2"}: MalformedDetail
          <- failEntry(match, "MalformedDetail") at examples/defects/retries-the-hopeless.test.ts
  call 4: 1 entry, failed in part
    request 4: 200, 1 of 1 failed
      Entries[0] OrderPlaced {"orderId":"o-2"}: MalformedDetail
          <- failEntry(match, "MalformedDetail") at examples/defects/retries-the-hopeless.test.ts
  call 5: 1 entry, failed in part
    request 5: 200, 1 of 1 failed
    …
  … 3 calls not shown: console.log(eb.timeline())`,
  );
});
