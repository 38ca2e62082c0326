import { describe, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { entry } from '../support/put-events';
import { transports } from '../support/transports';

describe.each(transports)('%s', (_, { post }) => {
  const eb = fakeEventBridge();
  const body = JSON.stringify({ Entries: [entry()] });

  describe('a target that AWS knows no operation for', () => {
    test.each([
      'AWSEvents.putEvents',
      'awsevents.PutEvents',
      'AWSEvents',
      'AWSEvents.',
      '.PutEvents',
      'AWSEvents.PutEvents.x',
      'AWSEvents.Put Events',
    ])('%s: no message, and nothing recorded', async (target) => {
      eb.clear();
      expect(await post(eb, body, { 'x-amz-target': target })).toMatchObject({
        status: 400,
        body: '{"__type":"UnknownOperationException"}',
      });
      expect(eb.calls).toEqual([]);
      expect(eb.strays).toEqual([]);
    });
  });

  describe('what is not an operation', () => {
    test('no target, or one without a service', async () => {
      for (const target of ['', 'PutEvents']) {
        expect(await post(eb, body, { 'x-amz-target': target })).toMatchObject({
          status: 400,
          body: '{"__type":"UnknownOperationException"}',
        });
      }
    });

    test('another content type', async () => {
      expect(await post(eb, body, { 'content-type': 'application/x-amz-json-1.0' })).toMatchObject({
        status: 404,
        body: '<UnknownOperationException/>\n',
      });
    });
  });

  describe('the content type', () => {
    test('may name a character set, in letters of any case', async () => {
      for (const type of ['application/x-amz-json-1.1; charset=utf-8', 'Application/X-Amz-JSON-1.1']) {
        expect((await post(eb, body, { 'content-type': type })).status).toBe(200);
      }
    });

    test.each(['application/json', 'application/x-amz-json-1.10', 'text/plain'])(
      '%s is another',
      async (type) => {
        expect((await post(eb, body, { 'content-type': type })).status).toBe(404);
      },
    );
  });

  test('header names count in letters of any case', async () => {
    const { response } = await eb.requestHandler.handle({
      method: 'POST',
      hostname: 'events.us-east-1.amazonaws.com',
      headers: { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'AWSEvents.PutEvents' },
      body,
    });
    expect(response.statusCode).toBe(200);
  });

  test('the region of an event is the one that its client signed for', async () => {
    eb.clear();
    await post(eb, body, {
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIA/20261123/eu-central-1/events/aws4_request, SignedHeaders=host, Signature=0',
    });
    await post(eb, body);
    expect(eb.events.map(({ region }) => region)).toEqual(['eu-central-1', 'us-east-1']);
  });
});
