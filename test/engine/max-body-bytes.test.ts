import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { entry } from '../support/put-events';
import { transports } from '../support/transports';

describe.each(transports)('%s', (_, { post, put }) => {
  test('a body far beyond the limit is cut off with an empty 413', async () => {
    const small = fakeEventBridge({ limits: { maxRequestBytes: 100 } });
    const error = await put(small, entry({ Detail: `{"a":"${'x'.repeat(100_000)}"}` }));
    expect(error).toMatchObject({ name: 'Unknown', $metadata: { httpStatusCode: 413, attempts: 1 } });
    expect(small.calls).toMatchObject([{ outcome: 'failed', attempts: [{ status: 413 }] }]);
  });

  describe('413', () => {
    test('is empty, without a request id, and is recorded', async () => {
      const eb = fakeEventBridge();
      const answer = await post(eb, ' '.repeat(20 * 1024 * 1024));
      expect(answer).toMatchObject({ status: 413, body: '' });
      expect(answer.headers.get('content-length')).toBe('0');
      expect(answer.headers.get('x-amzn-requestid')).toBeNull();
      expect(eb.calls).toMatchObject([
        { outcome: 'failed', attempts: [{ status: 413, answer: { code: 'Unknown' }, entries: [] }] },
      ]);
    });

    test('is not for a request a little over the limit: that one gets the usual error', async () => {
      const eb = fakeEventBridge();
      const error = await put(eb, entry({ Detail: `{"a":"${'x'.repeat(2 * 1024 * 1024)}"}` }));
      expect(error.message).toBe('Total size of the entries in the request is over the limit.');
    });

    test('is not for a request within the limit, however small the limit is: names of properties do not count', async () => {
      const eb = fakeEventBridge({ limits: { maxRequestBytes: 40 } });
      const small = {
        Source: 's',
        DetailType: 't',
        Detail: '{}',
        EventBusName: `arn:aws:events:us-east-1:123456789012:event-bus/${'b'.repeat(1500)}`,
        TraceHeader: 't'.repeat(500),
      };
      expect((await put(eb, ...Array.from({ length: 10 }, () => small))).FailedEntryCount).toBe(0);
    });
  });
});
