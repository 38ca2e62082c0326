import { describe, expect, test } from '@jest/globals';
import { SentEntry } from '../../src/service/sent-entry';

const origin = { region: 'us-east-1', account: '123456789012' };
const raw = {
  Source: 'shop',
  DetailType: 'OrderPlaced',
  Detail: '{"order":{"id":"o-1"}}',
  TraceHeader: 'of the entry',
};
const acceptance = {
  id: 'the-id',
  time: '2026-01-01T00:00:00Z',
  isDropped: false,
  traceHeader: 'of the event',
};
const rejection = { error: { code: 'MalformedDetail', message: 'Detail is malformed.' } };

function sent(members: object = {}) {
  return new SentEntry({ ...raw, ...members }, 0, origin);
}

describe('what EventBridge decided', () => {
  test('nothing yet: it has neither an id nor a time nor an error', () => {
    const entry = sent();
    expect([entry.id, entry.time, entry.accepted, entry.error]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(entry.traceHeader).toBe('of the entry');
    expect(entry.record).not.toHaveProperty('id');
  });

  test('accepted: it has the id, the time and the trace header of the event', () => {
    const entry = sent();
    entry.result = acceptance;
    expect(entry).toMatchObject({
      id: 'the-id',
      time: '2026-01-01T00:00:00Z',
      accepted: acceptance,
      error: undefined,
      traceHeader: 'of the event',
    });
    entry.result = { ...acceptance, traceHeader: undefined };
    expect(entry.traceHeader).toBeUndefined();
  });

  test('rejected: it has the error, and what the entry had', () => {
    const entry = sent();
    entry.result = rejection;
    expect(entry).toMatchObject({ error: rejection.error, traceHeader: 'of the entry' });
    expect([entry.id, entry.time, entry.accepted]).toEqual([undefined, undefined, undefined]);
    expect(entry.record).not.toHaveProperty('envelope');
  });
});

describe('the record', () => {
  test('of an event has everything, and is the same each time', () => {
    const entry = sent({ Resources: ['r'], EventBusName: 'orders' });
    entry.result = acceptance;
    entry.matchedRules = ['a-rule'];
    expect(entry.record).toBe(entry.record);
    const detail = { order: { id: 'o-1' } };
    expect(entry.record).toEqual({
      id: 'the-id',
      source: 'shop',
      detailType: 'OrderPlaced',
      detail,
      detailJson: raw.Detail,
      resources: ['r'],
      time: '2026-01-01T00:00:00Z',
      bus: 'orders',
      region: 'us-east-1',
      account: '123456789012',
      traceHeader: 'of the event',
      entry: entry.raw,
      envelope: {
        version: '0',
        id: 'the-id',
        'detail-type': 'OrderPlaced',
        source: 'shop',
        account: '123456789012',
        time: '2026-01-01T00:00:00Z',
        region: 'us-east-1',
        resources: ['r'],
        detail,
      },
      matchedRules: ['a-rule'],
    });
  });

  test.each([undefined, rejection])('of an entry that is not an event has what was sent: %j', (result) => {
    const entry = sent();
    entry.result = result;
    expect(entry.record).toEqual({
      source: 'shop',
      detailType: 'OrderPlaced',
      detail: { order: { id: 'o-1' } },
      detailJson: raw.Detail,
      resources: [],
      bus: 'default',
      region: 'us-east-1',
      account: '123456789012',
      traceHeader: 'of the entry',
      entry: entry.raw,
    });
    const { TraceHeader, ...rest } = raw;
    expect(new SentEntry(rest, 0, origin).record).not.toHaveProperty('traceHeader');
    expect(Object.isFrozen(entry.record)).toBe(true);
  });
});

describe('the detail', () => {
  test('is parsed once as long as the request is served', () => {
    const entry = sent();
    const { parsedDetail } = entry;
    expect(parsedDetail).toEqual({ order: { id: 'o-1' } });
    entry.releaseDetail();
    expect(entry.parsedDetail).toBe(parsedDetail);
  });

  test('is not kept once the request is over, unless code of the test has seen it', () => {
    const entry = sent();
    const before = entry.parsedDetail;
    entry.endRequest();
    const after = entry.parsedDetail;
    expect(after).toEqual(before);
    expect(after).not.toBe(before);
    expect(entry.parsedDetail).toBe(after);
    entry.releaseDetail();
    expect(entry.parsedDetail).not.toBe(after);
  });

  test('that code of the test has seen is frozen and stays the same', () => {
    const entry = sent();
    const { detail } = entry;
    expect(Object.isFrozen(detail)).toBe(true);
    expect(Object.isFrozen((detail as { order: object }).order)).toBe(true);
    entry.endRequest();
    entry.releaseDetail();
    expect(entry.detail).toBe(detail);
    expect(entry.parsedDetail).toBe(detail);
  });

  test.each([undefined, '', '{', 'x'])('that is not JSON is undefined: %j', (Detail) => {
    expect(sent({ Detail }).parsedDetail).toBeUndefined();
    expect(sent({ Detail }).detail).toBeUndefined();
  });
});

test('entries without resources share an empty array, which is frozen', () => {
  expect(sent().resources).toEqual([]);
  expect(sent().resources).toBe(sent().resources);
  expect(Object.isFrozen(sent({ Resources: ['a'] }).resources)).toBe(true);
  expect(sent().matchedRules).toEqual([]);
});
