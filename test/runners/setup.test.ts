import { EventBridge, EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, jest, test } from '@jest/globals';
import { FakeEventBridgeError } from 'fake-eventbridge';
import { setupFakeEventBridge } from 'fake-eventbridge/jest';
import { failure } from '../support/failure';
import { entry } from '../support/put-events';

/** As code under test has it: a client of its own, created before any fake is connected. */
const client = new EventBridgeClient({});
const publish = (orderId: string) =>
  client.send(new PutEventsCommand({ Entries: [entry({ Detail: JSON.stringify({ orderId }) })] }));

interface Events {
  OrderPlaced: { orderId: string };
}
const eb = setupFakeEventBridge<Events>(EventBridgeClient);
const ownClient = eb.client();
const ownSend = () => ownClient.send(new PutEventsCommand({ Entries: [entry()] }));

test('the client of the module is connected', async () => {
  await publish('o-1');

  expect(eb).toHavePublishedTimes({ detailType: 'OrderPlaced', detail: { orderId: 'o-1' } }, 1);
});

test('each test begins without the events and faults of the one before', async () => {
  expect(eb).toHavePublishedNothing();
  eb.failEntry('any', 'InternalFailure').always();
  eb.reset();
});

describe('a set-up in a describe, for the same class', () => {
  const inner = setupFakeEventBridge(EventBridgeClient, { account: '111122223333', buses: ['orders'] });

  test('is the one that is connected', async () => {
    await publish('o-3');

    expect(inner.events).toMatchObject([{ account: '111122223333' }]);
    expect(eb).toHavePublishedNothing();
  });

  test('leaves the clients of the outer fake with that fake', async () => {
    await ownSend();

    expect(inner).toHavePublishedNothing();
    expect(eb).toHavePublished({ source: 'shop.orders' });
  });
});

describe('a describe after it', () => {
  test('uses the outer set-up again', async () => {
    await publish('o-4');

    expect(eb).toHavePublished({ detail: { orderId: 'o-4' } });
  });
});

test('a client of a subclass is connected', async () => {
  await new EventBridge({}).putEvents({ Entries: [entry()] });

  expect(eb).toHavePublished({ source: 'shop.orders' });
});

test('a test that calls restore() does not disconnect the next test', async () => {
  eb.restore();
});

test('the next test is connected', async () => {
  await publish('o-2');

  expect(eb).toHavePublished({ detail: { orderId: 'o-2' } });
});

describe('wrong use', () => {
  test.each<[string, unknown, string]>([
    [
      'nothing',
      undefined,
      'setupFakeEventBridge needs the class of the clients that your code uses. Import it from @aws-sdk/client-eventbridge, and write setupFakeEventBridge(EventBridgeClient).',
    ],
    [
      'a client',
      client,
      'setupFakeEventBridge takes a class, not a client. Write setupFakeEventBridge(EventBridgeClient): it connects all clients of the class. To connect this client alone, create a fake with fakeEventBridge() and call eb.attach(client).',
    ],
    ['the name of the class', 'EventBridgeClient', 'setupFakeEventBridge needs the class of the clients'],
    [
      'a promise',
      import('@aws-sdk/client-eventbridge').then((sdk) => sdk.EventBridgeClient),
      'setupFakeEventBridge takes the class EventBridgeClient, not a promise. Import the class at the top of the file, or await the promise first.',
    ],
    [
      'the options',
      { buses: ['orders'] },
      'setupFakeEventBridge takes the class first, then the options: setupFakeEventBridge(EventBridgeClient, { buses: ["orders"] }).',
    ],
    [
      'a stub of a client',
      { putEvents: () => undefined },
      'not an object (a client of AWS SDK v2, or a stub;',
    ],
    ['a mock of the class', jest.fn(), 'not a mock of Jest or Vitest'],
    ['the class of another service', SQSClient, 'not SQSClient'],
    ['a command', PutEventsCommand, 'not the class or function PutEventsCommand'],
    [
      'a class of their own',
      class Publisher {
        send() {}
      },
      'not the class or function Publisher',
    ],
  ])('given %s, it says what it needs', (_, given, text) => {
    const call = () => Reflect.apply(setupFakeEventBridge, undefined, given === undefined ? [] : [given]);

    expect(failure(call)).toContain(text);
    expect(failure(call)).toContain('setupFakeEventBridge');
    expect(call).toThrow(FakeEventBridgeError);
  });

  test('given more than the class and the options, it says what it takes', () => {
    const args = [EventBridgeClient, {}, { buses: ['orders'] }];

    expect(failure(() => Reflect.apply(setupFakeEventBridge, undefined, args))).toBe(
      'setupFakeEventBridge takes only clientClass and options, but it was called with 3 arguments: setupFakeEventBridge(clientClass, options).',
    );
  });

  test('inside a test, it says where to call it, and what to use there', async () => {
    await publish('o-1');

    expect(failure(() => setupFakeEventBridge(EventBridgeClient))).toBe(
      'setupFakeEventBridge was called inside a test or a hook. It registers hooks itself, so call it at the top level of a test file or in a describe. Inside a test, create a fake with fakeEventBridge(), connect it with eb.install(EventBridgeClient), and call eb.restore() at the end.',
    );
  });

  describe('an option that does not exist', () => {
    let text = '';
    try {
      Reflect.apply(setupFakeEventBridge, undefined, [EventBridgeClient, { busses: ['orders'] }]);
    } catch (error) {
      text = String(error);
    }

    test('is refused when the file is loaded', () => {
      expect(text).toContain('A fake has no option "busses"');
    });
  });
});
