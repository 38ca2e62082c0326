import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fakeEventBridge } from '../../../src/index.js';
import '../../../src/runners/vitest.js';
import { uncoloured } from '../../support/failure.js';
import { after, byMatcher, failures, readTexts, settled } from './failing-texts.js';
import { order, send } from './given.js';

const pinned = readTexts(join(import.meta.dirname, 'texts.txt'));

for (const pinnedFailure of failures) {
  const { name, assertion, failure } = pinnedFailure;
  if (assertion.matcher === undefined) continue;
  test(name, async () => {
    const { subject } = await after(pinnedFailure);
    const text = byMatcher(pinnedFailure, failure.not ? expect(subject).not : expect(subject));
    expect(settled(text)).toBe(pinned.get(name));
    // Coloured where Vitest colours, and nowhere else.
    expect(text !== uncoloured(text)).toBe(process.env['FORCE_COLOR'] === '1');
  });
}

test('events are printed in snapshots as in Jest', async () => {
  const eb = fakeEventBridge();
  await send(eb, order('o-1', { total: 1 }, { EventBusName: 'orders' }));
  expect(eb.events).toMatchInlineSnapshot(`
[
  {
    source: "shop.orders",
    detailType: "OrderPlaced",
    detail: { orderId: "o-1", total: 1 },
    bus: "orders",
  },
]
`);
});
