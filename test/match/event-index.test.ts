import { afterEach, describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { createCandidates } from '../../src/match/event-index';
import { SentEntry } from '../../src/service/sent-entry';
import { failure } from '../support/failure';
import { entry, put } from '../support/put-events';

const eb = fakeEventBridge();
afterEach(() => eb.reset());

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

const ORIGIN = { region: 'us-east-1', account: '123456789012' };
const sent = (Detail: string | undefined, Source = 'shop.orders', DetailType = 'OrderPlaced') =>
  new SentEntry({ Source, DetailType, ...(Detail !== undefined && { Detail }) }, 0, ORIGIN);

/** As many matches as it takes for an index of the events. */
const MANY = 5_000;

/** The events that may match a match with these plain values. */
function candidates(plainValues: readonly (string | number | boolean | null)[], ...events: SentEntry[]) {
  const matches = [{ plainValues }, ...Array.from({ length: MANY }, () => undefined)];
  return createCandidates(matches, events)(0);
}

describe('the events that may match one of very many matches', () => {
  test('are all of them, up to ten thousand comparisons', () => {
    const events = Array.from({ length: 100 }, () => sent('{}'));
    const matches = Array.from({ length: 101 }, () => ({ plainValues: ['nowhere'] }));

    expect(createCandidates(matches.slice(1), events)(0)).toBeUndefined();
    expect(createCandidates(matches, events)(0)).toEqual([]);
  });

  test('are those that have a value anywhere', () => {
    const events = [
      sent('{"orderId":"o-1"}'),
      sent('{"items":[{"sku":"a"},{"sku":"b","count":2}]}', 'shop.returns'),
      sent('{"orderId":"o-1","paid":false,"coupon":null}', 'shop.orders', 'OrderPaid'),
    ];
    const found = (value: string | number | boolean | null) => candidates([value], ...events);

    expect([found('o-1'), found('shop.returns'), found('OrderPlaced')]).toEqual([[0, 2], [1], [0, 1]]);
    expect([found('b'), found(2), found(false), found(null)]).toEqual([[1], [1], [2], [2]]);
    expect([found('2'), found('orderId'), found(true)]).toEqual([[], [], []]);
  });

  test('are those of the rarest value', () => {
    const events = [sent('{"a":1,"b":1}'), sent('{"a":"x"}'), sent('{"a":"x","b":"y"}')];

    expect(candidates(['shop.orders', 'x', 'y'], ...events)).toEqual([2]);
    expect(candidates(['y', 'x', 'shop.orders'], ...events)).toEqual([2]);
    expect(candidates(['x', 'nowhere'], ...events)).toEqual([]);
  });

  test('come once, however often they have the value', () => {
    expect(candidates(['a'], sent('{"x":"a","y":["a","a"]}', 'a'), sent('"a"'), sent('["b"]'))).toEqual([
      0, 1,
    ]);
  });

  test('are found in what comes after a value that is nothing in JSON', () => {
    expect(candidates(['x'], sent('{"a":[null,{"b":null}],"c":"x"}'), sent('{"c":null,"a":"x"}'))).toEqual([
      0, 1,
    ]);
  });

  test('include those whose detail is absent or is not JSON, for their other values', () => {
    const events = [sent(undefined), sent('{"orderId":'), sent('{}', 'shop.returns')];

    expect(candidates(['shop.orders'], ...events)).toEqual([0, 1]);
  });

  test('are all of them for a match without plain values', () => {
    const events = [sent('{}'), sent('{}')];

    expect(candidates([], ...events)).toBeUndefined();
    expect(
      createCandidates(
        Array.from({ length: MANY + 1 }, () => undefined),
        events,
      )(0),
    ).toBeUndefined();
  });
});
