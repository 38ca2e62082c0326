import { ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { entry } from '../support/put-events';
import { transports } from '../support/transports';

describe.each(transports)('%s', (_, { post, put }) => {
  const eb = fakeEventBridge();
  const good = JSON.stringify({ Entries: [entry()] });

  describe('an answer', () => {
    test('is the 85 bytes that were seen on AWS', async () => {
      const { status, headers, body } = await post(eb, good);
      expect(status).toBe(200);
      expect(body).toMatch(/^\{"Entries":\[\{"EventId":"[0-9a-f-]{36}"\}\],"FailedEntryCount":0\}$/);
      expect(headers.get('content-length')).toBe('85');
      expect(headers.get('content-type')).toBe('application/x-amz-json-1.1');
      expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    });

    test('carries no date, which the SDK would take for a skewed clock', async () => {
      expect((await post(eb, good)).headers.get('date')).toBeNull();
    });
  });

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

  test('a body far beyond the limit is cut off with an empty 413', async () => {
    const small = fakeEventBridge({ limits: { maxRequestBytes: 100 } });
    const error = await put(small, entry({ Detail: `{"a":"${'x'.repeat(100_000)}"}` }));
    expect(error).toMatchObject({ name: 'Unknown', $metadata: { httpStatusCode: 413, attempts: 1 } });
    expect(small.calls).toMatchObject([{ outcome: 'failed', attempts: [{ status: 413 }] }]);
  });

  describe('what is not an operation', () => {
    test('no target, or one without a service', async () => {
      for (const target of ['', 'PutEvents']) {
        expect(await post(eb, good, { 'x-amz-target': target })).toMatchObject({
          status: 400,
          body: '{"__type":"UnknownOperationException"}',
        });
      }
    });

    test('another content type', async () => {
      expect(await post(eb, good, { 'content-type': 'application/x-amz-json-1.0' })).toMatchObject({
        status: 404,
        body: '<UnknownOperationException/>\n',
      });
    });
  });

  describe('an operation that is not faked', () => {
    test('fails with an error that names it, is not retried, and fails verify()', async () => {
      const fake = fakeEventBridge();
      const error = await fake
        .client()
        .send(new ListRulesCommand({}))
        .catch((e) => e);
      expect(error).toMatchObject({
        name: 'NotFakedException',
        $metadata: { httpStatusCode: 501, attempts: 1 },
      });
      expect(error.message).toBe(
        'fake-eventbridge does not fake ListRules: it has PutEvents and TestEventPattern. Nothing was sent to AWS. Give the code under test a stub for this call, such as mockClient(EventBridgeClient).on(ListRulesCommand) of aws-sdk-client-mock with eb.putEvents behind PutEventsCommand.',
      );
      expect(fake.strays).toEqual([
        { operation: 'AWSEvents.ListRules', hostname: 'events.us-east-1.amazonaws.com', reason: 'not-faked' },
      ]);
      expect(() => fake.verify()).toThrow(
        'eb.verify()\n\nverify() found 1 problem that this test did not check.\n\n1 request called an operation that the fake does not support: AWSEvents.ListRules (events.us-east-1.amazonaws.com)',
      );
    });

    test('of another service says so', async () => {
      const { status, body } = await post(eb, '{}', { 'x-amz-target': 'AmazonSQS.SendMessage' });
      expect(status).toBe(501);
      expect(JSON.parse(body).message).toBe(
        'fake-eventbridge received AmazonSQS.SendMessage, an operation of another service. It fakes EventBridge alone: do not attach it to other clients. Nothing was sent to AWS.',
      );
    });
  });
});
