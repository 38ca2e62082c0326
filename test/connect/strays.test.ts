import { EventBridgeClient, ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { fakeEventBridge } from 'fake-eventbridge';

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
