import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';

const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{}' }];
const placeOrder = () => new PutEventsCommand({ Entries });

/** Credentials that nobody may ask for. */
const credentials = jest.fn(async () => ({ accessKeyId: 'theirs', secretAccessKey: 'theirs' }));

let eb: FakeEventBridge;
let client: EventBridgeClient;
beforeEach(() => {
  eb = fakeEventBridge();
  client = new EventBridgeClient({ region: 'eu-west-1', credentials });
});
afterEach(() => {
  eb.restore();
  credentials.mockClear();
});

const CONNECT: readonly [string, () => void][] = [
  ['install', () => eb.install(EventBridgeClient)],
  ['attach', () => eb.attach(client)],
];

describe.each(CONNECT)('a call in flight at restore(), after eb.%s', (_, connect) => {
  test('is answered by the fake and asks for no credentials, however far it was', async () => {
    for (let turns = 0; turns < 30; turns++) {
      connect();
      const sending = client.send(placeOrder());
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      eb.restore();

      expect((await sending).FailedEntryCount).toBe(0);
      expect(credentials).not.toHaveBeenCalled();
    }
    expect(eb.events).toHaveLength(30);
  });

  test('leaves nothing once it has ended', async () => {
    const picture = () => ({
      config: Object.getOwnPropertyDescriptors(client.config),
      middleware: client.middlewareStack.identify(),
    });
    connect();
    await client.send(placeOrder()); // the SDK changes a client by itself when it sends for the first time
    eb.restore();
    const before = picture();
    connect();
    const sending = client.send(placeOrder());
    eb.restore();

    await sending;

    expect(picture()).toEqual(before);
  });

  test('does not stay behind when another fake connects the client before it ends', async () => {
    connect();
    eb.restore();
    const before = Object.getOwnPropertyDescriptors(client.config);
    connect();
    const held = eb.hold();
    const sending = client.send(placeOrder());
    await held.reached();
    eb.restore();
    const next = fakeEventBridge();
    next.attach(client);

    await client.send(placeOrder());
    next.restore();
    held.release();
    await sending;

    expect([next.events.length, eb.events.length]).toEqual([1, 1]);
    expect(Object.getOwnPropertyDescriptors(client.config)).toEqual(before);
  });
});
