import { afterEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge, pattern } from 'fake-eventbridge';
import { failure } from '../support/failure';
import { entry, post, put } from '../support/put-events';

const eb = fakeEventBridge();
afterEach(() => eb.reset());

describe('time', () => {
  test('a Date of this realm or of another, a string with or without a fraction, a matcher', async () => {
    await put(eb, entry({ Time: new Date('2026-01-02T03:04:05Z') }));
    eb.assertPublished({ time: new Date('2026-01-02T03:04:05.9Z') });
    eb.assertPublished({ time: '2026-01-02T03:04:05.9Z' });
    eb.assertPublished({ time: /^2026/ });
    eb.assertPublished({ time: expect.stringContaining('03:04') });
    eb.assertNotPublished({ time: '2026-01-02T03:04:06Z' });
  });

  test.each<[unknown, string]>([
    ['yesterday', '"yesterday"'],
    [5, '5'],
    [null, 'null'],
  ])('%p is not one', (time, shown) => {
    expect(failure(() => eb.assertPublished({ time: time as never }))).toContain(
      `assertPublished: \`time\` must be a Date or an ISO string such as "2026-01-02T03:04:05Z", not ${shown}.`,
    );
  });
});

describe('properties of the wrong kind are an error', () => {
  test.each<[string, object]>([
    ['an array for a string', { source: ['shop'] }],
    ['an object for a string', { detailType: { a: 1 } }],
    ['a number for a string', { id: 5 }],
    ['a string for an array', { resources: 'arn' }],
    ['a string for the detail', { detail: '{"a":1}' }],
    ['an array for the detail', { detail: [1] }],
    ['an object for the JSON of the detail', { detailJson: { a: 1 } }],
  ])('%s', (_, match) => {
    const [name = ''] = Object.keys(match);
    const text = failure(() => eb.assertNotPublished(match as never));
    expect(text).toMatch(/^assertNotPublished: /);
    expect(text).toContain(`\`${name}\``);
  });
});

describe('resources', () => {
  test('are compared as a whole, in their order', async () => {
    await put(eb, entry({ Resources: ['a', 'b'] }));
    eb.assertPublished({ resources: ['a', 'b'] });
    eb.assertPublished({ resources: [/^a/, expect.any(String)] as never });
    for (const resources of [['b', 'a'], ['a'], ['a', 'b', 'c'], []]) eb.assertNotPublished({ resources });
  });
});

describe('a pattern as a match', () => {
  test.each([
    [{ detailType: ['a'] }, 'which has no property "detailType". Write "detail-type".'],
    [{ DetailType: ['a'] }, 'which has no property "DetailType". Write "detail-type".'],
    [{ bus: ['a'] }, 'which has no property "bus". It has "version", "id", "detail-type", "source", '],
    [{ detailJson: ['a'] }, 'which has no property "detailJson". It has '],
  ])('%j has a property that only records have', (written, words) => {
    expect(failure(() => eb.assertNotPublished(pattern(written as never)))).toContain(
      `assertNotPublished: a pattern matches the event as a rule sees it, ${words}`,
    );
  });

  test('a property that nobody knows is what EventBridge takes, too', async () => {
    await put(eb, entry());
    eb.assertNotPublished(pattern({ custom: ['a'] } as never));
    eb.assertPublished(pattern({ custom: [{ exists: false }], source: ['shop.orders'] } as never));
  });

  test('a pattern of a string, and one inside of a match', async () => {
    await put(eb, entry({ Detail: '{"order":{"total":5}}' }));
    eb.assertPublished(pattern('{"detail":{"order":{"total":[5]}}}'));
    eb.assertPublished({ detail: { order: pattern({ total: [{ numeric: ['>', 4] }] }) } });
    eb.assertNotPublished({ detail: { order: pattern({ total: [{ numeric: ['>', 5] }] }) } });
  });
});

describe('an entry without a detail', () => {
  test('matches no fault that names a part of it, and one that does not', async () => {
    eb.failEntry({ detail: { orderId: 'o-1' } }, 'ThrottlingException');
    await post(eb, JSON.stringify({ Entries: [{ Source: 'shop', DetailType: 'OrderPlaced' }] }));
    expect(eb.rejected).toMatchObject([{ errorCode: 'InvalidArgument' }]);
    await put(eb, entry({ Detail: '{"orderId":"o-1"}' }));
    expect(eb.rejected[1]).toMatchObject({ errorCode: 'ThrottlingException' });
  });

  test('does not make a fault of its request fire, either', async () => {
    eb.failRequest('AccessDeniedException').when({ detail: { orderId: 'o-1' } });
    const withoutDetail = { Source: 'shop', DetailType: 'OrderPlaced' };
    expect((await post(eb, JSON.stringify({ Entries: [withoutDetail] }))).status).toBe(200);
    const both = JSON.stringify({ Entries: [withoutDetail, entry({ Detail: '{"orderId":"o-1"}' })] });
    expect((await post(eb, both)).body).toContain('AccessDeniedException');
  });

  test('a detail that is not JSON matches no part of it, either', async () => {
    eb.failEntry({ detail: { orderId: 'o-1' } }, 'ThrottlingException');
    await put(eb, entry({ Detail: '{"orderId":"o-1"' }));
    expect(eb.rejected).toMatchObject([{ errorCode: 'MalformedDetail' }]);
  });
});

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

describe('very many matches and events', () => {
  const ids = Array.from({ length: 110 }, (_, n) => `o-${n}`);

  test('are compared where they have no value in common', async () => {
    for (let first = 0; first < ids.length; first += 10)
      await put(
        eb,
        ...ids
          .slice(first, first + 10)
          .map((orderId, n) => entry({ Detail: JSON.stringify({ orderId, list: [{ n: first + n }] }) })),
      );
    eb.assertPublishedExactly(ids.map((orderId) => ({ detail: { orderId } })));
    eb.assertPublishedExactly(ids.map((_, n) => ({ detail: { list: [{ n }] } })));
    eb.assertPublishedExactly(ids.map(() => ({ detail: { orderId: /^o-/ } })));
    const wrong = ids.map((orderId) => ({ detail: { orderId } }));
    wrong[50] = { detail: { orderId: 'o-51' } };
    expect(failure(() => eb.assertPublishedExactly(wrong))).toContain(
      'Expected exactly 110 events, but 1 of them is missing, and 1 other event was published.',
    );
    wrong[50] = { detail: { orderId: 'nowhere' } };
    expect(failure(() => eb.assertPublishedExactly(wrong))).toContain('1 of them is missing');
  });
});
