import { EventBridgeClient, ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';
import { transports } from '../support/transports';

afterEach(() => {
  jest.restoreAllMocks();
});

const MESSAGE =
  'fake-eventbridge does not fake ListRules: it has PutEvents and TestEventPattern. Nothing was sent to AWS. Give the code under test a stub for this call, such as mockClient(EventBridgeClient).on(ListRulesCommand) of aws-sdk-client-mock with eb.putEvents behind PutEventsCommand.';

describe('an operation that is not faked', () => {
  test('is answered at once with an error that names it, and fails verify()', async () => {
    using eb = fakeEventBridge();
    eb.install(EventBridgeClient);

    const failure = await new EventBridgeClient({})
      .send(new ListRulesCommand({}))
      .catch((error: unknown) => error);

    expect(failure).toMatchObject({
      name: 'NotFakedException',
      message: MESSAGE,
      $metadata: { httpStatusCode: 501, attempts: 1 },
    });
    expect(eb.strays).toEqual([
      {
        operation: 'AWSEvents.ListRules',
        hostname: 'events.us-east-1.amazonaws.com',
        reason: 'not-faked',
      },
    ]);
    expect(() => eb.verify()).toThrow(
      '1 request called an operation that the fake does not support: AWSEvents.ListRules (events.us-east-1.amazonaws.com).',
    );
  });

  test('is only warned of, once for each operation, with onStray: "warn"', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    using eb = fakeEventBridge({ onStray: 'warn' });
    const client = eb.client();

    for (let i = 0; i < 3; i++) await client.send(new ListRulesCommand({})).catch(() => {});

    expect(warn.mock.calls).toEqual([[`${MESSAGE} (onStray: "warn")`]]);
    expect(eb.strays).toHaveLength(3);
    expect(() => eb.verify()).not.toThrow();
  });

  test('is warned of again after a reset', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    using eb = fakeEventBridge({ onStray: 'warn' });
    const client = eb.client();

    await client.send(new ListRulesCommand({})).catch(() => {});
    eb.reset();
    await client.send(new ListRulesCommand({})).catch(() => {});

    expect(warn).toHaveBeenCalledTimes(2);
  });

  test('warns of nothing by default', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    using eb = fakeEventBridge();

    await eb
      .client()
      .send(new ListRulesCommand({}))
      .catch(() => {});

    expect(warn).not.toHaveBeenCalled();
  });
});

describe.each(transports)('%s', (_, { post }) => {
  const eb = fakeEventBridge();

  describe('an operation that is not faked', () => {
    test('fails with an error that names it, is not retried, and fails verify()', async () => {
      const fake = fakeEventBridge();
      const error = await fake
        .client()
        .send(new ListRulesCommand({}))
        .catch((e) => e);
      expect(error).toMatchObject({
        name: 'NotFakedException',
        $metadata: { httpStatusCode: 501, attempts: 1 },
      });
      expect(error.message).toBe(MESSAGE);
      expect(fake.strays).toEqual([
        { operation: 'AWSEvents.ListRules', hostname: 'events.us-east-1.amazonaws.com', reason: 'not-faked' },
      ]);
      expect(() => fake.verify()).toThrow(
        'eb.verify()\n\nverify() found 1 problem that this test did not check.\n\n1 request called an operation that the fake does not support: AWSEvents.ListRules (events.us-east-1.amazonaws.com)',
      );
    });

    test('of another service says so', async () => {
      const { status, body } = await post(eb, '{}', { 'x-amz-target': 'AmazonSQS.SendMessage' });
      expect(status).toBe(501);
      expect(JSON.parse(body).message).toBe(
        'fake-eventbridge received AmazonSQS.SendMessage, an operation of another service. It fakes EventBridge alone: do not attach it to other clients. Nothing was sent to AWS.',
      );
    });
  });
});
