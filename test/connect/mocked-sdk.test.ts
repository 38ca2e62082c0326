import { expect, jest, test } from '@jest/globals';

// As many suites begin. Every class of the SDK is then a mock, for this file and for the fake as well.
jest.mock('@aws-sdk/client-eventbridge');

const UNMOCK =
  "The fake needs the real SDK. Remove jest.mock('@aws-sdk/client-eventbridge') or vi.mock (docs/guides/coming-from-jest-mock.md).";

test('under jest.mock of the SDK, every way to connect says so', async () => {
  const { EventBridgeClient } = await import('@aws-sdk/client-eventbridge');
  const { fakeEventBridge } = await import('fake-eventbridge');
  const eb = fakeEventBridge();

  expect(() => eb.install(EventBridgeClient)).toThrow(
    `eb.install takes the class EventBridgeClient, not a mock of Jest or Vitest. ${UNMOCK}`,
  );
  const madeOne = `eb.client created a client and got an object of class EventBridge whose send is a mock of Jest or Vitest. ${UNMOCK}`;
  expect(() => eb.client()).toThrow(madeOne);
  await expect(eb.putEvents({ Entries: [] })).rejects.toThrow(madeOne);
  expect(() => eb.attach(new EventBridgeClient({}))).toThrow(
    'eb.attach takes a client, such as new EventBridgeClient({}), not an object of class EventBridgeClient whose send is a mock of Jest or Vitest.',
  );
});
