import {
  EventBridge,
  EventBridgeClient,
  PutEventsCommand,
  ThrottlingException,
} from '@aws-sdk/client-eventbridge';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { fakeEventBridge } from 'fake-eventbridge';
import sinon from 'sinon';
import { entry } from '../put-events';

const command = () => new PutEventsCommand({ Entries: [entry()] });
const eb = fakeEventBridge();
afterEach(() => {
  sinon.restore();
  jest.restoreAllMocks();
  eb.reset();
});

describe('behind aws-sdk-client-mock', () => {
  test('of a class: true answers, real exceptions, and its own records go on', async () => {
    const mock = mockClient(EventBridgeClient);
    mock.on(PutEventsCommand).callsFake(eb.putEvents);
    const client = new EventBridgeClient({ maxAttempts: 2 });

    const answer = await client.send(command());
    expect(answer).toMatchObject({ FailedEntryCount: 0, $metadata: { httpStatusCode: 200, attempts: 1 } });
    expect(mock.commandCalls(PutEventsCommand)).toHaveLength(1);

    eb.failCall('ThrottlingException');
    const error = await client.send(command()).catch((e) => e);
    expect(error).toBeInstanceOf(ThrottlingException);
    expect(error.$metadata.attempts).toBe(2);
    mock.restore();
  });

  test('of one instance', async () => {
    const client = new EventBridgeClient({});
    const mock = mockClient(client);
    mock.on(PutEventsCommand).callsFake(eb.putEvents);
    await client.send(command());
    expect(eb.events).toHaveLength(1);
    mock.restore();
  });
});

describe('behind a stub of send', () => {
  test("Sinon's, called with the client's own configuration", async () => {
    sinon.stub(EventBridgeClient.prototype, 'send').callsFake(eb.send);
    eb.failCall('InternalException');
    const error = await new EventBridgeClient({ maxAttempts: 4 }).send(command()).catch((e) => e);
    expect(error).toMatchObject({ name: 'InternalException', $metadata: { attempts: 4 } });
    await new EventBridge({}).putEvents({ Entries: [entry()] });
    expect(eb.events).toHaveLength(1);
  });

  test("Jest's", async () => {
    const spy = jest.spyOn(EventBridgeClient.prototype, 'send').mockImplementation(eb.send);
    const client = new EventBridgeClient({});
    await client.send(command());
    const answer = await new Promise((resolve) =>
      client.send(command(), (_: unknown, data: unknown) => resolve(data)),
    );
    expect(answer).toMatchObject({ FailedEntryCount: 0 });
    expect(spy).toHaveBeenCalledTimes(2);
    expect(eb.events).toHaveLength(2);
  });
});

describe('called directly', () => {
  test('without a client', async () => {
    expect(await eb.putEvents({ Entries: [entry()] })).toMatchObject({ FailedEntryCount: 0 });
    expect(await eb.send(command())).toMatchObject({ FailedEntryCount: 0 });
  });

  test('with something that is no command', async () => {
    await expect(eb.send(undefined)).rejects.toThrow(
      'eb.send wants a command, such as new PutEventsCommand({ Entries }), not undefined.',
    );
    await expect(eb.send({ Entries: [] })).rejects.toThrow('For the input alone there is eb.putEvents.');
  });
});

describe('client and requestHandler', () => {
  test('client() takes a configuration', async () => {
    await eb.client({ region: 'eu-west-3' }).send(command());
    expect(eb.events[0]?.region).toBe('eu-west-3');
  });

  test('requestHandler fits a configuration of your own', async () => {
    const client = new EventBridgeClient({
      region: 'eu-west-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      requestHandler: eb.requestHandler,
    });
    await client.send(command());
    expect(eb.events).toHaveLength(1);
    client.destroy();
  });
});
