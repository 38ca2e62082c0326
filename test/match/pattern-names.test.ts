import { afterEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge, pattern } from 'fake-eventbridge';
import { failure } from '../support/failure';
import { entry, put } from '../support/put-events';

const eb = fakeEventBridge();
afterEach(() => eb.reset());

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
