import {
  type EventBridge,
  EventBridgeClient,
  InternalException,
  PutEventsCommand,
} from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';

const orderPlaced = { Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' };
const placeOrder = () => new PutEventsCommand({ Entries: [orderPlaced] });

let eb: FakeEventBridge;
beforeEach(() => {
  eb = fakeEventBridge();
});
afterEach(() => eb.restore());

describe('eb.client()', () => {
  test('is a real client that needs no region and no credentials', async () => {
    const client = eb.client();

    const answer = await client.send(placeOrder());

    expect(client).toBeInstanceOf(EventBridgeClient);
    expect(answer.FailedEntryCount).toBe(0);
    expect(answer.$metadata).toMatchObject({ httpStatusCode: 200, attempts: 1, totalRetryDelay: 0 });
    expect(answer.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('is the aggregated client, for code that calls its operations as methods', async () => {
    const bridge: EventBridge = eb.client();

    const answer = await bridge.putEvents({ Entries: [orderPlaced] });

    expect(answer.FailedEntryCount).toBe(0);
    expect(eb.events).toHaveLength(1);
  });

  test('takes a configuration of its own', async () => {
    const client = eb.client({ region: 'eu-central-1', maxAttempts: 1 });
    eb.failCall('InternalException');

    const failure = await client.send(placeOrder()).catch((error: unknown) => error);
    await client.send(placeOrder());

    expect(failure).toBeInstanceOf(InternalException);
    expect(failure).toMatchObject({ $fault: 'server', $metadata: { httpStatusCode: 500, attempts: 1 } });
    expect(eb.events[0]?.region).toBe('eu-central-1');
  });

  test('has the region of the fake', async () => {
    const inParis = fakeEventBridge({ region: 'eu-west-3' });

    await inParis.client().send(placeOrder());

    expect(inParis.events[0]?.region).toBe('eu-west-3');
  });

  test('answers callbacks', async () => {
    const client = eb.client();

    const answer = await new Promise((resolve, reject) => {
      client.send(placeOrder(), (error, output) => (error ? reject(error) : resolve(output)));
    });

    expect(answer).toMatchObject({ FailedEntryCount: 0 });
  });
});

describe('eb.attach(client)', () => {
  test('wires that client alone', async () => {
    const client = new EventBridgeClient({});
    const other = new EventBridgeClient({});
    const { requestHandler } = other.config;

    eb.attach(client);
    await client.send(placeOrder());

    expect(eb.events).toHaveLength(1);
    expect(other.config.requestHandler).toBe(requestHandler);
  });

  test('twice is once', async () => {
    const client = new EventBridgeClient({});
    eb.attach(client);
    eb.attach(client);

    await client.send(placeOrder());

    expect(eb.calls).toHaveLength(1);
  });

  test('is refused for a client that another fake has, with the line that attached it', () => {
    const client = new EventBridgeClient({});
    eb.attach(client); // the line of the text below

    expect(() => fakeEventBridge().attach(client)).toThrow(
      expect.objectContaining({
        code: 'ERR_ALREADY_INSTALLED',
        message: expect.stringMatching(
          /^eb\.attach: this client is already connected to another fake \(at test\/connect\/connections\.test\.ts:\d+:\d+\)\. Call restore\(\) on that fake first, for example in afterAll, or use one fake for both\.$/,
        ),
      }),
    );
  });

  test('can follow the restore of the other fake', async () => {
    const client = new EventBridgeClient({});
    eb.attach(client);
    eb.restore();
    const next = fakeEventBridge();
    next.attach(client);

    await client.send(placeOrder());

    expect(next.events).toHaveLength(1);
    expect(eb.events).toHaveLength(0);
    next.restore();
  });
});

describe('eb.requestHandler', () => {
  test('is the end of the pipeline for a configuration of one’s own', async () => {
    const client = new EventBridgeClient({
      region: 'us-west-2',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      requestHandler: eb.requestHandler,
    });

    await client.send(placeOrder());

    expect(eb.events[0]).toMatchObject({ source: 'shop.orders', region: 'us-west-2' });
  });

  test('serves several clients', async () => {
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    for (const region of ['us-west-2', 'eu-west-1']) {
      await new EventBridgeClient({ region, credentials, requestHandler: eb.requestHandler }).send(
        placeOrder(),
      );
    }

    expect(eb.events.map(({ region }) => region)).toEqual(['us-west-2', 'eu-west-1']);
  });
});
