import { beforeEach, expect, test } from '@jest/globals';
import { fakeEventBridge, pattern } from 'fake-eventbridge';
import 'fake-eventbridge/jest';
import { failure } from '../../support/failure';
import { entry, put } from '../../support/put-events';

const eb = fakeEventBridge();
beforeEach(() => eb.reset());

/** More than anybody reads of a failing test. */
const MOST = 8_000;

const publish = (detail: object) => put(eb, entry({ Detail: JSON.stringify(detail) }));
const large = (of: (n: number) => unknown) =>
  Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`key${n}`, of(n)]));

test('of many properties and long arrays the ones that differ are shown', async () => {
  await publish({ rows: Array.from({ length: 60 }, (_, id) => ({ id, cells: large((n) => n) })) });
  const rows = Array.from({ length: 60 }, (_, id) => ({
    id,
    cells: large((n) => (id === 50 && n === 250 ? -1 : n)),
  }));
  const text = failure(() => expect(eb).toHavePublished({ detail: { rows } }));

  expect(text).toContain('detail.rows[50].cells.key250: expected -1, received 250');
  expect(text).toMatch(/… 4\d more/);
  expect(text).toContain('key250: -1');
  expect(text.length).toBeLessThan(MOST);
});

test('a detail of thousands of strings is compared, and reported in a few lines', async () => {
  const rows = (last: number) =>
    Array.from({ length: 6_000 }, (_, n) => ({
      id: `row-${n}`,
      tags: ['a', 'b'],
      n: n === 5_999 ? last : n,
    }));
  await publish({ orderId: 'o-1', rows: rows(1) });
  const detail = { orderId: 'o-1', rows: rows(2) };
  const text = failure(() => expect(eb).toHavePublished({ detail }));

  expect(text).toContain('detail.rows[5999].n: expected 2, received 1');
  expect(text.length).toBeLessThan(MOST);
  expect(failure(() => eb.assertPublishedInOrder([{ detail }, { detail }]))).toContain('rows[5999].n');
});

test('of very many properties with other names the first are reported', async () => {
  await publish(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`key_${n}`, n])));
  const detail = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`key${n}`, n]));
  const text = failure(() => expect(eb).toHavePublished({ detail }));

  expect(text).toContain('detail.key0 is missing, but the event has detail.key_0.');
  expect(text.length).toBeLessThan(MOST);
});

test('of very many differences the first are shown, and the others counted', async () => {
  await publish(large((n) => n));
  const text = failure(() => expect(eb).toHavePublished({ detail: large((n) => -n - 1) }));

  expect(text).toContain('… and 92 more differences');
  expect(text.length).toBeLessThan(MOST);
});

test.each<[string, object, object, string]>([
  ['long texts', { a: 'x'.repeat(100_000) }, { a: `${'x'.repeat(99_999)}y` }, 'xy"'],
  [
    'long texts that differ in case',
    { a: 'x'.repeat(100_000) },
    { a: `${'x'.repeat(99_999)}X` },
    'differs only in case',
  ],
  [
    'a long array of another length',
    { a: large(String) },
    { a: Array.from({ length: 5000 }, String) },
    'detail.a:',
  ],
  [
    'an array that is shorter',
    { a: Array.from({ length: 4000 }, String) },
    { a: Array.from({ length: 5000 }, String) },
    'expected 5000 items, received 4000',
  ],
])('%s are cut around what differs', async (_, published, expected, told) => {
  await publish(published);
  const text = failure(() => expect(eb).toHavePublished({ detail: expected as Record<string, unknown> }));

  expect(text).toContain(told);
  expect(text.length).toBeLessThan(MOST);
});

test('a long pattern is cut, and the report says what does not match', async () => {
  await publish({ total: 1 });
  const names = Array.from({ length: 400 }, (_, n) => `name-${n}`);
  const text = failure(() => expect(eb).toHavePublished(pattern({ detail: { name: names, total: [2] } })));

  expect(text).toContain('detail.total: expected 2, received 1');
  expect(text.length).toBeLessThan(MOST);
});

test('a detail of very many levels ends in dots', async () => {
  const deep = (levels: number): object => (levels === 0 ? { end: 1 } : { in: deep(levels - 1) });
  await publish(deep(900));
  const text = failure(() => expect(eb).toHavePublished({ detailType: 'OrderPaid' }));

  expect(text.length).toBeLessThan(MOST);
  expect(failure(() => expect(eb).not.toHavePublished({ detailType: 'OrderPlaced' }))).toContain('{…}');
});
