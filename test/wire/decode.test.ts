import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { entry } from '../support/put-events';
import { transports } from '../support/transports';

describe.each(transports)('%s', (_, { post, put }) => {
  const eb = fakeEventBridge();

  describe('bodies that are not an input of PutEvents', () => {
    test.each(['', 'null', '"text"', '{"Entries":[}', '{"Entries":[],}', '42'])(
      '%j: no message',
      async (body) => {
        expect(await post(eb, body)).toMatchObject({
          status: 400,
          body: '{"__type":"SerializationException"}',
        });
      },
    );

    test.each([
      ['[]', 'Start of list found where not expected'],
      ['{"Entries":"x"}', 'Expected list or null'],
      ['{"Entries":["x"]}', 'Expected null'],
      ['{"Entries":[[]]}', 'Start of list found where not expected'],
      ['{"Entries":[{"Source":5}]}', 'NUMBER_VALUE can not be converted to a String'],
      ['{"Entries":[{"Source":true}]}', 'TRUE_VALUE can not be converted to a String'],
      ['{"Entries":[{"Source":false}]}', 'FALSE_VALUE can not be converted to a String'],
      ['{"Entries":[{"Detail":{"a":1}}]}', 'Start of structure or map found where not expected.'],
      ['{"Entries":[{"Detail":[1]}]}', 'Start of list found where not expected'],
      ['{"Entries":[{"Resources":"x"}]}', 'Expected list or null'],
    ])('%s: %s', async (body, message) => {
      expect(await post(eb, body)).toMatchObject({
        status: 400,
        body: JSON.stringify({ __type: 'SerializationException', message }),
      });
    });

    test('a detail given as an object gets as far as the SDK lets it: to AWS, which refuses it', async () => {
      const withObject = JSON.parse('{"Source":"a","DetailType":"b","Detail":{"orderId":1}}');
      expect(await put(eb, withObject)).toMatchObject({
        name: 'SerializationException',
        message: 'Start of structure or map found where not expected.',
      });
    });

    test('unknown properties are ignored', async () => {
      expect(
        (await post(eb, JSON.stringify({ Entries: [{ ...entry(), Extra: 1 }], Other: {} }))).status,
      ).toBe(200);
    });
  });
});
