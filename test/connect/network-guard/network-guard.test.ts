import { channel } from 'node:diagnostics_channel';
import { createServer, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type net from 'node:net';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { EventBridgeClient, ListRulesCommand, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type FakeEventBridge, FakeEventBridgeError, fakeEventBridge } from 'fake-eventbridge';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { fetch as undiciFetch } from 'undici';

const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];
const placeOrder = () => new PutEventsCommand({ Entries });
const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
/** A client that a test has not connected, with all that it needs to reach AWS. */
const unconnected = () => new EventBridgeClient({ region: 'eu-west-1', credentials });
const HOST = 'events.eu-west-1.amazonaws.com';
const STRAY = { operation: 'AWSEvents.PutEvents', hostname: HOST, reason: 'not-connected' };

const CHANNELS = ['http.client.request.created', 'http.client.request.start', 'undici:request:create'];
const isListening = () => CHANNELS.some((name) => channel(name).hasSubscribers);
/** Another test file of this process may have ended without restore(). */
const wasListening = isListening();
/** The code of the error that a promise rejects with. */
const codeOf = (sending: Promise<unknown>) =>
  sending.then(
    () => 'no error',
    ({ code }) => code,
  );

/** The message of the error behind the `TypeError` of a fetch. In Jest's sandbox, `fetch` throws an error of another realm. */
const causeOf = (fetching: Promise<unknown>) =>
  fetching.then(
    () => 'no error',
    ({ cause }) => String(cause?.message),
  );

let eb: FakeEventBridge;
beforeEach(() => {
  eb = fakeEventBridge();
});
afterEach(() => {
  eb.restore();
  jest.restoreAllMocks();
});

describe('a request to EventBridge from a client that is not connected', () => {
  test('is a problem that verify() reports once', async () => {
    eb.client();
    expect(await codeOf(unconnected().send(placeOrder()))).toBe('ERR_NOT_CONNECTED');
    expect(() => eb.verify()).toThrow('[not-connected]');
    eb.verify();
  });

  test('is stopped and warned of, once for each test, with onStray: "warn"', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    eb.restore();
    eb = fakeEventBridge({ onStray: 'warn' });
    eb.client();

    for (let i = 0; i < 2; i++)
      expect(await codeOf(unconnected().send(placeOrder()))).toBe('ERR_NOT_CONNECTED');
    expect(warn.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^fake-eventbridge stopped a request to events\.eu-west-1\.amazonaws\.com \(AWSEvents\.PutEvents\) .*\(onStray: "warn"\)$/s,
        ),
      ],
    ]);
    expect(eb.strays).toEqual([STRAY, STRAY]);
    eb.verify();
  });

  test('is stopped, with an error that names cause and fix, and fails verify()', async () => {
    const written: net.Socket[] = [];
    jest.spyOn(TLSSocket.prototype, '_write').mockImplementation(function (this: net.Socket) {
      written.push(this);
    });
    eb.client();

    const error = await unconnected()
      .send(placeOrder())
      .catch((error: unknown) => error);

    expect(error).toBeInstanceOf(FakeEventBridgeError);
    expect(error).toHaveProperty('code', 'ERR_NOT_CONNECTED');
    expect(error).toHaveProperty('$metadata.attempts', 1);
    expect(error).toHaveProperty(
      'message',
      [
        `fake-eventbridge stopped a request to ${HOST} (AWSEvents.PutEvents) before anything was sent: the client that sends it is not connected to the fake.`,
        'Connect the client with eb.attach(client), or its class with eb.install(client.constructor).',
        'Code with its own copy of the SDK has its own class: a bundle, a second version in node_modules, modules loaded after resetModules(). Connect after the reset.',
        'If the request is meant to reach AWS, create the fake with { networkGuard: false }, or call its restore() when its tests are done.',
      ].join('\n'),
    );
    expect(eb.strays).toEqual([STRAY]);
    expect(() => eb.verify()).toThrow(
      'A client that is not connected to the fake sent a request to events.eu-west-1.amazonaws.com.',
    );
    expect(written.filter(({ bytesWritten }) => bytesWritten > 0)).toEqual([]);
  });

  test.each<[string, (eb: FakeEventBridge) => unknown]>([
    ['install', (eb) => eb.install(class Mine extends EventBridgeClient {})],
    ['attach', (eb) => eb.attach(new EventBridgeClient({}))],
    ['client', (eb) => eb.client()],
    ['putEvents', (eb) => eb.putEvents({ Entries })],
    ['send', (eb) => eb.send(placeOrder())],
  ])('is stopped after eb.%s, until restore()', async (_, connect) => {
    expect(isListening()).toBe(wasListening);
    await connect(eb);
    expect(isListening()).toBe(true);

    expect(await codeOf(unconnected().send(placeOrder()))).toBe('ERR_NOT_CONNECTED');
    eb.restore();

    expect(isListening()).toBe(wasListening);
  });

  test('is a stray of every fake that something is connected to', async () => {
    const fakes = [fakeEventBridge(), fakeEventBridge(), fakeEventBridge({ networkGuard: false })];
    for (const fake of fakes) fake.client();

    await unconnected()
      .send(new ListRulesCommand({}))
      .catch(() => {});

    expect(fakes.map(({ strays }) => strays.length)).toEqual([1, 1, 0]);
    expect(fakes[0]?.strays[0]?.operation).toBe('AWSEvents.ListRules');
    for (const fake of fakes) fake.restore();
    expect(isListening()).toBe(wasListening);
  });

  test('is stopped when the global fetch, undici, http or https sends it', async () => {
    eb.client();
    const init = { method: 'POST', body: '{}', headers: { 'x-amz-target': 'AWSEvents.PutEvents' } };

    expect(await causeOf(fetch(`https://${HOST}`, init))).toContain('fake-eventbridge stopped a request to');
    expect(await causeOf(undiciFetch(`https://${HOST}`, init))).toContain(
      'fake-eventbridge stopped a request to',
    );
    for (const request of [httpRequest, httpsRequest]) {
      const error = await new Promise((resolve) =>
        request({ hostname: HOST.toUpperCase(), method: 'POST', headers: init.headers })
          .on('error', resolve)
          .end('{}'),
      );
      expect(error).toHaveProperty('code', 'ERR_NOT_CONNECTED');
    }

    expect(eb.strays.map(({ operation }) => operation)).toEqual(Array(4).fill('AWSEvents.PutEvents'));
  });

  test('without a target is a stray as well', async () => {
    eb.client();

    await fetch(`https://${HOST}`).catch(() => {});

    expect(eb.strays).toEqual([{ ...STRAY, operation: 'an unknown operation' }]);
  });

  test.each([
    'events.us-east-1.amazonaws.com',
    'events-fips.us-east-1.amazonaws.com',
    'events.us-gov-west-1.amazonaws.com',
    'events.us-east-1.api.aws',
    'events-fips.us-east-1.api.aws',
    'events.cn-north-1.amazonaws.com.cn',
    'events.cn-north-1.api.amazonwebservices.com.cn',
    'abcde.veo.endpoint.events.amazonaws.com',
    'vpce-0123-abcd.events.us-east-1.vpce.amazonaws.com',
    'events.us-east-1.amazonaws.com.',
  ])('%s', async (host) => {
    eb.client();

    expect(await causeOf(fetch(`https://${host}`))).toContain('fake-eventbridge stopped a request to');
  });
});

describe('what is not stopped', () => {
  test('requests to other hosts, and to a custom endpoint', async () => {
    const server = createServer((_, response) => response.end('{"Entries":[],"FailedEntryCount":0}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    eb.client();
    const client = new EventBridgeClient({ region: 'eu-west-1', credentials, endpoint });

    expect((await client.send(placeOrder())).FailedEntryCount).toBe(0);
    expect((await fetch(endpoint)).status).toBe(200);

    client.destroy();
    server.closeAllConnections();
    server.close();
    expect(eb.strays).toEqual([]);
  });

  test.each([
    'events.eu-west-1.example.com',
    'notevents.eu-west-1.amazonaws.com.example.com',
    'sqs.eu-west-1.amazonaws.com',
    'schemas.eu-west-1.amazonaws.com',
  ])('%s', async (host) => {
    eb.client();
    const stopped = new AbortController();
    const sending = fetch(`https://${host}`, { signal: stopped.signal }).catch(() => {});

    stopped.abort();
    await sending;

    expect(eb.strays).toEqual([]);
  });

  test('anything, with networkGuard: false', () => {
    const open = fakeEventBridge({ networkGuard: false });

    open.client();

    expect(isListening()).toBe(wasListening);
    expect(() => fakeEventBridge({ networkGuard: 'no' as never })).toThrow(
      'The option networkGuard must be true or false, not "no".',
    );
  });

  test('what MSW answers', async () => {
    const server = setupServer(
      http.post(`https://${HOST}/`, ({ request }) => eb.fetch(request)),
      http.get(`https://${HOST}/`, () => HttpResponse.text('theirs')),
    );
    server.listen({ onUnhandledRequest: 'error' });
    eb.client();

    const response = await unconnected().send(placeOrder());
    const fetched = await fetch(`https://${HOST}/`);
    server.close();

    expect(response.FailedEntryCount).toBe(0);
    expect(await fetched.text()).toBe('theirs');
    expect(eb.strays).toEqual([]);
  });
});

describe('ways around install', () => {
  test('a send that was bound before', async () => {
    const client = unconnected();
    const send = client.send.bind(client);
    eb.install(EventBridgeClient);

    expect(await codeOf(send(placeOrder()))).toBe('ERR_NOT_CONNECTED');
    expect(eb.strays).toEqual([STRAY]);
  });

  test('modules that are loaded again after it', async () => {
    eb.install(EventBridgeClient);
    jest.resetModules();
    const sdk = await import('@aws-sdk/client-eventbridge');
    const client = new sdk.EventBridgeClient({ region: 'eu-west-1', credentials });

    expect(await codeOf(client.send(new sdk.PutEventsCommand({ Entries })))).toBe('ERR_NOT_CONNECTED');
    eb.install(sdk.EventBridgeClient);
    await client.send(new sdk.PutEventsCommand({ Entries }));

    expect(eb.strays).toEqual([STRAY]);
    expect(eb.events).toHaveLength(1);
  });

  test('a spy that is restored after restore() and a second install', async () => {
    eb.install(EventBridgeClient);
    const spy = jest.spyOn(EventBridgeClient.prototype, 'send');
    eb.restore();
    eb.install(EventBridgeClient);
    spy.mockRestore();

    await new EventBridgeClient({}).send(placeOrder());

    expect(eb.events).toHaveLength(1);
    expect(eb.strays).toEqual([]);
    Reflect.deleteProperty(EventBridgeClient.prototype, 'send');
  });
});
