import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { setupFakeEventBridge } from 'fake-eventbridge/node-test';

export const eb = setupFakeEventBridge(EventBridgeClient);
