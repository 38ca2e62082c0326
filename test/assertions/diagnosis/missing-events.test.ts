import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { fakeEventBridge } from 'fake-eventbridge';
import { failure } from '../../support/failure';

describe('no request reached the fake, because the send of the connected class is mocked', () => {
  const eb = fakeEventBridge();
  const mocks: { restore(): void }[] = [];
  const remember = <T extends { restore(): void }>(mock: T): T => {
    mocks.push(mock);
    return mock;
  };
  afterEach(() => {
    eb.restore();
    for (const mock of mocks.splice(0)) mock.restore();
    jest.restoreAllMocks();
  });

  const textOf = async () => {
    const Entries = [{ Source: 'shop', DetailType: 'OrderPlaced', Detail: '{}' }];
    await new EventBridgeClient({}).send(new PutEventsCommand({ Entries }));
    return failure(() => eb.assertPublished({ source: 'shop' }));
  };
  const ofSinon = 'in this test: EventBridgeClient.prototype.send is a stub of Sinon. [no-request]';

  test('by aws-sdk-client-mock, before it was connected', async () => {
    remember(mockClient(EventBridgeClient)).on(PutEventsCommand).resolves({});
    eb.install(EventBridgeClient);

    expect(await textOf()).toContain(ofSinon);
  });

  test('by aws-sdk-client-mock, after it was connected', async () => {
    eb.install(EventBridgeClient);
    remember(mockClient(EventBridgeClient)).on(PutEventsCommand).resolves({});

    const text = await textOf();
    expect(text).toContain(ofSinon);
    expect(text).toContain('Remove the mock, or let it call the fake: ');
  });

  test('by a spy of Jest', async () => {
    eb.install(EventBridgeClient);
    jest.spyOn(EventBridgeClient.prototype, 'send').mockImplementation(() => Promise.resolve({}));

    expect(await textOf()).toContain('EventBridgeClient.prototype.send is a mock of Jest or Vitest.');
  });

  test('it says nothing of mocks when there is none', () => {
    eb.install(EventBridgeClient);

    expect(failure(() => eb.assertPublished({ source: 'shop' }))).toContain(
      'No request reached the fake in this test. [no-request]\nAwait the function',
    );
    expect(failure(() => eb.assertPublished({ source: 'shop' }))).toContain(
      '\nIf your code publishes later, wait for it: await eb.waitForEvent(match, { timeout }).',
    );
  });
});
