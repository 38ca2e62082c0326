import { expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import fc from 'fast-check';
import { failure } from '../support/failure';
import { sendOrders } from '../support/story';

/** How many of the matches can be satisfied at once, each by a different event: all ways are tried. */
function mostGranted(wishes: readonly (readonly number[])[], taken: readonly number[] = []): number {
  const [first, ...rest] = wishes;
  if (first === undefined) return 0;
  const without = mostGranted(rest, taken);
  const withOne = first
    .filter((event) => !taken.includes(event))
    .map((event) => 1 + mostGranted(rest, [...taken, event]));
  return Math.max(without, ...withOne);
}

test('as few offers as possible go without an event of their own', async () => {
  const eb = fakeEventBridge();
  const client = eb.client();
  await sendOrders(client, ...Array.from({ length: 5 }, (_, i) => `${i}`));
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1 }), {
        minLength: 1,
        maxLength: 5,
      }),
      (wishes) => {
        const offered = wishes.map(
          (events) => (event: { detail: unknown }) => events.includes(orderOf(event.detail)),
        );
        const missing = wishes.length - mostGranted(wishes);
        const text = missing === 0 ? '' : failure(() => eb.assertNoEventLost(offered));
        if (missing === 0) eb.assertNoEventLost(offered);
        else expect(text).toContain(`but ${missing} ${missing === 1 ? 'was' : 'were'} never sent.`);
      },
    ),
  );
});

function orderOf(detail: unknown): number {
  return Number((detail as { orderId: string }).orderId);
}

test('a long chain of matches gives way, one for the other', async () => {
  const eb = fakeEventBridge();
  const client = eb.client();
  const length = 300;
  for (let first = 0; first < length; first += 10)
    await sendOrders(client, ...Array.from({ length: 10 }, (_, i) => `${first + i}`));

  // Each takes event n, and can do with n + 1; the last comes and wants the first event alone.
  const offered = Array.from({ length: length - 1 }, (_, n) => (event: { detail: unknown }) => {
    const order = orderOf(event.detail);
    return order === n || order === n + 1;
  });
  eb.assertNoEventLost([...offered, (event: { detail: unknown }) => orderOf(event.detail) === 0]);
});
