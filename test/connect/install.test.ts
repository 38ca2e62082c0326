import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventBridge, EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { FakeEventBridgeError, fakeEventBridge } from 'fake-eventbridge';
import { entry } from '../support/put-events';

const before = new EventBridgeClient({});
const command = () => new PutEventsCommand({ Entries: [entry()] });
const fakes: { restore(): void }[] = [];

function installed(options?: Parameters<typeof fakeEventBridge>[0]) {
  const eb = fakeEventBridge(options);
  fakes.push(eb);
  eb.install(EventBridgeClient);
  return eb;
}

afterEach(() => {
  for (const fake of fakes.splice(0)) fake.restore();
});

describe('install', () => {
  test('reaches clients made before and after', async () => {
    const eb = installed();
    await before.send(command());
    await new EventBridgeClient({ region: 'eu-west-1' }).send(command());
    expect(eb.events.map(({ region }) => region)).toEqual(['us-east-1', 'eu-west-1']);
  });

  test('reaches subclasses, with promises and with callbacks', async () => {
    const eb = installed();
    const aggregated = new EventBridge({});
    await aggregated.putEvents({ Entries: [entry()] });
    const answer = await new Promise((resolve, reject) => {
      aggregated.putEvents({ Entries: [entry()] }, (error: unknown, data: unknown) =>
        error ? reject(error) : resolve(data),
      );
    });
    expect(answer).toMatchObject({ FailedEntryCount: 0 });
    const sent = await new Promise((resolve) =>
      before.send(command(), (_: unknown, data: unknown) => resolve(data)),
    );
    expect(sent).toMatchObject({ FailedEntryCount: 0 });
    expect(eb.events).toHaveLength(3);
  });

  test('gives a callback the exception', async () => {
    const eb = installed();
    eb.failCall('InternalException');
    const error = await new Promise((resolve) => before.send(command(), (e: unknown) => resolve(e)));
    expect(error).toMatchObject({ name: 'InternalException', $fault: 'server', $metadata: { attempts: 3 } });
  });

  test('keeps middleware that was added to an instance, as tracers add it', async () => {
    const eb = installed();
    const client = new EventBridgeClient({});
    client.middlewareStack.add(
      (next) => async (args) => {
        const request = args.request as { headers: Record<string, string> };
        request.headers['x-amzn-trace-id'] = 'Root=1-5759e988-bd862e3fe1be46a994272793';
        return next(args);
      },
      { step: 'build', name: 'tracer' },
    );
    await client.send(command());
    expect(eb.events[0]?.traceHeader).toBe('Root=1-5759e988-bd862e3fe1be46a994272793');
  });

  test('is once however often it is called', async () => {
    const eb = installed();
    eb.install(EventBridgeClient);
    await before.send(command());
    expect(eb.events).toHaveLength(1);
  });

  test('of a second fake is refused, and says where the first was installed', () => {
    installed();
    const second = fakeEventBridge();
    expect(() => second.install(EventBridgeClient)).toThrow(
      /^eb\.install: the class EventBridgeClient is already connected to another fake \(at test\/connect\/install\.test\.ts:\d+:\d+\)\. Call restore\(\) on that fake first, for example in afterAll, or use one fake for both\.$/,
    );
    expect(() => second.attach(new EventBridgeClient({}))).not.toThrow();
    second.restore();
  });

  test('respects a client that another fake was attached to', async () => {
    const other = fakeEventBridge();
    fakes.push(other);
    const client = new EventBridgeClient({});
    other.attach(client);
    const eb = installed();
    await client.send(command());
    expect([other.events.length, eb.events.length]).toEqual([1, 0]);
  });
});

describe('restore', () => {
  test('leaves the class, the clients and their configuration as they were', async () => {
    const client = new EventBridgeClient({
      region: 'eu-west-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
    const config = Object.getOwnPropertyDescriptors(client.config);
    const environment = { ...process.env };
    const { setTimeout: timer } = globalThis;
    const eb = installed();
    eb.failRequest('InternalException');
    await client.send(command());
    eb.restore();
    eb.restore();
    expect(Object.hasOwn(EventBridgeClient.prototype, 'send')).toBe(false);
    expect(Object.getOwnPropertyDescriptors(client.config)).toEqual(config);
    expect(process.env).toEqual(environment);
    expect(globalThis.setTimeout).toBe(timer);
  });

  test('lets another fake in', async () => {
    installed().restore();
    const eb = installed();
    await before.send(command());
    expect(eb.events).toHaveLength(1);
  });

  test('is what `using` runs', async () => {
    const eb = installed();
    eb[Symbol.dispose ?? (Symbol.for('Symbol.dispose') as typeof Symbol.dispose)]();
    expect(Object.hasOwn(EventBridgeClient.prototype, 'send')).toBe(false);
  });

  test('does not take away a spy that was put over it', () => {
    const eb = installed();
    const spy = jest.spyOn(EventBridgeClient.prototype, 'send');
    eb.restore();
    expect(EventBridgeClient.prototype.send).toBe(spy);
    spy.mockRestore();
    Reflect.deleteProperty(EventBridgeClient.prototype, 'send');
  });
});

describe('nothing of the machine is asked', () => {
  test('no credentials of any kind, no settings of the config file, no socket', async () => {
    const home = mkdtempSync(join(tmpdir(), 'fake-eventbridge-'));
    const mark = join(home, 'asked');
    writeFileSync(
      join(home, 'config'),
      `[default]\nregion = eu-north-1\nmax_attempts = 1\nendpoint_url = http://127.0.0.1:1\nuse_fips_endpoint = true\ncredential_process = touch ${mark}\n`,
    );
    const environment = { ...process.env };
    Object.assign(process.env, {
      AWS_CONFIG_FILE: join(home, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(home, 'config'),
      AWS_REGION: 'ap-south-1',
    });
    const connect = jest.spyOn(net.Socket.prototype, 'connect');
    try {
      const eb = installed();
      eb.failRequest('InternalException').times(2);
      const { $metadata } = await new EventBridgeClient({}).send(command());
      expect($metadata.attempts).toBe(3);
      expect(eb.events[0]?.region).toBe('us-east-1');
      expect(connect).not.toHaveBeenCalled();
      expect(readdirSync(home)).toEqual(['config']);
    } finally {
      connect.mockRestore();
      for (const name of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'AWS_REGION']) {
        if (environment[name] === undefined) delete process.env[name];
        else process.env[name] = environment[name];
      }
      rmSync(home, { recursive: true });
    }
  });

  test('what a client was given stays: its region, its attempts, its endpoint', async () => {
    const eb = installed();
    const client = new EventBridgeClient({ region: 'eu-central-1', maxAttempts: 5 });
    eb.failCall('InternalException');
    const error = await client.send(command()).catch((e) => e);
    expect(error.$metadata.attempts).toBe(5);
    await client.send(command());
    expect(eb.events[0]?.region).toBe('eu-central-1');
  });

  test('AWS_MAX_ATTEMPTS is honoured: production may set it too', async () => {
    process.env['AWS_MAX_ATTEMPTS'] = '2';
    try {
      const eb = installed();
      eb.failCall('InternalException');
      const error = await new EventBridgeClient({}).send(command()).catch((e) => e);
      expect(error.$metadata.attempts).toBe(2);
    } finally {
      delete process.env['AWS_MAX_ATTEMPTS'];
    }
  });
});

describe('backoff and quota', () => {
  test('waits are skipped and noted on the attempt', async () => {
    const eb = installed();
    eb.failRequest('ThrottlingException').times(2);
    const { $metadata } = await before.send(command());
    const waits = eb.calls[0]?.attempts.map(({ backoff }) => backoff) ?? [];
    expect($metadata.totalRetryDelay).toBe((waits[0] ?? 0) + (waits[1] ?? 0));
    expect(waits[2]).toBe(0);
  });

  test('pass under fake timers too: no timer is set', async () => {
    jest.useFakeTimers();
    try {
      const eb = installed();
      eb.failRequest('InternalException').times(2);
      await before.send(command());
      expect(eb.calls[0]?.attempts).toHaveLength(3);
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  test('a drained retry quota is refilled by reset()', async () => {
    const eb = installed();
    const client = new EventBridgeClient({});
    const attempts = async () => {
      eb.failCall('InternalException');
      return (await client.send(command()).catch((e) => e)).$metadata.attempts;
    };
    const drained: number[] = [];
    for (let i = 0; i < 25; i++) drained.push(await attempts());
    expect(drained[0]).toBe(3);
    expect(drained.at(-1)).toBe(1);
    eb.reset();
    expect(await attempts()).toBe(3);
  });
});

describe('what is not a class of clients is refused', () => {
  const eb = fakeEventBridge();
  const install = (value: unknown) => () => eb.install(value as typeof EventBridgeClient);
  class S3Client extends (Object.getPrototypeOf(EventBridgeClient) as new () => object) {}

  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'eb.install takes the class EventBridgeClient, not undefined.'],
    [
      'an instance',
      before,
      'eb.install takes the class EventBridgeClient, not an object of class EventBridgeClient. To connect a single client, use eb.attach(client).',
    ],
    [
      'a command',
      PutEventsCommand,
      'eb.install takes the class EventBridgeClient, not the class or function PutEventsCommand. A command is what a client sends: pass the class of the client.',
    ],
    [
      'the client of another service',
      S3Client,
      'eb.install takes the class EventBridgeClient, not S3Client: the fake serves EventBridge alone.',
    ],
  ])('%s', (_, value, message) => {
    expect(install(value)).toThrow(message);
    expect(install(value)).toThrow(FakeEventBridgeError);
  });
});

describe('attach', () => {
  test('wires one client and no other', async () => {
    const eb = fakeEventBridge();
    fakes.push(eb);
    const client = new EventBridgeClient({});
    eb.attach(client);
    eb.attach(client);
    await client.send(command());
    expect(eb.events).toHaveLength(1);
    expect(Object.hasOwn(EventBridgeClient.prototype, 'send')).toBe(false);
  });

  test('refuses a client of another fake', () => {
    const first = fakeEventBridge();
    fakes.push(first);
    const client = new EventBridgeClient({});
    first.attach(client);
    expect(() => fakeEventBridge().attach(client)).toThrow(
      /^eb\.attach: this client is already connected to another fake \(at test\/connect\/install\.test\.ts:\d+:\d+\)\. Call restore\(\) on that fake first, for example in afterAll, or use one fake for both\.$/,
    );
  });

  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'eb.attach takes a client, such as new EventBridgeClient({}), not undefined.'],
    [
      'the class',
      EventBridgeClient,
      'eb.attach takes a client, such as new EventBridgeClient({}), not the class or function EventBridgeClient.',
    ],
    [
      'a stub',
      { putEvents: () => {} },
      'eb.attach takes a client, such as new EventBridgeClient({}), not an object (a client of AWS SDK v2, or a stub; the fake needs @aws-sdk/client-eventbridge).',
    ],
    [
      'another service',
      { send() {}, middlewareStack: {}, config: { serviceId: 'S3' } },
      'eb.attach takes a client of EventBridge, not one of S3: the fake serves EventBridge alone.',
    ],
  ])('refuses %s', (_, value, message) => {
    expect(() => fakeEventBridge().attach(value as EventBridgeClient)).toThrow(message);
  });
});
