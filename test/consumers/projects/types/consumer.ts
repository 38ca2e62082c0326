import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { fakeEventBridge } from 'fake-eventbridge';
import { listen } from 'fake-eventbridge/server';

const eb = fakeEventBridge<{ OrderPlaced: { orderId: string } }>();
eb.install(EventBridgeClient);
eb.failEntry({ detailType: 'OrderPlaced', detail: { orderId: 'o-1' } }, 'ThrottlingException');
// @ts-expect-error there is no such code
eb.failEntry('any', 'NoSuchCode');
new EventBridgeClient({ requestHandler: eb.requestHandler });
export const listening: Promise<{ url: string }> = listen(eb);
