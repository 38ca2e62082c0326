import { EventBridgeClient, InternalException, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { fakeEventBridge } from 'fake-eventbridge';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import 'fake-eventbridge/vitest';

const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1"}' }];
const placeOrder = () => new PutEventsCommand({ Entries });
const client = new EventBridgeClient({});
const eb = fakeEventBridge();
beforeEach(() => eb.reset());
afterEach(() => eb.verify());

describe('installed', () => {
  beforeEach(() => eb.install(EventBridgeClient));
  afterAll(() => eb.restore());

  test('publishes', async () => {
    await client.send(placeOrder());
    expect(eb).toHavePublished({ source: 'shop.orders', detail: { orderId: expect.stringMatching(/^o-/) } });
    expect(() => expect(eb).toHavePublished({ source: 'another' })).toThrow('Expected an event to match');
  });

  test('retries without waiting, under faked timers too', async () => {
    vi.useFakeTimers();
    eb.failRequest('InternalException').times(2);
    expect((await client.send(placeOrder())).$metadata.attempts).toBe(3);
    vi.useRealTimers();
  });
});

describe('behind vi.spyOn', () => {
  afterEach(() => vi.restoreAllMocks());

  test.each([
    ['the class', EventBridgeClient.prototype],
    ['one client', client],
  ])('of %s', async (_, spied) => {
    const spy = vi.spyOn(spied, 'send').mockImplementation(eb.send);
    eb.failEntry(0, 'ThrottlingException');

    const answer = await client.send(placeOrder());
    eb.failCall('InternalException');
    const failure = await client.send(placeOrder()).catch((error: unknown) => error);

    expect(answer).toMatchObject({ FailedEntryCount: 1, $metadata: { httpStatusCode: 200, attempts: 1 } });
    expect(failure).toBeInstanceOf(InternalException);
    expect(failure).toMatchObject({ $metadata: { attempts: 3 } });
    expect(spy).toHaveBeenCalledTimes(2);
    expect(eb).toHavePublishedNothing();
  });
});
