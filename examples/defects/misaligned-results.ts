import {
  EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
  type PutEventsResultEntry,
} from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});

/**
 * The defect: the results of all chunks are in one array, in the order of their arrival. They are read as if result i
 * belonged to entry i. It resends other entries than the failed ones.
 */
export async function publish(entries: readonly PutEventsRequestEntry[]): Promise<void> {
  const results: PutEventsResultEntry[] = [];
  const chunks = Array.from({ length: Math.ceil(entries.length / 2) }, (_, i) =>
    entries.slice(2 * i, 2 * i + 2),
  );
  await Promise.all(
    chunks.map(async (Entries) => {
      const answer = await client.send(new PutEventsCommand({ Entries }));
      results.push(...(answer.Entries ?? []));
    }),
  );
  const failed = entries.filter((_, index) => results[index]?.ErrorCode !== undefined);
  if (failed.length > 0) await publish(failed);
}
