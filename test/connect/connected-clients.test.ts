import { EventBridge, EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';
import { collectGarbage } from '../support/collect-garbage';

const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];
const placeOrder = () => new PutEventsCommand({ Entries });

let eb: FakeEventBridge;
beforeEach(() => {
  eb = fakeEventBridge();
});
afterEach(() => eb.restore());

describe('eb.install(EventBridgeClient)', () => {
  test('wires clients made before and after', async () => {
    const before = new EventBridgeClient({});
    eb.install(EventBridgeClient);
    const after = new EventBridgeClient({ region: 'eu-west-1' });

    await before.send(placeOrder());
    await after.send(placeOrder());

    expect(eb.events.map(({ region }) => region)).toEqual(['us-east-1', 'eu-west-1']);
  });

  test('wires the aggregated client, a subclass', async () => {
    eb.install(EventBridgeClient);
    const bridge = new EventBridge({});

    const answer = await bridge.putEvents({ Entries });
    const called = await new Promise((resolve, reject) =>
      bridge.putEvents({ Entries }, (error: unknown, output: unknown) =>
        error ? reject(error) : resolve(output),
      ),
    );

    expect(answer.FailedEntryCount).toBe(0);
    expect(called).toMatchObject({ FailedEntryCount: 0 });
    expect(eb.events).toHaveLength(2);
  });

  test('wires the subclasses of a project', async () => {
    class AuditedClient extends EventBridgeClient {}
    eb.install(EventBridgeClient);

    await new AuditedClient({}).send(placeOrder());

    expect(eb.events).toHaveLength(1);
  });

  test('leaves the aggregated client’s own class alone when only that is installed', async () => {
    eb.install(EventBridge);

    await new EventBridge({}).putEvents({ Entries });

    expect(eb.events).toHaveLength(1);
    expect(Object.hasOwn(EventBridgeClient.prototype, 'send')).toBe(false);
  });

  test('answers in callback form, with and without options', async () => {
    eb.install(EventBridgeClient);
    const client = new EventBridgeClient({});

    const outputs = await Promise.all([
      new Promise((resolve, reject) =>
        client.send(placeOrder(), (error, output) => (error ? reject(error) : resolve(output))),
      ),
      new Promise((resolve, reject) =>
        client.send(placeOrder(), {}, (error, output) => (error ? reject(error) : resolve(output))),
      ),
    ]);

    expect(outputs).toEqual([
      expect.objectContaining({ FailedEntryCount: 0 }),
      expect.objectContaining({ FailedEntryCount: 0 }),
    ]);
  });

  test('hands errors to a callback', async () => {
    eb.install(EventBridgeClient);
    eb.failCall('AccessDeniedException');

    const error = await new Promise((resolve) => new EventBridgeClient({}).send(placeOrder(), resolve));

    expect(error).toMatchObject({ name: 'AccessDeniedException', $metadata: { httpStatusCode: 400 } });
  });

  test('runs middleware that was added to a client', async () => {
    eb.install(EventBridgeClient);
    const client = new EventBridgeClient({});
    const seen: string[] = [];
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          seen.push(`${commandName} out`);
          const result = await next(args);
          seen.push(`${commandName} back`);
          return result;
        },
      { step: 'finalizeRequest', name: 'seen' },
    );

    await client.send(placeOrder());

    expect(seen).toEqual(['PutEventsCommand out', 'PutEventsCommand back']);
  });

  test('twice by the same fake is once', async () => {
    eb.install(EventBridgeClient);
    eb.install(EventBridgeClient);

    await new EventBridgeClient({}).send(placeOrder());

    expect(eb.calls).toHaveLength(1);
  });

  test('is refused while another fake holds the class, with the line that installed it', () => {
    eb.install(EventBridgeClient);

    expect(() => fakeEventBridge().install(EventBridgeClient)).toThrow(
      expect.objectContaining({
        code: 'ERR_ALREADY_INSTALLED',
        message: expect.stringMatching(
          /^eb\.install: the class EventBridgeClient is already connected to another fake \(at test\/connect\/connected-clients\.test\.ts:\d+:\d+\)\. Call restore\(\) on that fake first, for example in afterAll, or use one fake for both\.$/,
        ),
      }),
    );
  });

  test('leaves a client to the fake it is attached to', async () => {
    const own = fakeEventBridge();
    const client = new EventBridgeClient({});
    own.attach(client);
    eb.install(EventBridgeClient);

    await client.send(placeOrder());

    expect(own.events).toHaveLength(1);
    expect(eb.events).toHaveLength(0);
    own.restore();
  });
});

/** Everything about a client that a test could find changed. */
function picture(client: EventBridgeClient): object {
  return {
    config: Object.getOwnPropertyDescriptors(client.config),
    own: Object.getOwnPropertyDescriptors(client),
    middleware: client.middlewareStack.identify(),
  };
}

describe('eb.attach(client), while its class is installed on another fake', () => {
  let other: FakeEventBridge;
  beforeEach(() => {
    other = fakeEventBridge();
    other.install(EventBridgeClient);
  });
  afterEach(() => other.restore());

  test('connects the client, and the class stays with the other fake', async () => {
    const client = new EventBridgeClient({});
    eb.attach(client);

    await client.send(placeOrder());
    await new EventBridgeClient({}).send(placeOrder());

    expect([eb.events.length, other.events.length]).toEqual([1, 1]);
  });

  test('is refused after the client has sent a request', async () => {
    const client = new EventBridgeClient({});
    await client.send(placeOrder());

    expect(() => eb.attach(client)).toThrow(
      /^eb\.attach: this client is already connected to another fake \(at test\/connect\/connected-clients\.test\.ts:\d+:\d+\)\. Call restore\(\) on that fake first/,
    );

    other.restore();
    eb.attach(client);
    await client.send(placeOrder());
    expect([eb.events.length, other.events.length]).toEqual([1, 1]);
  });
});

test('eb.reset() looks at the clients that are left, not at all that there were', async () => {
  eb.install(EventBridgeClient);
  for (let n = 0; n < 20; n++) await new EventBridgeClient({}).send(placeOrder());
  await new Promise(setImmediate);
  collectGarbage();
  eb.reset();

  const looks = jest.spyOn(WeakRef.prototype, 'deref');
  eb.reset();
  const { length } = looks.mock.calls;
  looks.mockRestore();

  expect(length).toBeLessThan(20);
});

describe('eb.restore()', () => {
  const classes = [EventBridgeClient, EventBridge, Object.getPrototypeOf(EventBridgeClient)];
  const pictures = () => classes.map(({ prototype }) => Object.getOwnPropertyDescriptors(prototype));

  test('leaves prototypes, configuration, timers and environment as they were', async () => {
    const { requestHandler } = fakeEventBridge();
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const client = new EventBridgeClient({ region: 'us-east-1', credentials, requestHandler });
    await client.send(placeOrder()); // the SDK changes a client by itself when it sends for the first time
    const before = { client: picture(client), classes: pictures(), setTimeout, env: { ...process.env } };
    eb.install(EventBridgeClient);
    eb.failRequest('InternalException');
    await client.send(placeOrder());
    expect(picture(client)).not.toEqual(before.client);

    eb.restore();

    expect({ client: picture(client), classes: pictures(), setTimeout, env: { ...process.env } }).toEqual(
      before,
    );
  });

  test('twice is once', () => {
    eb.install(EventBridgeClient);
    eb.restore();
    const { send } = EventBridgeClient.prototype;
    eb.restore();

    expect(EventBridgeClient.prototype.send).toBe(send);
  });

  test('lets another fake install', () => {
    eb.install(EventBridgeClient);
    eb.restore();
    const next = fakeEventBridge();

    next.install(EventBridgeClient);
    next.restore();

    expect(Object.hasOwn(EventBridgeClient.prototype, 'send')).toBe(false);
  });

  test('lets the same fake install again', async () => {
    const client = new EventBridgeClient({});
    for (let round = 0; round < 2; round++) {
      eb.install(EventBridgeClient);
      await client.send(placeOrder());
      eb.restore();
    }

    expect(eb.events).toHaveLength(2);
  });

  test('keeps what has been recorded', async () => {
    eb.install(EventBridgeClient);
    await new EventBridgeClient({}).send(placeOrder());

    eb.restore();

    expect(eb.events).toHaveLength(1);
  });

  test('runs at the end of the scope of `using`', () => {
    {
      using scoped = fakeEventBridge();
      scoped.install(EventBridgeClient);
      expect(Object.hasOwn(EventBridgeClient.prototype, 'send')).toBe(true);
    }

    expect(Object.hasOwn(EventBridgeClient.prototype, 'send')).toBe(false);
  });

  test('leaves a stub that was laid over it to whoever laid it', () => {
    eb.install(EventBridgeClient);
    const stub = () => Promise.resolve({});
    EventBridgeClient.prototype.send = stub;

    eb.restore();

    expect(EventBridgeClient.prototype.send).toBe(stub);
    Reflect.deleteProperty(EventBridgeClient.prototype, 'send');
  });
});
