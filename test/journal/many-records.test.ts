import { inspect } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type EventRecord, fakeEventBridge } from 'fake-eventbridge';
import { entry, put } from '../support/put-events';

const NUMBER = 1_010;
const eb = fakeEventBridge();
let before: readonly EventRecord[];

beforeAll(async () => {
  const detailOf = (n: number) => entry({ Detail: `{"n":${n}}` });
  for (let first = 0; first < NUMBER; first += 10)
    await put(eb, ...Array.from({ length: 10 }, (_, n) => detailOf(first + n)));
  before = eb.events;
  await put(eb, detailOf(NUMBER));
});

/** Above a thousand records, readers share one array that nobody can write to. */
describe('very many records are an array like any other', () => {
  test('that has its length and its items, and those alone', () => {
    const { events } = eb;
    expect(events).toHaveLength(NUMBER + 1);
    expect(events[0]?.detail).toEqual({ n: 0 });
    expect(events.at(-1)?.detail).toEqual({ n: NUMBER });
    expect(events[NUMBER + 1]).toBeUndefined();
    expect(events[-1 as number]).toBeUndefined();
    expect(0 in events).toBe(true);
    expect(NUMBER in events).toBe(true);
    expect(NUMBER + 1 in events).toBe(false);
    expect('length' in events).toBe(true);
    expect('nothing' in events).toBe(false);
    expect(Object.hasOwn(events, NUMBER)).toBe(true);
    expect(Object.hasOwn(events, NUMBER + 1)).toBe(false);
    expect(Object.keys(events)).toHaveLength(NUMBER + 1);
    expect(Object.keys(events).at(-1)).toBe(String(NUMBER));
    expect(Array.isArray(events)).toBe(true);
  });

  test('that the methods of arrays read', () => {
    const numbers = eb.events.map(({ detail }) => detail['n']);
    expect(numbers).toEqual(Array.from({ length: NUMBER + 1 }, (_, n) => n));
    expect(eb.events.filter(({ detail }) => detail['n'] === 7)).toHaveLength(1);
    expect(eb.events.slice(1_005, 1_007).map(({ detail }) => detail['n'])).toEqual([1_005, 1_006]);
    expect(eb.events.indexOf(eb.events[5] as EventRecord)).toBe(5);
    expect([...eb.events]).toHaveLength(NUMBER + 1);
    expect(JSON.parse(JSON.stringify(eb.events))).toHaveLength(NUMBER + 1);
  });

  test('that does not grow once it was read', () => {
    expect(before).toHaveLength(NUMBER);
    expect(before[NUMBER]).toBeUndefined();
    expect(NUMBER in before).toBe(false);
    expect(Object.getOwnPropertyDescriptor(before, NUMBER)).toBeUndefined();
    expect(before.at(-1)?.detail).toEqual({ n: NUMBER - 1 });
  });

  test('that nobody can write to', () => {
    const events = eb.events as EventRecord[];
    const record = events[0] as EventRecord;
    const writes: (() => unknown)[] = [
      () => events.push(record),
      () => events.pop(),
      () => events.sort(() => -1),
      () => {
        events[0] = record;
      },
      () => {
        events.length = 0;
      },
      () => Reflect.deleteProperty(events, 0),
      () => Object.defineProperty(events, 0, { value: record }),
    ];
    for (const write of writes) expect(write).toThrow(/^Cannot write to .*: the records are read only$/);
    expect(Reflect.setPrototypeOf(events, null)).toBe(false);
    expect(Reflect.preventExtensions(events)).toBe(false);
    expect(events).toHaveLength(NUMBER + 1);
  });

  test('that the console prints up to a hundred items of', () => {
    const text = inspect(eb.events, { depth: 0 });
    expect(text.match(/\[Object\]/g)).toHaveLength(100);
    expect(text).toContain('1 more item');
  });
});
