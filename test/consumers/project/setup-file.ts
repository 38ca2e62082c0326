import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { setupFakeEventBridge } from 'fake-eventbridge/jest';

interface Events {
  OrderPlaced: { orderId: string; total: number };
}

export const eb = setupFakeEventBridge<Events>(EventBridgeClient, { buses: ['orders'] });
