import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { setupFakeEventBridge } from 'fake-eventbridge/node-test';
import { publish } from '../publish.cjs';

const eb = setupFakeEventBridge(EventBridgeClient);

before(() => {
  assert.throws(() => setupFakeEventBridge(EventBridgeClient), /was called inside a test or a hook/);
});

test('the set-up connects the client of the module', async () => {
  await publish('o-1');
  eb.assertPublished({ detail: { orderId: 'o-1' } }, { times: 1 });
});

test('each test begins with no events', () => {
  eb.assertNothingPublished();
});

describe('in a describe with its own set-up', () => {
  const inner = setupFakeEventBridge(EventBridgeClient, { account: '111122223333' });

  test('the inner set-up is connected', async () => {
    await publish('o-2');
    assert.equal(inner.events[0].account, '111122223333');
    eb.assertNothingPublished();
  });
});

test('after it, the outer set-up is connected', async () => {
  await publish('o-3');
  eb.assertPublished({ detail: { orderId: 'o-3' } });
});
