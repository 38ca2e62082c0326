import { afterEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { failure } from '../support/failure';
import { entry, put } from '../support/put-events';

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

test('an array names a pattern only where a pattern has the property', () => {
  const text = (match: object) => failure(() => eb.assertNotPublished(match as never));
  expect(text({ detailType: ['a', 'b'] })).toContain('write pattern({ "detail-type": ["a", "b"] }).');
  expect(text({ detailJson: ['a'] })).toContain('Pass a string, a regular expression or a predicate.');
});

test('what writes its own JSON may be a string there', async () => {
  await put(eb, entry());
  eb.assertPublished({ source: { toJSON: () => 'shop.orders' } as never });
});

describe('resources', () => {
  test('are compared as a whole, in their order', async () => {
    await put(eb, entry({ Resources: ['a', 'b'] }));
    eb.assertPublished({ resources: ['a', 'b'] });
    eb.assertPublished({ resources: [/^a/, expect.any(String)] as never });
    for (const resources of [['b', 'a'], ['a'], ['a', 'b', 'c'], []]) eb.assertNotPublished({ resources });
  });
});
