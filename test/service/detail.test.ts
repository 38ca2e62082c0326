import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { isDetail } from '../../src/service/detail';
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

describe('details', () => {
  const accepts = (json: string, maxDepth = 1100) => isDetail(json, JSON.parse(json), maxDepth);

  test.each([
    ['{}', 1, true],
    ['{"a":{}}', 2, true],
    ['{"a":{}}', 1, false],
    ['{"a":[[]]}', 3, true],
    ['{"a":[[]]}', 2, false],
    ['{"a":[],"b":[],"c":{}}', 2, true],
    ['{"a":"[[[[[[{{{{{{"}', 1, true],
    ['{"a\\"[[":"\\\\","b":"]{"}', 1, true],
    ['{"a":"\\\\","b":{}}', 1, false],
  ])('%s within %d levels: %s', (json, maxDepth, is) => {
    expect(accepts(json, maxDepth)).toBe(is);
  });

  const MAX = '9223372036854775807';
  const MIN = '-9223372036854775808';
  test.each([
    [MAX, true],
    ['9223372036854775808', false],
    [MIN, true],
    ['-9223372036854775809', false],
    ['99999999999999999999', false],
    ['999999999999999999999', false],
    ['-99999999999999999999', false],
    ['999999999999999999', true],
    [`${MAX}0.5`, true],
    [`${MAX}0e5`, true],
    [`${MAX}0E-5`, true],
    [`0.${MAX}${MAX}`, true],
    [`1e${'0'.repeat(30)}1`, true],
    [`"${MAX}0"`, true],
    [`"\\"${MAX}0"`, true],
    [`["\\\\",${MAX}0]`, false],
    [`[1,2,${MAX}0]`, false],
    [`[-1,-${MAX}0]`, false],
    [`[${MAX},${MIN},"x"]`, true],
  ])('the number %s: %s', (number, is) => {
    expect(accepts(`{"n":${number}}`)).toBe(is);
    // Wherever it is: the positions that are examined first are some digits apart.
    for (let n = 0; n < 40; n++) expect(accepts(`{"${'x'.repeat(n)}":${number}}`)).toBe(is);
  });
});
