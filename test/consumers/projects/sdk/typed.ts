import { EventBridge, EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { fakeEventBridge } from 'fake-eventbridge';

const eb = fakeEventBridge<{ OrderPlaced: { orderId: string } }>();
eb.install(EventBridgeClient);
eb.attach(new EventBridge({ region: 'eu-west-1' }));
new EventBridgeClient({ requestHandler: eb.requestHandler });
export const count: Promise<number | undefined> = eb
  .client({ region: 'eu-west-1' })
  .send(new PutEventsCommand({ Entries: [] }))
  .then(({ FailedEntryCount }) => FailedEntryCount);
export const answer: Promise<{ FailedEntryCount?: number | undefined }> = eb.putEvents({ Entries: [] });
// @ts-expect-error the detail type is misspelt
eb.assertPublished({ detailType: 'OrderPlacd' });
