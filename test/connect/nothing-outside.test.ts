import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';

const placeOrder = () =>
  new PutEventsCommand({ Entries: [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }] });

/** A home whose configuration would be noticed: a process that leaves a mark, one attempt, somebody's endpoint. */
let home: string;
let mark: string;
/** What the machine says about AWS; the switch of a warning of the SDK is the tests' own. */
const isOfMachine = (name: string) => name.startsWith('AWS_') && !name.startsWith('AWS_SDK_JS_');
const environment = { ...process.env };
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'fake-eventbridge-home-'));
  mark = join(home, 'credential-process-ran');
  writeFileSync(
    join(home, 'config'),
    [
      '[default]',
      'region = ap-south-1',
      `credential_process = touch ${mark}`,
      'max_attempts = 1',
      'use_fips_endpoint = true',
      'use_dualstack_endpoint = true',
      'endpoint_url = http://127.0.0.1:9',
      'sdk_ua_app_id = somebody',
      '',
    ].join('\n'),
  );
  for (const name of Object.keys(process.env)) if (isOfMachine(name)) delete process.env[name];
  process.env['AWS_CONFIG_FILE'] = join(home, 'config');
  process.env['AWS_SHARED_CREDENTIALS_FILE'] = join(home, 'no-such-file');
});
afterEach(() => {
  for (const name of Object.keys(process.env)) if (isOfMachine(name)) delete process.env[name];
  Object.assign(process.env, environment);
  rmSync(home, { recursive: true });
  jest.restoreAllMocks();
});

/** Every way to a socket, closed and watched. */
function watchSockets(): jest.SpiedFunction<typeof net.Socket.prototype.connect>[] {
  const refuse = () => {
    throw new Error('a socket was opened');
  };
  return [
    jest.spyOn(net.Socket.prototype, 'connect').mockImplementation(refuse),
    jest.spyOn(tls, 'connect').mockImplementation(refuse) as never,
  ];
}

describe('a client behind the fake consults nothing of the machine', () => {
  test.each<[string, () => Record<string, string>]>([
    ['a configuration file', () => ({})],
    ['a profile that points at nothing', () => ({ AWS_PROFILE: 'nobody' })],
    ['an endpoint in the environment', () => ({ AWS_ENDPOINT_URL: 'http://127.0.0.1:9' })],
    ['an endpoint of the service', () => ({ AWS_ENDPOINT_URL_EVENTBRIDGE: 'http://127.0.0.1:9' })],
    ['a region in the environment', () => ({ AWS_REGION: 'ap-south-1', AWS_DEFAULT_REGION: 'ap-south-1' })],
    ['a container’s credentials', () => ({ AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:9/' })],
    ['a web identity', () => ({ AWS_WEB_IDENTITY_TOKEN_FILE: join(home, 'token'), AWS_ROLE_ARN: 'arn:x' })],
    ['a key', () => ({ AWS_ACCESS_KEY_ID: 'theirs', AWS_SECRET_ACCESS_KEY: 'theirs' })],
  ])('%s', async (_, variables) => {
    Object.assign(process.env, variables());
    const before = { ...process.env };
    const sockets = watchSockets();
    using eb = fakeEventBridge();
    const early = new EventBridgeClient({});
    eb.install(EventBridgeClient);
    const clients = [early, new EventBridgeClient({}), eb.client()];
    const hosts: string[] = [];
    const keys: string[] = [];

    for (const client of clients) {
      client.middlewareStack.add(
        (next) => async (args) => {
          const { hostname, headers } = args.request as { hostname: string; headers: Record<string, string> };
          hosts.push(hostname);
          keys.push(/Credential=([^/]+)/.exec(headers['authorization'] ?? '')?.[1] ?? '');
          return next(args);
        },
        { step: 'finalizeRequest', priority: 'low' },
      );
      eb.failRequest('InternalException').times(2);
      expect(await client.send(placeOrder())).toMatchObject({ $metadata: { attempts: 3 } });
    }

    expect(new Set(hosts)).toEqual(new Set(['events.us-east-1.amazonaws.com']));
    expect(new Set(keys)).toEqual(new Set(['AKIAIOSFODNN7EXAMPLE']));
    expect(eb.events.map(({ region }) => region)).toEqual(['us-east-1', 'us-east-1', 'us-east-1']);
    expect(existsSync(mark)).toBe(false);
    for (const socket of sockets) expect(socket).not.toHaveBeenCalled();
    expect({ ...process.env }).toEqual(before);
  });

  test('what the test itself sets in the environment counts', async () => {
    process.env['AWS_MAX_ATTEMPTS'] = '2';
    using eb = fakeEventBridge();
    eb.failCall('InternalException');

    await eb
      .client()
      .send(placeOrder())
      .catch(() => {});

    expect(eb.calls[0]?.attempts).toHaveLength(2);
  });

  describe("defaultsMode: 'auto' does not ask the instance metadata service", () => {
    const unhandled = jest.fn();
    beforeEach(() => {
      process.on('unhandledRejection', unhandled);
    });
    afterEach(() => {
      process.off('unhandledRejection', unhandled);
      unhandled.mockClear();
    });

    test.each<[string, () => Parameters<FakeEventBridge['client']>[0]]>([
      ['of the constructor', () => ({ defaultsMode: 'auto' })],
      ['of a function', () => ({ defaultsMode: async () => 'auto' })],
      [
        'of the environment',
        () => {
          process.env['AWS_DEFAULTS_MODE'] = 'auto';
          return {};
        },
      ],
    ])('%s, with eb.client', async (_, config) => {
      const sockets = watchSockets();
      using eb = fakeEventBridge();

      const answer = await eb.client(config()).send(placeOrder());
      await eb.putEvents({ Entries: [] }).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 20));

      expect(answer.FailedEntryCount).toBe(0);
      for (const socket of sockets) expect(socket).not.toHaveBeenCalled();
      expect(unhandled).not.toHaveBeenCalled();
    });

    test.each<[string, (eb: FakeEventBridge, client: EventBridgeClient) => void]>([
      ['attach', (eb, client) => eb.attach(client)],
      ['install', (eb) => eb.install(EventBridgeClient)],
    ])('with eb.%s, which asks no setting for the mode', async (_, connect) => {
      const defaultsMode = jest.fn(async () => 'auto' as const);
      // With options of its own for the handler, the constructor does not ask for the mode either.
      const client = new EventBridgeClient({ defaultsMode, requestHandler: { requestTimeout: 1 } });
      const sockets = watchSockets();
      using eb = fakeEventBridge();

      connect(eb, client);
      await client.send(placeOrder());
      await new Promise((resolve) => setTimeout(resolve, 20));

      expect(defaultsMode).not.toHaveBeenCalled();
      for (const socket of sockets) expect(socket).not.toHaveBeenCalled();
    });

    test('and a handler whose options fail for want of a region is nobody’s unhandled rejection', async () => {
      process.env['AWS_EC2_METADATA_DISABLED'] = 'true';
      writeFileSync(join(home, 'config'), '');
      using eb = fakeEventBridge();
      const client = new EventBridgeClient({ defaultsMode: 'auto' });

      eb.attach(client);
      await client.send(placeOrder());
      await new Promise((resolve) => setTimeout(resolve, 20));

      expect(unhandled).not.toHaveBeenCalled();
    });
  });
});
