import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** The fix: more patience than EventBridge needs, and the SDK's own three tries. */
const client = new EventBridgeClient({
  requestHandler: new NodeHttpHandler({ requestTimeout: 30_000, throwOnRequestTimeout: true }),
});

export async function publish(entries: readonly PutEventsRequestEntry[]): Promise<void> {
  const { Entries: results = [] } = await client.send(new PutEventsCommand({ Entries: [...entries] }));
  const failed = entries.filter((_, index) => results[index]?.EventId === undefined);
  if (failed.length > 0) throw new Error(`${failed.length} entries failed`);
}
