import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { type Listening, listen } from 'fake-eventbridge/server';
import fc from 'fast-check';
import { entry, post } from '../support/put-events';

const eb = fakeEventBridge({ limits: { maxRequestBytes: 2000 } });
const good = JSON.stringify({ Entries: [entry()] });
let server: Listening;
beforeAll(async () => {
  server = await listen(eb);
});
afterAll(() => server.close());

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  // A good body in which some bytes are others.
  fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }).map((changes) => {
    const body = Uint8Array.from(Buffer.from(good));
    for (const [at, byte] of changes) body[at] = byte;
    return body;
  }),
);
const header = fc.oneof(
  fc.constantFrom(
    'AWSEvents.PutEvents',
    'AWSEvents.TestEventPattern',
    'AWSEvents.PutRule',
    'application/x-amz-json-1.1',
  ),
  fc.string({ maxLength: 40 }),
);

test('any bytes with any headers are answered in process', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, header, header, async (body, target, contentType) => {
      const { response } = await eb.requestHandler.handle({
        method: 'POST',
        hostname: 'events.us-east-1.amazonaws.com',
        headers: { 'x-amz-target': target, 'content-type': contentType },
        body,
      });
      expect([200, 400, 404, 413, 501]).toContain(response.statusCode);
    }),
    { numRuns: 500 },
  );
  eb.reset();
});

test('any bytes in a body of PutEvents have results, or an error with a type', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, async (body) => {
      const { response } = await eb.requestHandler.handle({
        method: 'POST',
        hostname: 'events.us-east-1.amazonaws.com',
        headers: { 'x-amz-target': 'AWSEvents.PutEvents', 'content-type': 'application/x-amz-json-1.1' },
        body,
      });
      const answer = JSON.parse(Buffer.from(response.body).toString());
      if (response.statusCode === 200) expect(answer).toHaveProperty('FailedEntryCount');
      else expect(answer.__type).toMatch(/^(Serialization|Validation)Exception$/);
    }),
    { numRuns: 500 },
  );
  eb.reset();
});

test('any bytes on a socket end in a response or a closed connection, and the next client is served', async () => {
  const { port, hostname } = new URL(server.url);
  const request = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    bytes.map((body) =>
      Buffer.concat([
        Buffer.from(
          `POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/x-amz-json-1.1\r\nx-amz-target: AWSEvents.PutEvents\r\ncontent-length: ${body.length}\r\n\r\n`,
        ),
        body,
      ]),
    ),
  );
  await fc.assert(
    fc.asyncProperty(request, async (sent) => {
      const socket = net.connect(Number(port), hostname);
      socket.on('error', () => {});
      socket.resume();
      socket.end(sent);
      await once(socket, 'close');
    }),
    { numRuns: 200 },
  );
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'x-amz-target': 'AWSEvents.PutEvents', 'content-type': 'application/x-amz-json-1.1' },
    body: good,
  });
  expect(response.status).toBe(200);
  expect((await post(eb, good)).status).toBe(200);
});
