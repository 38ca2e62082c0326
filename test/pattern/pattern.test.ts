import { describe, expect, test } from '@jest/globals';
import { type EventPattern, fakeEventBridge, matches, pattern } from 'fake-eventbridge';
import { entry, put } from '../put-events';

/** Asks about a single field `a`. */
const field = (conditions: unknown, ...values: unknown[]) =>
  values.map((value) => matches({ a: conditions } as EventPattern, { a: value }));

describe('a value', () => {
  test('is compared in its own type', () => {
    expect(field(['1', true], '1', 1, true, 'true')).toEqual([true, false, true, false]);
    expect(field([null], null, 'null', [], [null])).toEqual([true, false, false, true]);
  });

  test('that is a number is compared by its value, however it is written', () => {
    for (const written of ['300', '300.0', '3e2', '3.0E+2', '30000e-2']) {
      expect(matches('{"a":[300.0]}', `{"a":${written}}`)).toBe(true);
    }
    expect(matches('{"a":[300]}', '{"a":"300"}')).toBe(false);
  });

  test('that no double holds is compared as it is written', () => {
    expect(matches('{"a":[9007199254740993]}', '{"a":9007199254740993}')).toBe(true);
    expect(matches('{"a":[9007199254740993]}', '{"a":9007199254740992}')).toBe(false);
  });

  test('in a list is found among the others', () => {
    expect(field(['x'], ['y', 'x'], [['x']], [], 'x')).toEqual([true, true, false, true]);
  });
});

describe('operators', () => {
  test.each<[string, unknown, unknown[], unknown[]]>([
    ['prefix', { prefix: 'ab' }, ['ab', 'abc'], ['Abc', 'a', 1]],
    ['prefix in any case', { prefix: { 'equals-ignore-case': 'ab' } }, ['ABc'], ['cab']],
    ['suffix', { suffix: '.png' }, ['x.png'], ['x.PNG', 'png']],
    ['suffix in any case', { suffix: { 'equals-ignore-case': '.png' } }, ['x.PNG'], ['x.pn']],
    ['equals-ignore-case', { 'equals-ignore-case': 'OrDer' }, ['order', 'ORDER'], ['orders', 'ordér']],
    ['wildcard', { wildcard: 'a*b*c' }, ['abc', 'aXbYc', 'abbcc'], ['ab', 'acb', 'xabc']],
    ['wildcard with escapes', { wildcard: 'a\\**\\\\' }, ['a*\\', 'a*x\\'], ['ax\\', 'a*']],
    ['anything-but a text', { 'anything-but': 'a' }, ['b', 1, null, true], ['a']],
    ['anything-but numbers', { 'anything-but': [1, 2.5] }, [3, '1'], [1, 2.5]],
    ['anything-but a prefix', { 'anything-but': { prefix: ['a', 'b'] } }, ['c', 1], ['ab', 'ba']],
    ['anything-but a suffix', { 'anything-but': { suffix: 'z' } }, ['za'], ['az']],
    ['anything-but in any case', { 'anything-but': { 'equals-ignore-case': ['a'] } }, ['b'], ['A', 'a']],
    ['anything-but a wildcard', { 'anything-but': { wildcard: '*x*' } }, ['abc'], ['axc']],
    ['numeric', { numeric: ['>', 0, '<=', 5] }, [0.1, 5], [0, 5.1, '3']],
    ['numeric =', { numeric: ['=', 3e2] }, [300], [301]],
    ['exists', { exists: true }, ['', 0, null, false], [{}, [], { b: 1 }]],
    ['exists: false', { exists: false }, [{}, [], undefined, { b: 1 }], ['', 0, null]],
    ['cidr of IPv4', { cidr: '10.0.0.0/24' }, ['10.0.0.255'], ['10.0.1.0', '10.0.0', 'x']],
    ['cidr of IPv6', { cidr: '2001:db8::/32' }, ['2001:db8:ffff::1'], ['2001:db9::1', '10.0.0.1']],
  ])('%s', (_, condition, yes, no) => {
    expect(field([condition], ...yes)).toEqual(yes.map(() => true));
    expect(field([condition], ...no)).toEqual(no.map(() => false));
  });
});

describe('several fields', () => {
  test('all have to match', () => {
    expect(matches({ a: ['x'], b: { c: [1] } }, { a: 'x', b: { c: 1 } })).toBe(true);
    expect(matches({ a: ['x'], b: { c: [1] } }, { a: 'x', b: { c: 2 } })).toBe(false);
  });

  test('of a list have to match in one element of it', () => {
    const asked = { items: { sku: ['a'], n: [2] } };
    expect(
      matches(asked, {
        items: [
          { sku: 'a', n: 1 },
          { sku: 'b', n: 2 },
        ],
      }),
    ).toBe(false);
    expect(
      matches(asked, {
        items: [
          { sku: 'a', n: 1 },
          { sku: 'a', n: 2 },
        ],
      }),
    ).toBe(true);
  });

  test('$or at any level: one branch is enough, and what stands beside it holds too', () => {
    const asked = { source: ['s'], detail: { $or: [{ a: ['x'] }, { b: [{ numeric: ['<', 0] }] }] } };
    expect(matches(asked, { source: 's', detail: { b: -1 } })).toBe(true);
    expect(matches(asked, { source: 't', detail: { b: -1 } })).toBe(false);
    expect(matches(asked, { source: 's', detail: { a: 'y', b: 1 } })).toBe(false);
  });

  test('names with dots are the path that they spell', () => {
    expect(matches({ 'a.b': ['x'] }, { a: { b: 'x' } })).toBe(true);
    expect(matches({ a: { b: ['x'] } }, { 'a.b': 'x' })).toBe(true);
  });

  test('a field that is named twice: what was said last', () => {
    expect(matches('{"a":["x"],"a":["y"]}', '{"a":"x"}')).toBe(false);
    expect(matches('{"a":["x"],"a":["y"]}', '{"a":"y"}')).toBe(true);
  });
});

describe('hostile input', () => {
  test('deep nesting, a wildcard against itself, and a megabyte', () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    expect(matches('{"b":[1]}', `{"x":${deep},"b":1}`)).toBe(true);
    expect(matches({ a: ['x'] }, JSON.parse(`{"a":${'['.repeat(50_000)}"x"${']'.repeat(50_000)}}`))).toBe(
      true,
    );
    const text = 'a'.repeat(1_000_000);
    expect(matches({ a: [{ wildcard: `*${'ab'.repeat(3)}a*x*a*c` }] }, { a: text })).toBe(false);
    expect(
      matches({ a: { x: [1], y: [2] } }, { a: Array.from({ length: 5000 }, (_, i) => ({ x: i, y: i })) }),
    ).toBe(false);
  });

  test('names and texts that mean something to JavaScript', () => {
    expect(matches('{"__proto__":["x"]}', '{"__proto__":"x"}')).toBe(true);
    expect(matches({ constructor: [{ exists: true }] }, {})).toBe(false);
    expect(matches('{"a":["\\ud800"]}', '{"a":"\\ud800"}')).toBe(true);
  });
});

describe('what is refused', () => {
  test('a bad pattern, with the reason and the place', () => {
    expect(() => matches({ a: [] }, {})).toThrow(
      'Event pattern is not valid. Reason: Empty arrays are not allowed\n at [Source: (String)"{"a":[]}"; line: 1, column: 8]',
    );
    expect(() => pattern('{"a":[{"PREFIX":"x"}]}')).toThrow('Unrecognized match type PREFIX');
    try {
      pattern('{');
    } catch (error) {
      expect(error).toMatchObject({ name: 'InvalidEventPatternException' });
    }
  });

  test('wildcards that are too complex', () => {
    expect(() => pattern({ a: [{ wildcard: '*:*:*:*:*:event-bus/*' }] })).toThrow('Rule is too complex');
    expect(() => pattern({ a: [{ wildcard: '/Users/*/dir/dir/dir/dir/dir/doc.txt' }] })).not.toThrow();
  });

  test('a long pattern is cut where its place is said', () => {
    const long = `{"a":["${'x'.repeat(600)}"],"b":3}`;
    expect(() => pattern(long)).toThrow(
      `"${long.slice(0, 500)}"[truncated ${long.length - 500} chars]; line: 1, column: ${long.length}]`,
    );
  });

  test('what is no pattern, and what is no event', () => {
    expect(() => pattern(undefined as never)).toThrow(
      'pattern: an event pattern is an object or its JSON text, not undefined.',
    );
    expect(() => matches({ a: [1] }, 'nope')).toThrow(/^matches: the event is a text that is no JSON: /);
  });
});

test('in a match, whole or inside', async () => {
  const eb = fakeEventBridge();
  await put(eb, entry({ Detail: '{"orderId":"o-1","total":150}' }));
  eb.assertPublished(
    pattern({
      source: [{ prefix: 'shop.' }],
      'detail-type': ['OrderPlaced'],
      detail: { total: [{ numeric: ['>', 100] }] },
    }),
  );
  eb.assertPublished({ detailType: 'OrderPlaced', detail: pattern({ total: [{ numeric: ['>', 100] }] }) });
  eb.assertNotPublished({ detail: { orderId: pattern({ orderId: ['o-2'] }) } });
  expect(() => eb.assertPublished(pattern({ source: ['other'] }))).toThrow(
    'source: expected "other", published "shop.orders"',
  );
});

test('types: fields complete against a detail, and what they cannot be does not compile', () => {
  interface Order {
    orderId: string;
    total: number;
    items: { sku: string }[];
  }
  const good: EventPattern<Order> = {
    source: ['shop'],
    detail: {
      total: [{ numeric: ['>', 1] }],
      items: { sku: [{ prefix: 'a' }] },
      $or: [{ orderId: ['a'] }, { total: [1] }],
    },
  };
  expect(() => pattern(good)).not.toThrow();
  // @ts-expect-error a total is a number, and numbers have no prefix
  const wrongOperator: EventPattern<Order> = { detail: { total: [{ prefix: 'a' }] } };
  // @ts-expect-error there is no such field
  const wrongField: EventPattern<Order> = { detail: { totl: [1] } };
  // @ts-expect-error values stand in lists
  const noList: EventPattern<Order> = { source: 'shop' };
  expect([wrongOperator, wrongField, noList]).toHaveLength(3);
});
