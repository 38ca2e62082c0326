import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

const client = new EventBridgeClient({});

/** The entries that could not be published, and only they. */
class NotPublished extends Error {
  readonly entries: readonly PutEventsRequestEntry[];

  constructor(entries: readonly PutEventsRequestEntry[]) {
    super(`${entries.length} entries were not published`);
    this.entries = entries;
  }
}

/** The fix: every chunk is waited for, and the error says which entries are left. */
export async function publish(entries: readonly PutEventsRequestEntry[], perRequest = 10): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(entries.length / perRequest) }, (_, i) =>
    entries.slice(perRequest * i, perRequest * (i + 1)),
  );
  const left = await Promise.all(
    chunks.map(async (chunk) => {
      try {
        const { Entries: results = [] } = await client.send(new PutEventsCommand({ Entries: chunk }));
        return chunk.filter((_, index) => results[index]?.EventId === undefined);
      } catch {
        return chunk;
      }
    }),
  );
  if (left.flat().length > 0) throw new NotPublished(left.flat());
}

/** What a job queue does with a job that throws, once the error says what is left. A later job takes what still fails. */
export async function publishAsJob(
  entries: readonly PutEventsRequestEntry[],
  perRequest = 10,
): Promise<void> {
  await publish(entries, perRequest);
}
