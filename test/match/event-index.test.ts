import { afterEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failure } from '../support/failure';
import { entry, put } from '../support/put-events';

const eb = fakeEventBridge();
afterEach(() => eb.reset());

describe('very many matches and events', () => {
  const ids = Array.from({ length: 110 }, (_, n) => `o-${n}`);

  test('are compared where they have no value in common', async () => {
    for (let first = 0; first < ids.length; first += 10)
      await put(
        eb,
        ...ids
          .slice(first, first + 10)
          .map((orderId, n) => entry({ Detail: JSON.stringify({ orderId, list: [{ n: first + n }] }) })),
      );
    eb.assertPublishedExactly(ids.map((orderId) => ({ detail: { orderId } })));
    eb.assertPublishedExactly(ids.map((_, n) => ({ detail: { list: [{ n }] } })));
    eb.assertPublishedExactly(ids.map(() => ({ detail: { orderId: /^o-/ } })));
    const wrong = ids.map((orderId) => ({ detail: { orderId } }));
    wrong[50] = { detail: { orderId: 'o-51' } };
    expect(failure(() => eb.assertPublishedExactly(wrong))).toContain(
      'Expected exactly 110 events, but 1 of them is missing, and 1 other event was published.',
    );
    wrong[50] = { detail: { orderId: 'nowhere' } };
    expect(failure(() => eb.assertPublishedExactly(wrong))).toContain('1 of them is missing');
  });
});
