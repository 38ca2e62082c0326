import {
  DescribeEventBusCommand,
  EventBridge,
  EventBridgeClient,
  InternalException,
  PutEventsCommand,
} from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-jest';
import { type FakeEventBridge, fakeEventBridge } from 'fake-eventbridge';
import sinon from 'sinon';

const Entries = [{ Source: 'shop.orders', DetailType: 'OrderPlaced', Detail: '{"orderId":"o-1"}' }];
const placeOrder = () => new PutEventsCommand({ Entries });

let eb: FakeEventBridge;
beforeEach(() => {
  eb = fakeEventBridge();
});
afterEach(() => {
  eb.restore();
  sinon.restore();
  jest.restoreAllMocks();
});

/** What each stub has to give the code under test. */
async function behavesAsAws(client: EventBridgeClient): Promise<void> {
  const answer = await client.send(placeOrder());
  expect(answer).toMatchObject({ FailedEntryCount: 0, Entries: [{ EventId: eb.events[0]?.id }] });
  expect(answer.$metadata).toMatchObject({ httpStatusCode: 200, attempts: 1 });

  eb.failEntry({ detail: { orderId: 'o-1' } }, 'ThrottlingException');
  expect(await client.send(placeOrder())).toMatchObject({
    FailedEntryCount: 1,
    Entries: [{ ErrorCode: 'ThrottlingException', ErrorMessage: 'Rate exceeded' }],
  });

  eb.failCall('InternalException');
  const failure = await client.send(placeOrder()).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(InternalException);
  expect(failure).toMatchObject({ $metadata: { httpStatusCode: 500, attempts: 3 } });

  expect(eb.calls.map(({ attempts }) => attempts.length)).toEqual([1, 1, 3]);
  eb.verify();
}

describe('eb.putEvents behind aws-sdk-client-mock', () => {
  test('of the class', async () => {
    const mock = mockClient(EventBridgeClient);
    mock.on(PutEventsCommand).callsFake(eb.putEvents);

    await behavesAsAws(new EventBridgeClient({}));

    expect(mock.commandCalls(PutEventsCommand)).toHaveLength(3);
    expect(mock.commandCalls(PutEventsCommand, { Entries })).toHaveLength(3);
    expect(mock.call(0).args[0].input).toEqual({ Entries });
    mock.restore();
  });

  test('beside the matchers of aws-sdk-client-mock-jest', async () => {
    const mock = mockClient(EventBridgeClient);
    mock.on(PutEventsCommand).callsFake(eb.putEvents);
    eb.failEntry(0, 'ThrottlingException');
    const client = new EventBridgeClient({});

    await client.send(placeOrder());
    await client.send(placeOrder());

    expect(mock).toHaveReceivedCommandTimes(PutEventsCommand, 2);
    expect(mock).toHaveReceivedCommandWith(PutEventsCommand, { Entries });
    expect(mock).toHaveReceivedNthCommandWith(2, PutEventsCommand, { Entries });
    expect(mock).not.toHaveReceivedCommand(DescribeEventBusCommand);
    expect(mock).toHaveReceivedAnyCommand();
    expect(() => expect(mock).toHaveReceivedCommandTimes(PutEventsCommand, 3)).toThrow(
      'Expected EventBridgeClient to receive "PutEventsCommand" 3 times',
    );
    eb.assertPublished({ source: 'shop.orders' }, { times: 1 });
    mock.restore();
  });

  test('of an instance', async () => {
    const client = new EventBridgeClient({ region: 'eu-north-1' });
    const mock = mockClient(client);
    mock.on(PutEventsCommand).callsFake(eb.putEvents);

    await behavesAsAws(client);

    expect(eb.events[0]?.region).toBe('eu-north-1');
    mock.restore();
  });

  test('for entries that the mock’s own matchers pick, beside canned answers for others', async () => {
    const mock = mockClient(EventBridgeClient);
    mock.resolves({ FailedEntryCount: 7 });
    mock.on(PutEventsCommand, { Entries }).callsFakeOnce(eb.putEvents).rejects('no more');
    const client = new EventBridgeClient({});

    const others = await client.send(new PutEventsCommand({ Entries: [] }));
    const first = await client.send(placeOrder());

    expect(others.FailedEntryCount).toBe(7);
    expect(first.FailedEntryCount).toBe(0);
    await expect(client.send(placeOrder())).rejects.toThrow('no more');
    expect(eb.calls).toHaveLength(1);
    mock.restore();
  });

  test('keeps the client’s own middleware and number of attempts', async () => {
    const mock = mockClient(EventBridgeClient);
    mock.on(PutEventsCommand).callsFake(eb.putEvents);
    const client = new EventBridgeClient({ maxAttempts: 5 });
    const seen: unknown[] = [];
    client.middlewareStack.add(
      (next) => (args) => {
        seen.push(args.input);
        return next(args);
      },
      { step: 'initialize' },
    );
    eb.failCall('InternalException');

    await client.send(placeOrder()).catch(() => {});

    expect(eb.calls[0]?.attempts).toHaveLength(5);
    expect(seen).toEqual([{ Entries }]);
    mock.restore();
  });

  test('works alone, as a function', async () => {
    const answer = await eb.putEvents({ Entries });

    expect(answer).toMatchObject({ FailedEntryCount: 0, $metadata: { httpStatusCode: 200 } });
  });
});

describe('eb.putEvents behind a stub of the aggregated client', () => {
  test.each<[string, () => unknown]>([
    ['Sinon', () => sinon.stub(EventBridge.prototype, 'putEvents').callsFake(eb.putEvents)],
    ['jest.spyOn', () => jest.spyOn(EventBridge.prototype, 'putEvents').mockImplementation(eb.putEvents)],
  ])('%s: uses the client that it is called on, its options and its callback', async (_, stub) => {
    stub();
    const bridge = new EventBridge({ region: 'eu-north-1', maxAttempts: 1 });
    const aborted = AbortSignal.abort();

    const answer = await bridge.putEvents({ Entries });
    const called = await new Promise((resolve) =>
      bridge.putEvents({ Entries }, (_error: unknown, output: unknown) => resolve(output)),
    );
    const withOptions = await new Promise((resolve) =>
      bridge.putEvents({ Entries }, { abortSignal: aborted }, (error: unknown) => resolve(error)),
    );
    eb.failCall('InternalException');
    const failure = await bridge.putEvents({ Entries }).catch((error: unknown) => error);
    const wrong = await new Promise((resolve) =>
      bridge.putEvents(undefined as never, (error: unknown) => resolve(error)),
    );

    expect(answer.FailedEntryCount).toBe(0);
    expect(called).toMatchObject({ FailedEntryCount: 0 });
    expect(withOptions).toMatchObject({ name: 'AbortError' });
    expect(failure).toMatchObject({ name: 'InternalException', $metadata: { attempts: 1 } });
    expect(wrong).toMatchObject({ code: 'ERR_WRONG_USE' });
    expect(eb.events.map(({ region }) => region)).toEqual(['eu-north-1', 'eu-north-1']);
  });
});

describe('eb.send', () => {
  test('behind a Sinon stub of the prototype', async () => {
    const stub = sinon.stub(EventBridgeClient.prototype, 'send').callsFake(eb.send);

    await behavesAsAws(new EventBridgeClient({}));

    sinon.assert.callCount(stub, 3);
  });

  test('behind a Sinon sandbox’s stub of an instance', async () => {
    const sandbox = sinon.createSandbox();
    const client = new EventBridgeClient({});
    sandbox.stub(client, 'send').callsFake(eb.send);

    await behavesAsAws(client);
    sandbox.restore();

    expect(Object.hasOwn(client, 'send')).toBe(false);
  });

  test('behind jest.spyOn of the prototype', async () => {
    const spy = jest.spyOn(EventBridgeClient.prototype, 'send').mockImplementation(eb.send);

    await behavesAsAws(new EventBridgeClient({}));

    expect(spy).toHaveBeenCalledTimes(3);
  });

  test('behind jest.spyOn of an instance', async () => {
    const client = new EventBridgeClient({ region: 'eu-north-1' });
    jest.spyOn(client, 'send').mockImplementation(eb.send);

    await behavesAsAws(client);

    expect(eb.events[0]?.region).toBe('eu-north-1');
  });

  test('under a fake that is installed as well', async () => {
    eb.install(EventBridgeClient);
    jest.spyOn(EventBridgeClient.prototype, 'send').mockImplementation(eb.send);

    await behavesAsAws(new EventBridgeClient({}));
  });

  test('answers callbacks', async () => {
    jest.spyOn(EventBridgeClient.prototype, 'send').mockImplementation(eb.send);

    const answer = await new Promise((resolve, reject) =>
      new EventBridgeClient({}).send(placeOrder(), (error, output) =>
        error ? reject(error) : resolve(output),
      ),
    );

    expect(answer).toMatchObject({ FailedEntryCount: 0 });
  });

  test('works alone, as a function', async () => {
    expect(await eb.send(placeOrder())).toMatchObject({ FailedEntryCount: 0 });
  });
});
