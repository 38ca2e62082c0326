import { describe, expect, test } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';
import { createEventIds, createRequestIds } from '../../src/service/ids';
import { entry } from '../support/put-events';
import { transports } from '../support/transports';

describe.each(transports)('%s', (_, { post, put }) => {
  const body = JSON.stringify({ Entries: [entry()] });

  test('are UUIDs of version 4, unlike event ids', async () => {
    const eb = fakeEventBridge();
    for (let i = 0; i < 50; i++) {
      const { headers } = await post(eb, body);
      expect(headers.get('x-amzn-requestid')).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }
  });

  test('are unique, come out the same for the same seed, and start again after a reset', async () => {
    const idsOf = async (eb: FakeEventBridge) => {
      const ids: unknown[] = [];
      for (let i = 0; i < 50; i++) ids.push((await put(eb, entry())).$metadata.requestId);
      return ids;
    };
    const eb = fakeEventBridge({ seed: 'a' });
    const first = await idsOf(eb);
    expect(new Set(first).size).toBe(50);
    eb.reset();
    expect(await idsOf(eb)).toEqual(first);
    expect(await idsOf(fakeEventBridge({ seed: 'a' }))).toEqual(first);
    expect(await idsOf(fakeEventBridge({ seed: 'b' }))).not.toEqual(first);
  });

  test('are on errors too, where the SDK shows them', async () => {
    const error = await put(fakeEventBridge(), entry({ EventBusName: '/' }));
    expect(error).toMatchObject({
      name: 'ValidationException',
      $metadata: { requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });
});

describe('ids', () => {
  /** Numbers that come out one after the other, and then again. */
  const from = (...numbers: number[]) => {
    let next = 0;
    return () => numbers[next++ % numbers.length] ?? 0;
  };

  test('of events have groups of 8, 4, 4, 4 and 12 digits, and are never version 4', () => {
    const next = createEventIds(from(1, 2, 3, 4));
    const ids = Array.from({ length: 5_000 }, next);
    const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-35-9a-f][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
    expect(ids.filter((id) => !form.test(id))).toEqual([]);
    // Every digit but the 4 occurs in the position of the version.
    expect([...new Set(ids.map((id) => id[14]))].sort().join('')).toBe('012356789abcdef');
  });

  test('of events depend on each of the numbers', () => {
    const ids = [
      [0, 0, 0, 0],
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ].map((numbers) => createEventIds(from(...numbers))());
    expect(new Set(ids).size).toBe(5);
  });

  test('of requests are of version 4, with the bits that RFC 9562 fixes', () => {
    const next = createRequestIds(from(1, 2, 3, 4));
    const ids = Array.from({ length: 2_000 }, next);
    const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(ids.filter((id) => !form.test(id))).toEqual([]);
    expect([...new Set(ids.map((id) => id[19]))].sort().join('')).toBe('89ab');
  });

  test('are unique even if every number is the same', () => {
    for (const create of [createEventIds, createRequestIds]) {
      const next = create(() => 7);
      const ids = Array.from({ length: 2_000 }, next);
      expect(new Set(ids).size).toBe(2_000);
      expect(new Set(ids.map((id) => id.slice(0, 2))).size).toBeGreaterThan(200);
    }
  });
});
