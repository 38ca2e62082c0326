import { expect, test } from '@jest/globals';
import { type EventPattern, fakeEventBridge, type JsonObject, matches, pattern } from 'fake-eventbridge';

// What does not compile is checked by `npm run types`; at run time these only have to be there.
interface Order {
  orderId: string;
  total: number;
  state: 'open' | 'done' | null;
  note?: string | undefined;
  items: { sku: string; tags: string[][] }[];
  customer: { id: string } | null;
  extra: unknown;
}
interface Events {
  OrderPlaced: Order;
  OrderPaid: { orderId: string; method: 'card' | 'cash' };
}

const compiles = (...patterns: EventPattern<Order>[]) => {
  for (const good of patterns) expect(() => pattern(good)).not.toThrow();
};

test('a pattern with the type of the detail', () => {
  compiles(
    { source: ['shop'], detail: { total: [{ numeric: ['>', 1] }], items: { sku: [{ prefix: 'a' }] } } },
    { detail: { $or: [{ orderId: ['a'] }, { total: [1, { 'anything-but': [2, 3] }] }] } },
    { $or: [{ source: ['a'] }, { detail: { state: ['open'] } }] },
    { detail: { state: ['open', null, { exists: false }], note: [{ exists: false }, 'x'] } },
    { detail: { items: { tags: ['x'] }, customer: { id: ['c'] } } },
    { detail: { customer: [null], items: [{ exists: false }] } },
    { detail: { extra: ['x', 1, null], resources: undefined } as never },
    { detail: { extra: { deep: [{ wildcard: 'a*' }] } }, resources: [{ suffix: ':x' }] },
  );
});

test('what does not compile, with the type of the detail', () => {
  const wrong: EventPattern<Order>[] = [
    // @ts-expect-error a total is a number, and numbers have no prefix
    { detail: { total: [{ prefix: 'a' }] } },
    // @ts-expect-error a total is not a string
    { detail: { total: ['4200'] } },
    // @ts-expect-error there is no such field
    { detail: { totl: [1] } },
    // @ts-expect-error there is no such state
    { detail: { state: ['opened'] } },
    // @ts-expect-error an order id is never null
    { detail: { orderId: [null] } },
    // @ts-expect-error values must be in arrays
    { source: 'shop' },
    // @ts-expect-error an object has no values of its own
    { detail: { items: ['a'] } },
    // @ts-expect-error there is no such operator
    { detail: { orderId: [{ startsWith: 'a' }] } },
    // @ts-expect-error a range begins with its lower end
    { detail: { total: [{ numeric: ['<', 1, '>', 2] }] } },
    // @ts-expect-error texts and numbers cannot be excluded together
    { detail: { orderId: [{ 'anything-but': ['a', 1] }] } },
    // @ts-expect-error branches have the fields of the detail
    { detail: { $or: [{ totl: [1] }, { total: [1] }] } },
  ];
  expect(wrong).toHaveLength(11);
});

test('a pattern of which nothing is known', () => {
  const imported = { a: [{ numeric: ['>', 1] as (string | number)[] }] };
  expect(matches(imported, { a: 2 })).toBe(true);
  const good: EventPattern[] = [
    {
      a: [
        'x',
        1,
        true,
        null,
        { prefix: { 'equals-ignore-case': 'x' } },
        { 'anything-but': { wildcard: '*' } },
      ],
    },
    { $or: [{ a: ['x'] }, { b: { c: [{ exists: true }] } }], 'd.e': [{ cidr: '::/0' }] },
  ];
  for (const one of good) expect(() => pattern(one)).not.toThrow();
  const wrong: EventPattern[] = [
    // @ts-expect-error there is no such operator
    { a: [{ PREFIX: 'x' }] },
    // @ts-expect-error a prefix is a string
    { a: [{ prefix: 1 }] },
    // @ts-expect-error exists is true or false
    { a: [{ exists: 'yes' }] },
    // @ts-expect-error values must be in arrays
    { a: 'x' },
    // @ts-expect-error arrays must not be in arrays
    { a: [['x']] },
  ];
  for (const one of wrong) expect(() => pattern(one)).toThrow('Event pattern is not valid. Reason: ');
});

test('a detail of which only JSON is known', () => {
  const any: EventPattern<JsonObject> = { detail: { a: ['x', 1], b: { c: [null] } } };
  expect(matches(any, { detail: { a: 1, b: { c: null } } })).toBe(true);
});

test('rules of a fake with a catalog', () => {
  const eb = fakeEventBridge<Events>();
  eb.rule('placed', { 'detail-type': ['OrderPlaced'], detail: { total: [{ numeric: ['>', 100] }] } });
  eb.rule('both', { source: [{ prefix: 'shop.' }], detail: { orderId: [{ exists: true }] } });
  eb.rule('of-several', { 'detail-type': ['OrderPlaced', 'OrderPaid'] });
  eb.rule('text', '{"detail":{"anything":[1]}}');
  // @ts-expect-error an OrderPaid has no total
  eb.rule('wrong-field', { 'detail-type': ['OrderPaid'], detail: { total: [1] } });
  // @ts-expect-error there is no such detail type
  eb.rule('wrong-type', { 'detail-type': ['OrderPlcaed'] });
  fakeEventBridge().rule('no-catalog', { detail: { anything: [1] } });
  expect(eb.ruleCoverage()).toHaveLength(6);
});
