import { describe, expect, test } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';
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
