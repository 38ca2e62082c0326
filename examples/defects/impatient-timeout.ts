import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/**
 * The defect: a second of patience, and eleven tries. EventBridge accepts what it is slow to answer, so that each try
 * that is given up leaves its events on the bus.
 */
const client = new EventBridgeClient({
  maxAttempts: 11,
  requestHandler: new NodeHttpHandler({ requestTimeout: 1_000, throwOnRequestTimeout: true }),
});

export async function publish(entries: readonly PutEventsRequestEntry[]): Promise<void> {
  await client.send(new PutEventsCommand({ Entries: [...entries] }));
}
