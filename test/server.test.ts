import { once } from 'node:events';
import net from 'node:net';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';
import { type Listening, listen } from 'fake-eventbridge/server';

const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];
const placeOrder = () => new PutEventsCommand({ Entries });

let eb: FakeEventBridge;
let server: Listening;
beforeEach(async () => {
  eb = fakeEventBridge({ limits: { maxRequestBytes: 2000 } });
  server = await listen(eb);
});
afterEach(() => server.close());

function clientOf({ url }: Listening, maxAttempts = 3): EventBridgeClient {
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  return new EventBridgeClient({
    region: 'eu-west-1',
    credentials,
    endpoint: url,
    maxAttempts,
  });
}

/** Sends a request by hand. */
function post(body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(server.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSEvents.PutEvents',
      ...headers,
    },
    body: Buffer.from(body),
  });
}

/** Writes bytes to the server. @returns everything that comes back until it hangs up */
async function speak(...texts: string[]): Promise<string> {
  const { port, hostname } = new URL(server.url);
  const socket = net.connect(Number(port), hostname);
  const heard: Buffer[] = [];
  socket.on('data', (chunk) => heard.push(chunk));
  socket.on('error', () => {});
  for (const text of texts) socket.write(text);
  await once(socket, 'close');
  return Buffer.concat(heard).toString();
}

describe('listen(eb)', () => {
  test('answers the SDK over HTTP, on loopback', async () => {
    const client = clientOf(server);

    const answer = await client.send(placeOrder());
    client.destroy();

    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(answer).toMatchObject({ FailedEntryCount: 0, $metadata: { httpStatusCode: 200, attempts: 1 } });
    expect(eb.events[0]).toMatchObject({ source: 'shop.orders', region: 'eu-west-1' });
  });

  test('serves many clients at once', async () => {
    const clients = Array.from({ length: 20 }, () => clientOf(server));

    const answers = await Promise.all(clients.map((client) => client.send(placeOrder())));
    for (const client of clients) client.destroy();

    expect(answers.every(({ FailedEntryCount }) => FailedEntryCount === 0)).toBe(true);
    expect(new Set(eb.events.map(({ id }) => id)).size).toBe(20);
  });

  test('one fake can listen twice', async () => {
    const other = await listen(eb);

    for (const { url } of [server, other]) {
      const client = clientOf({ ...other, url });
      await client.send(placeOrder());
      client.destroy();
    }
    await other.close();

    expect(eb.events).toHaveLength(2);
    expect(other.url).not.toBe(server.url);
  });

  test('takes a port that was asked for, and tells when it is taken', async () => {
    const port = Number(new URL(server.url).port);

    await expect(listen(eb, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test.each([
    [undefined, {}, 'listen needs a fake, such as fakeEventBridge(), not undefined.'],
    [{ fetch }, {}, 'listen needs a fake, such as fakeEventBridge(), not an object.'],
    [fakeEventBridge(), { port: 70_000 }, 'listen: the port is a number from 0 to 65535, not 70000.'],
  ])('refuses what is not a fake, or not a port (%#)', async (value, options, text) => {
    await expect(listen(value as FakeEventBridge, options)).rejects.toMatchObject({
      code: 'ERR_WRONG_USE',
      message: text,
    });
  });

  test.each<[unknown, unknown]>([
    [{ prot: 1 }, expect.stringMatching(/^listen: there is no option "prot"\..*"port"/)],
    [8080, 'listen: the options must be an object with "port", not 8080.'],
    [{ port: '80' }, 'listen: the port is a number from 0 to 65535, not "80".'],
  ])('refuses the options %j', async (options, message) => {
    await expect(listen(eb, options as { port: number })).rejects.toMatchObject({
      code: 'ERR_WRONG_USE',
      message,
    });
  });

  test('is closed by eb.restore()', async () => {
    eb.restore();

    await expect(post('{}')).rejects.toThrow('fetch failed');
    server = await listen(eb);
    expect((await post(JSON.stringify({ Entries }))).status).toBe(200);
  });

  test('close() hangs up on a client that waits, and is safe to call twice', async () => {
    eb.hold();
    const waiting = post('{"Entries":[]}').then(
      () => 'answered',
      () => 'hung up',
    );
    while (eb.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));

    await Promise.all([server.close(), server.close()]);

    expect(await waiting).toBe('hung up');
    await expect(post('{}')).rejects.toThrow('fetch failed');
  });

  test('is closed at the end of the scope of `await using`', async () => {
    let url: string;
    {
      await using scoped = await listen(eb);
      url = scoped.url;
    }

    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });
});

describe('faults on a socket', () => {
  test('errors and failed entries are answered', async () => {
    const client = clientOf(server, 1);
    eb.failEntry(0, 'InternalFailure');
    const part = await client.send(placeOrder());
    eb.failCall('AccessDeniedException');
    const failure = await client.send(placeOrder()).catch((error: unknown) => error);
    client.destroy();

    expect(part.Entries?.[0]?.ErrorCode).toBe('InternalFailure');
    expect(failure).toMatchObject({ name: 'AccessDeniedException', $metadata: { httpStatusCode: 400 } });
  });

  test.each(['refuseConnection', 'resetConnection', 'timeout', 'failDns'] as const)(
    '%s hangs up',
    async (fault) => {
      const client = clientOf(server, 1);
      eb[fault]();

      const failure = await client.send(placeOrder()).catch((error: unknown) => error);
      client.destroy();

      expect(failure).toMatchObject({ message: expect.stringContaining('socket hang up') });
      expect(eb.events).toHaveLength(0);
      eb.verify();
    },
  );

  test('loseResponse accepts the events and hangs up', async () => {
    const client = clientOf(server, 1);
    eb.loseResponse();

    const failure = await client.send(placeOrder()).catch((error: unknown) => error);
    client.destroy();

    expect(failure).toMatchObject({ message: expect.stringContaining('socket hang up') });
    expect(eb.events).toHaveLength(1);
  });

  test.each([
    ['html', 503, /^<html>/],
    ['cut-off', 200, /^\{"Entries":\[[^\]]*$/],
    ['empty', 200, /^$/],
  ] as const)('garbleResponse(%p) arrives garbled', async (how, status, text) => {
    eb.garbleResponse(how);

    const answer = await post(JSON.stringify({ Entries }));

    expect(answer.status).toBe(status);
    expect(await answer.text()).toMatch(text);
  });

  test('hold keeps the client waiting until it is released', async () => {
    const gate = eb.hold();
    const answer = post(JSON.stringify({ Entries }));
    while (eb.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(eb.events).toHaveLength(0);

    gate.release();

    expect((await answer).status).toBe(200);
    expect(eb.events).toHaveLength(1);
  });

  test('a client that gives up while it is held never reached EventBridge', async () => {
    const gate = eb.hold();
    const controller = new AbortController();
    const answer = fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' },
      body: JSON.stringify({ Entries }),
      signal: controller.signal,
    }).catch(() => 'gave up');
    while (eb.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));

    controller.abort();
    expect(await answer).toBe('gave up');
    while (eb.calls[0]?.outcome === 'pending') await new Promise((resolve) => setImmediate(resolve));
    gate.release();
    await new Promise((resolve) => setImmediate(resolve));

    expect(eb.calls[0]?.outcome).toBe('unanswered');
    expect(eb.events).toHaveLength(0);
  });
});

describe('bad input is answered and never fatal', () => {
  afterEach(async () => {
    // Whatever happened, the next one is served.
    expect((await post(JSON.stringify({ Entries }))).status).toBe(200);
  });

  test('no HTTP at all', async () => {
    expect(await speak('ceci n’est pas HTTP\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  });

  test('headers without an end', async () => {
    expect(await speak('POST / HTTP/1.1\r\n', `x: ${'y'.repeat(40_000)}\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('a client that hangs up in the middle of its body', async () => {
    const { port, hostname } = new URL(server.url);
    const socket = net.connect(Number(port), hostname);
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"Entr');
    await once(socket, 'connect');
    socket.destroy();
    await once(socket, 'close');

    expect(eb.calls).toHaveLength(0);
  });

  test('a slow client, byte by byte', async () => {
    const body = JSON.stringify({ Entries });
    const head = `POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/x-amz-json-1.1\r\nx-amz-target: AWSEvents.PutEvents\r\ncontent-length: ${body.length}\r\n\r\n`;

    expect(await speak(...head, ...body)).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(eb.events).toHaveLength(1);
  });

  test('clients that never end what they began keep nobody waiting, nor close()', async () => {
    const { port, hostname } = new URL(server.url);
    const stuck = ['POST / HT', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"Entr'].map(
      (text) => {
        const socket = net.connect(Number(port), hostname);
        socket.on('error', () => {});
        socket.write(text);
        return once(socket, 'close');
      },
    );
    await Promise.all(Array.from({ length: 5 }, () => post(JSON.stringify({ Entries }))));
    expect(eb.events).toHaveLength(5);

    await server.close();
    await Promise.all(stuck);
    server = await listen(eb);
  });

  test.each(['GET', 'PUT', 'HEAD'])('%s: the only method is POST', async (method) => {
    const response = await fetch(`${server.url}/health`, { method });

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(response.headers.get('content-length')).toBe('0');
    expect(response.headers.get('date')).toBeNull();
  });

  test('a body that is not JSON', async () => {
    const answer = await post('{"Entries":');

    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ __type: 'SerializationException' });
  });

  test('a request beyond the limit', async () => {
    const Detail = JSON.stringify({ text: 'x'.repeat(2000) });

    const answer = await post(JSON.stringify({ Entries: [{ ...Entries[0], Detail }] }));

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ __type: 'ValidationException' });
  });

  test('a body beyond a tiny limit is read as far as the limit allows, and not cut off', async () => {
    const tiny = await listen(fakeEventBridge({ limits: { maxRequestBytes: 1 } }));
    const body = JSON.stringify({ Entries: [{ ...Entries[0], TraceHeader: 'x'.repeat(400) }] });

    const response = await fetch(tiny.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' },
      body,
    });
    await tiny.close();

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ __type: 'ValidationException' });
    expect(response.headers.get('content-length')).toMatch(/^[1-9]\d*$/);
  });

  test('a body far beyond the limit', async () => {
    const answer = await post('x'.repeat(3_000_000));

    expect(answer.status).toBe(413);
    expect(answer.headers.get('content-length')).toBe('0');
    expect(await answer.text()).toBe('');
  });
});
