import { describe, expect, jest, test } from '@jest/globals';
import { fakeEventBridge, pattern } from 'fake-eventbridge';
import { entry, put } from '../support/put-events';

const eb = fakeEventBridge({ buses: ['orders'] });
const cyclic: Record<string, unknown> = { a: 1 };
cyclic['self'] = cyclic;
class Empty {}

describe('a match that no event can satisfy is an error, with .not too', () => {
  test.each<[string, unknown, string]>([
    ['NaN', Number.NaN, 'detail.x is NaN. JSON has only finite numbers.'],
    ['Infinity', Number.POSITIVE_INFINITY, 'detail.x is Infinity.'],
    ['a Number object', Object(1), 'detail.x is a Number object. Expect the number itself'],
    ['a String object', Object('a'), 'detail.x is a String object.'],
    ['a Boolean object', Object(true), 'detail.x is a Boolean object.'],
    ['undefined in an array', [1, undefined], 'detail.x[1] is undefined. JSON has null in its place.'],
    // biome-ignore lint/suspicious/noSparseArray: that is what is tested
    ['a hole in an array', [1, , 3], 'detail.x[1] is undefined.'],
    ['String', String, 'detail.x is the class String, which is not a predicate.'],
    ['Object', Object, 'detail.x is the class Object'],
    ['Array', Array, 'detail.x is the class Array'],
    [
      'a class',
      Empty,
      'detail.x is the class Empty, which is not a predicate. To match any value of this type, write expect.any(Empty) or a predicate.',
    ],
    ['a cycle', cyclic, 'detail.x.self refers to an object that it is inside of. JSON has no cycles.'],
    [
      'an Error',
      new Error('a'),
      'detail.x is an object of class Error without properties. JSON writes {} for it, which matches every object.',
    ],
    ['an empty instance', new Empty(), 'detail.x is an object of class Empty without properties.'],
    ['an iterator', [1].values(), 'detail.x is an object without properties.'],
    ['a buffer', new ArrayBuffer(1), 'detail.x is an object of class ArrayBuffer'],
    ['a Set', new Set([1]), 'detail.x is a Set. JSON has no sets. Expect the array that is sent.'],
    ['a Map', new Map([[1, 2]]), 'detail.x is a Map. JSON has no maps. Expect Object.fromEntries(map).'],
    ['a promise', Promise.resolve(1), 'detail.x is a promise. Await it first.'],
    ['a symbol', Symbol('a'), 'detail.x is a symbol. JSON has no symbols. Expect the string that is sent.'],
    ['a bigint', 5n, 'detail.x is the bigint 5n. JSON has no bigints.'],
    ['an invalid Date', new Date('no'), 'detail.x is an invalid Date.'],
  ])('%s', (_, x, text) => {
    expect(() => eb.assertNotPublished({ detail: { x } })).toThrow(`assertNotPublished: ${text}`);
    expect(() => eb.failEntry({ detail: { x } }, 'InternalFailure')).toThrow(`failEntry: `);
  });

  test('a class as the whole match', () => {
    expect(() => eb.assertNotPublished(String as never)).toThrow('the match is the class String');
  });

  test('a bus that is not declared', () => {
    expect(() => eb.assertNotPublished({ bus: 'ordres' })).toThrow('Did you mean "orders"?');
  });

  test.each(['constructor', '__proto__', 'toString'])('a property named %s', (name) => {
    const match = JSON.parse(`{ "${name}": "a" }`);
    expect(() => eb.assertNotPublished(match)).toThrow(
      `an event has no property "${name}". A match may have`,
    );
  });

  test('a fault for what only an accepted event has', () => {
    for (const name of ['account', 'id', 'time', 'region', 'version'])
      expect(() => eb.failEntry(pattern({ [name]: ['1'] } as never), 'InternalFailure')).toThrow(
        `an entry on its way does not have "${name}" yet`,
      );
    expect(() => eb.loseResponse().when({ account: '1' })).toThrow('when: ');
  });
});

test('instances of classes are compared as JSON writes them', async () => {
  class Item {
    readonly sku = 'a';
  }
  class Items {
    readonly bySku = new Map([['a', new Item()]]);
    toJSON() {
      return [...this.bySku.values()];
    }
  }
  class Nothing {
    toJSON() {
      return null;
    }
  }
  await put(eb, entry({ Detail: '{"item":{"sku":"a"},"items":[{"sku":"a"}],"note":null,"left":{}}' }));
  eb.assertPublished({ detail: { item: new Item() } });
  eb.assertPublished({ detail: { items: new Items() } });
  eb.assertPublished({ detail: { note: new Nothing() } });
  eb.assertPublished({ detail: { left: Object.create(null) } });
  eb.reset();
});

test('a mock function is a predicate', () => {
  eb.assertNotPublished({ detail: { x: jest.fn(() => false) } });
});

test('predicates and matchers see frozen data that looks like the record, and cannot change the journal', async () => {
  const seen: unknown[] = [];
  const note = (value: unknown) => {
    seen.push(value);
    return true;
  };
  await put(eb, entry({ Resources: ['arn:a'], Detail: '{"items":[{"sku":"a"}]}' }));
  eb.assertPublished((event) => note({ ...event }) && note(event));
  eb.assertPublished({ resources: note, detail: { items: note } });
  eb.assertPublished({ detail: { asymmetricMatch: note } as never });
  const [spread, event, resources, items, detail] = seen;
  expect(spread).toMatchObject({ source: 'shop.orders', detail: { items: [{ sku: 'a' }] } });
  for (const value of [event, resources, items, detail]) {
    expect(Object.isFrozen(value)).toBe(true);
    expect(() => Object.assign(value as object, { 0: 'changed', source: 'changed' })).toThrow(TypeError);
  }
  expect(eb.events[0]).toMatchObject({ source: 'shop.orders', resources: ['arn:a'] });
  eb.reset();
});
