import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { setupFakeEventBridge } from 'fake-eventbridge/vitest';

export const eb = setupFakeEventBridge(EventBridgeClient);
