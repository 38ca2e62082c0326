import {
  EventBridge,
  EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
  type PutEventsResultEntry,
} from '@aws-sdk/client-eventbridge';

type Entries = readonly PutEventsRequestEntry[];

const RETRYABLE = new Set(['InternalFailure', 'ThrottlingException']);
const MOST_ROUNDS = 4;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends entries until all are accepted, or one cannot be. */
async function sendAll(
  entries: Entries,
  send: (left: Entries) => Promise<PutEventsResultEntry[]>,
): Promise<void> {
  let left = entries;
  for (let round = 1; left.length > 0; round++) {
    const results = await send(left);
    const codes = left.map(
      (_, index) => results[index]?.ErrorCode ?? (results[index]?.EventId ? '' : 'NoResult'),
    );
    left = left.filter((_, index) => codes[index] !== '');
    if (left.length === 0) return;
    const isFinal = codes.some((code) => code !== '' && !RETRYABLE.has(code));
    if (isFinal || round === MOST_ROUNDS) throw new Error(`${left.length} entries were not published`);
    await sleep(100 * 2 ** round * (1 + Math.random()));
  }
}

function chunksOf(entries: Entries, size: number): Entries[] {
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, i) =>
    entries.slice(size * i, size * (i + 1)),
  );
}

const resultsFrom = (client: EventBridgeClient) => async (left: Entries) =>
  (await client.send(new PutEventsCommand({ Entries: [...left] }))).Entries ?? [];

/** A client at module level, as most Lambda functions have it. */
const moduleClient = new EventBridgeClient({});
export async function publishFromModule(entries: Entries): Promise<void> {
  for (const chunk of chunksOf(entries, 10)) await sendAll(chunk, resultsFrom(moduleClient));
}

/** A class with an injected client. */
export class Publisher {
  readonly #client: EventBridgeClient;

  constructor(client: EventBridgeClient) {
    this.#client = client;
  }

  /** @returns the entries that were not published */
  async publish(entries: Entries): Promise<Entries> {
    const left: PutEventsRequestEntry[] = [];
    for (const chunk of chunksOf(entries, 10)) {
      try {
        const results = await resultsFrom(this.#client)(chunk);
        left.push(...chunk.filter((_, index) => results[index]?.EventId === undefined));
      } catch {
        left.push(...chunk);
      }
    }
    return left;
  }
}

/** The aggregated client, with a callback. */
export async function publishWithCallback(entries: Entries): Promise<void> {
  const eventBridge = new EventBridge({});
  await sendAll(
    entries,
    (left) =>
      new Promise((resolve, reject) => {
        eventBridge.putEvents({ Entries: [...left] }, (error: unknown, output) =>
          error ? reject(error) : resolve(output?.Entries ?? []),
        );
      }),
  );
}

/** Chunks in parallel, each with retries of its own. */
export async function publishInParallel(entries: Entries): Promise<void> {
  const outcomes = await Promise.allSettled(
    chunksOf(entries, 5).map((chunk) => sendAll(chunk, resultsFrom(moduleClient))),
  );
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  if (reasons.length > 0) throw new AggregateError(reasons, 'not every chunk was published');
}

/** An error that ends the attempts, as p-retry has it. */
class AbortError extends Error {}

/** In the style of p-retry. */
async function retry(work: () => Promise<void>, retries: number): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AbortError || attempt === retries) throw error;
      await sleep(1_000 * 2 ** attempt);
    }
  }
}

/** A retry around the lot that remembers what is left. */
export async function publishWithRetry(entries: Entries): Promise<void> {
  let left = entries;
  await retry(async () => {
    const results = await resultsFrom(moduleClient)(left).catch((error: unknown) => {
      const { $metadata, name = '' } = error as { $metadata?: { httpStatusCode?: number }; name?: string };
      const { httpStatusCode: status = 0 } = $metadata ?? {};
      throw status >= 400 && status < 500 && name !== 'ThrottlingException' ? new AbortError(name) : error;
    });
    const codes = results.map(({ ErrorCode = '' }) => ErrorCode);
    left = left.filter((_, index) => results[index]?.EventId === undefined);
    if (codes.some((code) => code !== '' && !RETRYABLE.has(code))) throw new AbortError('a final error');
    if (left.length > 0) throw new Error(`${left.length} entries are left`);
  }, 2);
}
