import { expect, test } from '@jest/globals';
import { type EventPattern, explain, matches } from 'fake-eventbridge';

/** An object of many keys, and how often it was asked for them. */
function counted(keys: number): { object: object; count: () => number } {
  let count = 0;
  const target = Object.fromEntries(Array.from({ length: keys }, (_, i) => [`key${i}`, i]));
  const object = new Proxy(target, {
    ownKeys: (of) => {
      count += keys;
      return Reflect.ownKeys(of);
    },
    getOwnPropertyDescriptor: (of, name) => {
      count++;
      return Reflect.getOwnPropertyDescriptor(of, name);
    },
  });
  return { object, count: () => count };
}

test('a large object is asked for the names of the pattern, not for its own', () => {
  for (const keys of [10, 10_000]) {
    const { object, count } = counted(keys);
    expect(matches({ detail: { key7: [7], key9: [8] } }, { detail: object })).toBe(false);
    expect(matches({ detail: { key7: [7], key9: [9] } } as EventPattern, { detail: object })).toBe(true);
    expect(explain({ detail: { kye7: [7] } }, { detail: object }).matches).toBe(false);
    expect(count()).toBeLessThan(20);
  }
});

test('names with dots are found among the names of the object', () => {
  expect(matches({ detail: { a: { b: [1] } } }, { detail: { x: 1, 'a.b': 1 } })).toBe(true);
});
