import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { setupFakeEventBridge } from 'fake-eventbridge/vitest';
import { beforeAll, describe, expect, test } from 'vitest';
import { publish } from '../publish.cjs';

const eb = setupFakeEventBridge(EventBridgeClient);
const own = eb.client();

beforeAll(() => {
  expect(() => setupFakeEventBridge(EventBridgeClient)).toThrow('was called inside a test or a hook');
});

test('the set-up connects the client of the module', async () => {
  await publish('o-1');
  expect(eb).toHavePublishedTimes({ detail: { orderId: 'o-1' } }, 1);
});

test('each test begins with no events', () => {
  expect(eb).toHavePublishedNothing();
});

describe('in a describe with its own set-up', () => {
  const inner = setupFakeEventBridge(EventBridgeClient, { account: '111122223333' });

  test('the inner set-up is connected', async () => {
    await publish('o-2');
    expect(inner.events[0].account).toBe('111122223333');
    expect(eb).toHavePublishedNothing();
  });
});

test('after it, the outer set-up is connected', async () => {
  await publish('o-3');
  expect(eb).toHavePublished({ detail: { orderId: 'o-3' } });
});

test('a client of the outer fake stays connected to it', async () => {
  const Entries = [{ Source: 'shop', DetailType: 'OrderPlaced', Detail: '{}' }];
  await own.putEvents({ Entries });
  expect(eb).toHavePublished({ source: 'shop' });
});
