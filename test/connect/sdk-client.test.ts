import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, jest, test } from '@jest/globals';
import { FakeEventBridgeError, fakeEventBridge } from 'fake-eventbridge';
import sinon from 'sinon';

const eb = fakeEventBridge();

/** As the client of the SDK v2 looks: a method for each operation, no `send`. */
class EventBridgeV2 {
  putEvents() {
    return { promise: async () => ({}) };
  }
}

/** As `AWS.EventBridge` of the package aws-sdk is: its class has no name, and its operations come from a model. */
const V2: new () => object = Object.assign(
  (() =>
    class {
      readonly config = {};
      makeRequest() {}
      putEvents() {}
    })(),
  { serviceIdentifier: 'eventbridge' },
);

/** What each way to connect says to a value that its type does not allow, as a test in JavaScript may pass it. */
function answerOf(door: unknown, value: unknown): string {
  try {
    (door as (value: unknown) => unknown)(value);
  } catch (error) {
    if (error instanceof FakeEventBridgeError && error.code === 'ERR_NOT_A_CLIENT') return error.message;
    throw error;
  }
  return 'no error';
}

describe('eb.install', () => {
  test.each([
    [undefined, 'undefined.'],
    ['EventBridgeClient', '"EventBridgeClient".'],
    [
      new EventBridgeClient({}),
      'an object of class EventBridgeClient. To connect a single client, use eb.attach(client).',
    ],
    [
      new EventBridgeV2(),
      'an object of class EventBridgeV2 (a client of AWS SDK v2, or a stub; the fake needs @aws-sdk/client-eventbridge).',
    ],
    [EventBridgeV2, 'the class or function EventBridgeV2.'],
    [V2, 'the class eventbridge of AWS SDK v2 (the fake needs @aws-sdk/client-eventbridge).'],
    [new V2(), 'a client of AWS SDK v2 (the fake needs @aws-sdk/client-eventbridge).'],
    [
      jest.fn(),
      "a mock of Jest or Vitest. The fake needs the real SDK. Remove jest.mock('@aws-sdk/client-eventbridge') or vi.mock (docs/guides/coming-from-jest-mock.md).",
    ],
    [
      sinon.stub(),
      "a stub of Sinon. The fake needs the real SDK. Remove jest.mock('@aws-sdk/client-eventbridge') or vi.mock (docs/guides/coming-from-jest-mock.md).",
    ],
    [
      PutEventsCommand,
      'the class or function PutEventsCommand. A command is what a client sends: pass the class of the client.',
    ],
    [SQSClient, 'SQSClient: the fake serves EventBridge alone.'],
    [() => {}, 'a function.'],
  ])('%p', (value, got) => {
    expect(answerOf(eb.install, value)).toBe(`eb.install takes the class EventBridgeClient, not ${got}`);
  });

  test('lets clients of other services that share the installed class pass by', async () => {
    class Client extends Object.getPrototypeOf(EventBridgeClient) {}

    expect(answerOf(eb.install, Client)).toBe('no error');
    eb.restore();
  });
});

describe('eb.attach', () => {
  test.each([
    [undefined, 'undefined.'],
    [null, 'null.'],
    [{}, 'an object.'],
    [{ send: async () => ({}) }, 'an object.'],
    [{ send: jest.fn() }, 'an object whose send is a mock of Jest or Vitest.'],
    [{ send: sinon.stub() }, 'an object whose send is a stub of Sinon.'],
    [jest.fn(), 'a mock of Jest or Vitest.'],
    [new V2(), 'a client of AWS SDK v2 (the fake needs @aws-sdk/client-eventbridge).'],
    [
      EventBridgeClient,
      'the class or function EventBridgeClient. To connect all clients of a class, use eb.install(EventBridgeClient).',
    ],
    [
      new EventBridgeV2(),
      'an object of class EventBridgeV2 (a client of AWS SDK v2, or a stub; the fake needs @aws-sdk/client-eventbridge).',
    ],
    [new PutEventsCommand({ Entries: [] }), 'an object of class PutEventsCommand.'],
  ])('%p', (value, got) => {
    expect(answerOf(eb.attach, value)).toBe(
      `eb.attach takes a client, such as new EventBridgeClient({}), not ${got}`,
    );
  });

  test('a client of another service', () => {
    expect(answerOf(eb.attach, new SQSClient({}))).toBe(
      'eb.attach takes a client of EventBridge, not one of SQS: the fake serves EventBridge alone.',
    );
  });
});

describe('eb.send', () => {
  test.each([
    [undefined, 'undefined.'],
    [{ Entries: [] }, 'an object. To pass the input alone, use eb.putEvents.'],
    [PutEventsCommand, 'the function PutEventsCommand.'],
  ])('%p', async (value, got) => {
    await expect(eb.send(value)).rejects.toThrow(
      `eb.send takes a command, such as new PutEventsCommand({ Entries }), not ${got}`,
    );
  });

  test('as the stub of a client of another service', async () => {
    const queue = new SQSClient({});
    queue.send = eb.send;

    expect(() => queue.send(new PutEventsCommand({ Entries: [] }) as never)).toThrow(
      'eb.send takes a client of EventBridge, not one of SQS: the fake serves EventBridge alone.',
    );
  });
});

describe('eb.putEvents', () => {
  test.each([
    [undefined, 'undefined.'],
    [
      new PutEventsCommand({ Entries: [] }),
      'an object of class PutEventsCommand. To pass a command, use eb.send.',
    ],
    ['{}', '"{}".'],
  ])('%p', async (value, got) => {
    await expect(eb.putEvents(value as never)).rejects.toThrow(
      `eb.putEvents takes the input of PutEvents, such as { Entries: [...] }, not ${got}`,
    );
  });
});

describe('more arguments than a method takes', () => {
  test.each([
    ['client', 'config', [{}, {}]],
    ['install', 'clientClass', [EventBridgeClient, SQSClient]],
    ['attach', 'client', [new EventBridgeClient({}), new EventBridgeClient({})]],
  ] as const)('eb.%s', (method, parameter, args) => {
    const call = () => (eb[method] as (...args: readonly unknown[]) => unknown)(...args);

    expect(call).toThrow(
      `eb.${method} takes only ${parameter}, but it was called with 2 arguments: eb.${method}(${parameter}).`,
    );
    expect(Object.hasOwn(EventBridgeClient.prototype, 'send')).toBe(false);
  });
});
