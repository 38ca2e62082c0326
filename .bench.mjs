import { explain, matches, pattern } from 'fake-eventbridge';
import siftModule from 'sift';
import { race } from './bench/measure.mjs';

const sift = siftModule.default ?? siftModule;
const env = (detail) => ({
  version: '0',
  id: 'f281be04-ef2b-3074-00a3-a077ea4aa499',
  'detail-type': 'OrderPlaced',
  source: 'shop.orders',
  account: '123456789012',
  time: '2026-01-01T00:00:00Z',
  region: 'us-east-1',
  resources: [],
  detail,
});
const asked = JSON.stringify({
  source: ['shop.orders'],
  'detail-type': ['OrderPlaced'],
  detail: { total: [{ numeric: ['>', 100] }] },
});
const rnd = (() => {
  let s = 1;
  return () => (s = (s * 16807) % 2147483647) / 2147483647;
})();
const classes = {
  small400: env({
    orderId: 'o-1',
    total: 150,
    currency: 'EUR',
    items: [
      { sku: 'a', n: 1 },
      { sku: 'b', n: 2 },
    ],
    note: 'x'.repeat(100),
  }),
  order2k: env({
    orderId: 'o-1',
    total: 150,
    currency: 'EUR',
    customer: {
      id: 'c-1',
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      address: { street: '12 St James Square', city: 'London', zip: 'SW1Y 4JH', country: 'GB' },
    },
    items: Array.from({ length: 15 }, (_, i) => ({
      sku: `sku-${i}-abcdef`,
      quantity: i,
      price: i * 3.99,
      title: `Product number ${i}`,
    })),
  }),
  numbers: env({ total: 150, values: Array.from({ length: 500 }, () => Math.floor(rnd() * 1e6) / 100) }),
  ints: env({ total: 150, values: Array.from({ length: 500 }, () => Math.floor(rnd() * 1000)) }),
  manykeys: env({
    total: 150,
    ...Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`key${i}`, i % 3 ? `value ${i}` : i])),
  }),
  deep: env({ total: 150, deep: Array.from({ length: 100 }).reduce((v) => ({ v }), 1) }),
  bools: env({ total: 150, flags: Array.from({ length: 500 }, (_, i) => [true, false, null][i % 3]) }),
  strings: env({ total: 150, tags: Array.from({ length: 300 }, (_, i) => `some tag with words ${i}`) }),
  midstrings: env({
    total: 150,
    tags: Array.from({ length: 100 }, (_, i) => `some longer text with words ${i} `.repeat(3)),
  }),
  escaped: env({
    total: 150,
    inner: JSON.stringify(Array.from({ length: 30 }, (_, i) => ({ sku: `a${i}`, n: i }))),
  }),
  long10k: env({ total: 150, note: 'x'.repeat(10240) }),
  long10kEscaped: env({
    total: 150,
    note: 'a line of log text, about sixty characters long, more or less\n'.repeat(165),
  }),
  long10kUnicode: env({ total: 150, note: 'zażółć gęślą jaźń '.repeat(570) }),
  long100k: env({ total: 150, note: 'x'.repeat(102400) }),
};
const only = process.argv[2];
for (const [name, event] of Object.entries(classes)) {
  if (only && !name.includes(only)) continue;
  const text = JSON.stringify(event);
  const pretty = JSON.stringify(event, null, 2);
  const ops = Math.max(20, Math.floor(3e5 / text.length));
  const times = await race(
    {
      parse: () => JSON.parse(text),
      ours: () => {
        if (!matches(asked, text)) throw 1;
      },
      parseP: () => JSON.parse(pretty),
      oursP: () => {
        if (!matches(asked, pretty)) throw 1;
      },
    },
    { rounds: 31, operations: ops, isSync: true },
  );
  const m = Object.fromEntries(Object.entries(times).map(([k, v]) => [k, Math.min(...v)]));
  console.log(
    name.padEnd(16),
    String(text.length).padStart(7),
    'parse',
    m.parse.toFixed(2),
    'ours',
    m.ours.toFixed(2),
    'ratio',
    (m.parse / m.ours).toFixed(2),
    'pretty',
    (m.parseP / m.oursP).toFixed(2),
  );
}
