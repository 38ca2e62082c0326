import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { entry } from '../support/put-events';
import { transports } from '../support/transports';

describe.each(transports)('%s', (_, { put }) => {
  test('of two equal keys the last counts, and the text is what was sent', async () => {
    const eb = fakeEventBridge();
    await put(eb, entry({ Detail: '{ "a": 1, "a": 2 }' }));
    expect(eb.events).toMatchObject([{ detail: { a: 2 }, detailJson: '{ "a": 1, "a": 2 }' }]);
  });

  test('a 64-bit integer is rounded in the detail, as JavaScript does, and whole in its text', async () => {
    const eb = fakeEventBridge();
    await put(eb, entry({ Detail: '{"id":9007199254740993}' }));
    expect(eb.events[0]?.detail).toEqual({ id: 9007199254740992 });
    expect(eb.events[0]?.detailJson).toBe('{"id":9007199254740993}');
  });

  test('arrays and objects beside each other are on one level', async () => {
    const eb = fakeEventBridge({ limits: { maxDetailDepth: 3 } });
    const Detail = '{"a":[[],[]],"b":{},"c":[{},{}],"d":[]}';
    expect((await put(eb, entry({ Detail }))).FailedEntryCount).toBe(0);
  });

  test('an integer outside 64 bits is found behind another number', async () => {
    const { Entries } = await put(fakeEventBridge(), entry({ Detail: '{"a":[1,9223372036854775808]}' }));
    expect(Entries).toEqual([{ ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' }]);
  });
});
