import { expect, test } from '@jest/globals';
import { explain, fakeEventBridge, matches, pattern } from 'fake-eventbridge';
import { entry, put } from '../support/put-events';

test('a pattern is a match, or part of one', async () => {
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
    'source: expected "other", received "shop.orders"',
  );
});

test('characters behind the pattern are ignored, wherever a pattern is given', async () => {
  const text = '{"source":["shop.orders"]} x';
  expect(matches(text, { source: 'shop.orders' })).toBe(true);
  expect(explain(text, { source: 'shop' }).fields).toHaveLength(1);
  expect(pattern(text).text).toBe('{"source":["shop.orders"]}');
  const eb = fakeEventBridge();
  eb.rule('all', text);
  await put(eb, entry({}));
  expect(eb.ruleCoverage()).toMatchObject([{ name: 'all', hits: 1 }]);
  eb.assertPublished(pattern(text));
});
