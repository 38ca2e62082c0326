import { expect, test } from '@jest/globals';
import { fakeEventBridge, serializer } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { entry, put } from '../support/put-events';

test('an event is printed as a person would write it', async () => {
  const eb = fakeEventBridge();
  await put(
    eb,
    entry(),
    entry({
      Detail: JSON.stringify({
        orderId: 'o-2',
        items: Array.from({ length: 6 }, (_, n) => ({ sku: `sku-${n}`, n })),
      }),
      EventBusName: 'orders',
      Resources: ['arn:aws:s3:::orders'],
      Time: new Date('2026-01-02T03:04:05Z'),
    }),
  );

  expect(eb.events).toMatchInlineSnapshot(`
[
  {
    source: "shop.orders",
    detailType: "OrderPlaced",
    detail: { orderId: "o-1" },
  },
  {
    source: "shop.orders",
    detailType: "OrderPlaced",
    detail: {
      orderId: "o-2",
      items: [
        { sku: "sku-0", n: 0 },
        { sku: "sku-1", n: 1 },
        { sku: "sku-2", n: 2 },
        { sku: "sku-3", n: 3 },
        { sku: "sku-4", n: 4 },
        { sku: "sku-5", n: 5 },
      ],
    },
    bus: "orders",
    resources: ["arn:aws:s3:::orders"],
    time: "2026-01-02T03:04:05Z",
  },
]
`);
  expect({ published: eb.events.slice(0, 1) }).toMatchInlineSnapshot(`
{
  "published": [
    {
      source: "shop.orders",
      detailType: "OrderPlaced",
      detail: { orderId: "o-1" },
    },
  ],
}
`);
});

test('the same publisher makes the same snapshot, whenever it runs', async () => {
  const run = async () => {
    const eb = fakeEventBridge({ clock: () => new Date('2026-01-02T03:04:05Z') });
    await put(eb, entry(), entry({ Detail: '{"orderId":"o-2"}' }));
    eb.reset();
    await put(eb, entry(), entry({ Detail: '{"orderId":"o-2"}' }));
    return eb.events;
  };

  // Without the serializer too: ids come from the seed, times from the clock, the order is that of the entries.
  expect(await run()).toEqual(await run());
});

test('what is left out can be asked for', async () => {
  const eb = fakeEventBridge({ clock: () => new Date('2026-01-02T03:04:05Z') });
  await put(eb, entry());

  expect(eb.events.map(({ id, time }) => ({ id, time }))).toMatchInlineSnapshot(`
[
  {
    "id": "eb820564-95e4-9474-2f10-5e318dcec240",
    "time": "2026-01-02T03:04:05Z",
  },
]
`);
});

test('an event of another copy of the package is one, a match and an envelope are none', async () => {
  const eb = fakeEventBridge();
  await put(eb, entry());

  expect(serializer.test(eb.events[0])).toBe(true);
  expect(serializer.test({ ...eb.events[0] })).toBe(true);
  for (const other of [undefined, null, 'text', [], eb.events, { detailType: 'a' }, eb.events[0]?.envelope]) {
    expect(serializer.test(other)).toBe(false);
  }
});
