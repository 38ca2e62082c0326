import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { entry } from '../support/put-events';
import { transports } from '../support/transports';

describe.each(transports)('%s', (_, { post }) => {
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
});
