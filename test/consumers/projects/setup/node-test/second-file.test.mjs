import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { setupFakeEventBridge } from 'fake-eventbridge/node-test';
import { publish } from '../publish.cjs';

const eb = setupFakeEventBridge(EventBridgeClient, { account: '444455556666' });

test('a second file has its own set-up', async () => {
  await publish('o-4');
  assert.equal(eb.events[0].account, '444455556666');
});
