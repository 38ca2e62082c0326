import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { setupFakeEventBridge } from 'fake-eventbridge/vitest';
import { expect, test } from 'vitest';
import { publish } from '../../publish.cjs';

const eb = setupFakeEventBridge(EventBridgeClient, { account: '444455556666' });

test('a set-up in the test file is connected instead', async () => {
  await publish('o-2');
  expect(eb.events[0].account).toBe('444455556666');
});
