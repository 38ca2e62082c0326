import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});

/**
 * The defect: when one chunk throws, `Promise.all` forgets the others, so that the caller cannot know which were
 * accepted and tries them all again.
 */
export async function publish(entries: readonly PutEventsRequestEntry[], perRequest = 10): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(entries.length / perRequest) }, (_, i) =>
    entries.slice(perRequest * i, perRequest * (i + 1)),
  );
  await Promise.all(chunks.map((chunk) => client.send(new PutEventsCommand({ Entries: chunk }))));
}

/** What a job queue does with a job that throws. */
export async function publishAsJob(
  entries: readonly PutEventsRequestEntry[],
  perRequest = 10,
): Promise<void> {
  await publish(entries, perRequest).catch(() => publish(entries, perRequest));
}
