import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { setupFakeEventBridge } from 'fake-eventbridge/node-test';
import { publish } from '../../publish.cjs';

const eb = setupFakeEventBridge(EventBridgeClient, { account: '444455556666' });

test('a set-up in the test file is connected instead', async () => {
  await publish('o-2');
  assert.equal(eb.events[0].account, '444455556666');
});
