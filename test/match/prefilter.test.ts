import { afterEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { Prefilter } from '../../src/match/prefilter';
import { SentEntry } from '../../src/service/sent-entry';
import { entry, put } from '../support/put-events';

const eb = fakeEventBridge();
afterEach(() => eb.reset());

test('a match with more values than a first look takes is compared as a whole', async () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`p${n}`, `value-${n}`]));
  await put(eb, entry({ Detail: JSON.stringify(many) }));
  eb.assertPublished({ detail: many });
  for (const name of Object.keys(many)) eb.assertNotPublished({ detail: { ...many, [name]: 'another' } });
});

test('plain strings are found however the JSON of the detail writes them', async () => {
  await put(
    eb,
    entry({ Detail: String.raw`{"a":"\u0078y","b":"q\"\\","c":"é","d":"😀","e":1.0,"f":"tab\t"}` }),
  );
  eb.assertPublished({ detail: { a: 'xy', b: 'q"\\', c: 'é', d: '😀', e: 1, f: 'tab\t' } });
  for (const other of [{ a: 'x' }, { b: 'q"' }, { c: 'e' }, { d: '' }, { e: 2 }, { f: 'tab' }])
    eb.assertNotPublished({ detail: other });
});

describe('the first look', () => {
  const mayMatch = (detail: unknown, json: string | undefined) => new Prefilter(detail).mayMatch(json);

  test('rules out a detail without one of the strings, unless a backslash may hide it', () => {
    expect(mayMatch({ a: 'x', b: 'y' }, '{"a":"x","b":"y"}')).toBe(true);
    expect(mayMatch({ a: 'x', b: 'y' }, '{"a":"x","b":"z"}')).toBe(false);
    expect(mayMatch({ a: 'x' }, '{"a":"xy"}')).toBe(false);
    expect(mayMatch({ a: 'x' }, String.raw`{"a":"\u0078"}`)).toBe(true);
    expect(mayMatch({ a: 'x' }, undefined)).toBe(false);
  });

  test('rules out nothing for a detail without plain strings', () => {
    for (const detail of [{ a: 1 }, { a: 'é' }, { a: /x/ }, undefined])
      for (const json of ['{}', undefined]) expect(mayMatch(detail, json)).toBe(true);
  });

  test('takes the first values, and notes whether there are conditions', () => {
    const filter = new Prefilter({ a: 1, b: ['x', { c: null }], d: undefined, e: true });
    expect([filter.values, filter.hasConditions]).toEqual([[1, 'x', null, true], false]);
    for (const condition of [/x/, () => true, expect.anything(), new Date(0)]) {
      const { values, hasConditions } = new Prefilter({ a: 'x', b: [condition], c: 'y' });
      expect([values, hasConditions]).toEqual([['x', 'y'], true]);
    }
    const many = Array.from({ length: 12 }, (_, n) => n);
    expect(new Prefilter(many)).toMatchObject({ values: many.slice(0, 8), hasConditions: false });
  });
});

test('the detail type makes an event most similar, then the source, strings of the detail, and the bus', () => {
  const match = { detailType: 'OrderPlaced', source: 'shop.orders', bus: 'orders' };
  const similarity = (changes: object, asked: object = match) =>
    new Prefilter({ a: 'x' }).similarity(
      new SentEntry({ Source: 's', DetailType: 'd', ...changes }, 0, {
        region: 'us-east-1',
        account: '123456789012',
      }),
      { ...asked },
    );
  const ranked = [
    {},
    { EventBusName: 'orders' },
    { Detail: '{"a":"x"}' },
    { Source: 'shop.orders' },
    { DetailType: 'OrderPlaced' },
    { DetailType: 'OrderPlaced', Source: 'shop.orders' },
  ].map((changes) => similarity(changes));
  expect(ranked[0]).toBe(0);
  expect(ranked).toEqual([...new Set(ranked)].sort((a, b) => a - b));
  expect(similarity({ Detail: '{"a":"y"}' })).toBe(0);
  for (const bus of [undefined, /orders/])
    expect(similarity({ EventBusName: 'orders' }, { ...match, bus })).toBe(0);
});
