import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** What is left of a Lambda function's ten seconds for one try. */
const REQUEST_TIMEOUT_MS = 2_000;

/** A publisher that brings its own client: three tries of two seconds each, with half a second more between any two. */
export class Publisher {
  readonly #client: EventBridgeClient;

  constructor(
    client = new EventBridgeClient({
      requestHandler: new NodeHttpHandler({
        requestTimeout: REQUEST_TIMEOUT_MS,
        throwOnRequestTimeout: true,
      }),
      retryStrategy: new ConfiguredRetryStrategy(3, (attempt) => 500 * attempt),
    }),
  ) {
    this.#client = client;
  }

  /**
   * @param abortSignal gives up, also between two tries
   * @returns the entries that were not accepted
   */
  async publish(
    entries: readonly PutEventsRequestEntry[],
    abortSignal?: AbortSignal,
  ): Promise<readonly PutEventsRequestEntry[]> {
    const { Entries: results = [] } = await this.#client.send(
      new PutEventsCommand({ Entries: [...entries] }),
      abortSignal === undefined ? {} : { abortSignal },
    );
    return entries.filter((_, index) => results[index]?.EventId === undefined);
  }
}
