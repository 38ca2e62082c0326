import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { entry } from '../support/put-events';
import { transports } from '../support/transports';

describe.each(transports)('%s', (_, { post, put }) => {
  const eb = fakeEventBridge();
  const required = (name: string) => ({
    ErrorCode: 'InvalidArgument',
    ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
  });
  const malformed = { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };

  /** The result of a single entry, inside a 200. */
  async function resultOf(members: Parameters<typeof entry>[0]) {
    const answer = await put(eb, entry(members));
    expect(answer.$metadata.httpStatusCode).toBe(200);
    return answer.Entries[0];
  }

  describe('what an entry must have', () => {
    test.each(['Source', 'DetailType', 'Detail'])('%s: absent and empty are the same', async (name) => {
      expect(await resultOf({ [name]: undefined })).toEqual(required(name));
      expect(await resultOf({ [name]: '' })).toEqual(required(name));
    });

    test('the first that is missing is named: Source, then DetailType, then Detail', async () => {
      expect(await resultOf({ Source: '', DetailType: '', Detail: '' })).toEqual(required('Source'));
      expect(await resultOf({ DetailType: '', Detail: '' })).toEqual(required('DetailType'));
    });
  });

  test('a detail type holds 128 characters', async () => {
    expect(await resultOf({ DetailType: 't'.repeat(128) })).toEqual({ EventId: expect.any(String) });
    expect(await resultOf({ DetailType: 't'.repeat(129) })).toMatchObject({ ErrorCode: 'InvalidArgument' });
  });

  describe('sources of AWS', () => {
    const notAuthorized = {
      ErrorCode: 'NotAuthorizedForSourceException',
      ErrorMessage: 'Not authorized for the source.',
    };

    test('are refused by their prefix, dot included', async () => {
      expect(await resultOf({ Source: 'aws.s3' })).toEqual(notAuthorized);
      for (const Source of ['aws', 'awsome.shop', 'AWS.s3', 'shop.aws.']) {
        expect(await resultOf({ Source })).toEqual({ EventId: expect.any(String) });
      }
    });

    test('come after what is missing and before the detail is read', async () => {
      expect(await resultOf({ Source: 'aws.s3', Detail: '' })).toEqual(required('Detail'));
      expect(await resultOf({ Source: 'aws.s3', Detail: 'not JSON' })).toEqual(notAuthorized);
    });
  });

  describe('the detail', () => {
    test.each([
      'not JSON',
      '{{}',
      '[]',
      '"text"',
      '1',
      'true',
      'null',
      ' ',
      '{"a":1,}',
      "{'a':1}",
      '\uFEFF{}',
      '{"a":NaN}',
    ])('%s is malformed', async (Detail) => {
      expect(await resultOf({ Detail })).toEqual(malformed);
    });

    test.each(['{}', ' {"a":1}\n', '{"a":1,"a":2}', '{"__proto__":{"x":1}}', '{"a":"\\ud800"}'])(
      '%s is taken',
      async (Detail) => {
        expect(await resultOf({ Detail })).toEqual({ EventId: expect.any(String) });
      },
    );

    test('1100 levels are processed, 1101 are not', async () => {
      const nested = (levels: number) => `${'{"a":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`;
      expect(await resultOf({ Detail: nested(1100) })).toEqual({ EventId: expect.any(String) });
      expect(await resultOf({ Detail: nested(1101) })).toEqual(malformed);
      const lists = (levels: number) => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
      expect(await resultOf({ Detail: lists(1100) })).toEqual({ EventId: expect.any(String) });
      expect(await resultOf({ Detail: lists(1101) })).toEqual(malformed);
    });

    test('brackets inside strings do not count as levels', async () => {
      expect(await resultOf({ Detail: JSON.stringify({ a: '[{"\\'.repeat(2000) }) })).toEqual({
        EventId: expect.any(String),
      });
    });

    test('the depth is an option', async () => {
      const shallow = fakeEventBridge({ limits: { maxDetailDepth: 2 } });
      expect((await put(shallow, entry({ Detail: '{"a":{}}' }))).FailedEntryCount).toBe(0);
      expect((await put(shallow, entry({ Detail: '{"a":{"b":{}}}' }))).Entries[0]).toEqual(malformed);
    });

    test.each([
      ['9223372036854775807', true],
      ['-9223372036854775808', true],
      ['9223372036854775808', false],
      ['-9223372036854775809', false],
      ['123456789012345678901234567890', false],
      ['12345678901234567890.5', true],
      ['1234567890123456789e3', true],
      ['"99999999999999999999"', true],
    ])('integers are of 64 bits: %s', async (number, taken) => {
      expect(await resultOf({ Detail: `{"a":[0,{"n":${number}}]}` })).toEqual(
        taken ? { EventId: expect.any(String) } : malformed,
      );
    });
  });

  test('a long integer is found wherever it is', async () => {
    const details = Array.from(
      { length: 40 },
      (_, i) => `{"x":"${'1a'.repeat(i)}","n":9223372036854775808,"y":${i}}`,
    );
    for (const Detail of details)
      expect((await put(eb, entry({ Detail }))).Entries[0]).toMatchObject({ ErrorCode: 'MalformedDetail' });
  });

  test('a null among the resources is a failure of the service', async () => {
    const { body } = await post(eb, JSON.stringify({ Entries: [{ ...entry(), Resources: [null] }] }));
    expect(JSON.parse(body).Entries).toEqual([
      { ErrorCode: 'InternalFailure', ErrorMessage: 'Internal Service Failure' },
    ]);
  });

  test('a time that no calendar holds', async () => {
    const { body } = await post(eb, JSON.stringify({ Entries: [{ ...entry(), Time: 1e20 }] }));
    expect(JSON.parse(body).Entries).toEqual([
      {
        ErrorCode: 'InvalidArgument',
        ErrorMessage: 'Parameter Time is not valid. Reason: Time is out of range.',
      },
    ]);
  });

  describe('a mixed request', () => {
    test('good entries are taken, the order is kept, failures are counted', async () => {
      eb.reset();
      const answer = await put(
        eb,
        entry(),
        entry({ Source: '' }),
        entry({ Detail: '[]' }),
        entry({ Detail: '{"orderId":"o-4"}' }),
      );
      expect(answer.FailedEntryCount).toBe(2);
      expect(answer.Entries).toEqual([
        { EventId: eb.events[0]?.id },
        required('Source'),
        malformed,
        { EventId: eb.events[1]?.id },
      ]);
      expect(eb.rejected).toMatchObject([
        { errorCode: 'InvalidArgument', call: 1, attempt: 1, index: 1 },
        { errorCode: 'MalformedDetail', call: 1, attempt: 1, index: 2 },
      ]);
    });

    test('all of them failing is a 200 still', async () => {
      const answer = await put(eb, entry({ Source: '' }), entry({ Detail: '' }));
      expect(answer).toMatchObject({ FailedEntryCount: 2, $metadata: { httpStatusCode: 200, attempts: 1 } });
    });
  });
});
