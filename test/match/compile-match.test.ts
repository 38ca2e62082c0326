import { afterEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge, pattern } from 'fake-eventbridge';
import { PATTERN } from '../../src/base/symbols';
import { compileMatch } from '../../src/match/compile-match';
import { SentEntry } from '../../src/service/sent-entry';
import { entry, put } from '../support/put-events';

const eb = fakeEventBridge();
afterEach(() => eb.reset());

const compiled = (match: unknown) => compileMatch(match, 'method', { buses: undefined });
const ORIGIN = { region: 'us-east-1', account: '123456789012' };
const event = () =>
  new SentEntry({ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1"}' }, 0, ORIGIN);

describe('a partial event', () => {
  test('has a bus when it is a string, and the plain values of its source, detail type and detail', () => {
    const match = compiled({ source: 'shop', detailType: /x/, bus: 'orders', detail: { a: { b: 1 } } });
    expect([match.bus, match.plainValues, match.properties]).toEqual([
      'orders',
      ['shop', 1],
      ['source', 'detailType', 'bus', 'detail'],
    ]);
    expect(compiled({ bus: /x/ }).bus).toBeUndefined();
  });

  test('matches without one of its properties', () => {
    const match = compiled({ source: 'shop.orders', bus: 'orders' });
    expect([match.test(event()), match.test(event(), 'bus'), match.test(event(), 'source')]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('is similar to an event', () => {
    expect(compiled({ source: 'shop.orders' }).similarity(event())).toBeGreaterThan(
      compiled({ source: 'another' }).similarity(event()),
    );
  });

  test('with a source that looks like the ARN of a bus is compared as it is written', async () => {
    const arn = 'arn:aws:events:us-east-1:123456789012:event-bus/orders';
    await put(eb, entry({ Source: arn }));
    eb.assertPublished({ source: arn });
  });

  test('shows its conditions a detail that is frozen, and no test can change it', async () => {
    await put(eb, entry({ Detail: '{"items":[{"sku":"a"}]}' }));
    eb.assertPublished({ detail: { items: (items: readonly object[]) => Object.isFrozen(items[0]) } });
  });
});

describe('a predicate or a pattern for the whole event', () => {
  test('has no differences where it holds, and looks like no event', () => {
    for (const match of [compiled(() => true), compiled(pattern({ source: ['shop.orders'] }))]) {
      expect(match.differences(event())).toEqual([]);
      expect([match.plainValues, match.bus, match.similarity(event())]).toEqual([[], undefined, 0]);
    }
    expect(compiled(() => true).properties).toEqual([]);
    expect(compiled(pattern({ source: ['x'] })).properties).toEqual(['source']);
  });

  test('has the event as a whole, or each field of the pattern, as its differences', () => {
    const written = () => false;
    expect(compiled(written).differences(event())).toStrictEqual([
      { path: [], expected: written, actual: undefined, kind: 'condition' },
    ]);
    expect(compiled(pattern({ source: ['x'], account: ['1'] })).differences(event())).toMatchObject([
      { path: ['source'], actual: 'shop.orders' },
      { path: ['account'] },
    ]);
  });

  test('may be a pattern of another copy of this package, which may not show its text', () => {
    const foreign = {
      [PATTERN]: true,
      matches: ({ source }: { source: string }) => source === 'shop.orders',
    };
    expect([compiled(foreign).test(event()), compiled(foreign).properties]).toEqual([true, []]);
  });
});
