import {
  EventBridgeClient,
  type EventBridgeClientConfig,
  PutEventsCommand,
} from '@aws-sdk/client-eventbridge';
import type { Received } from '../../test/fidelity/exchange';

/** A request as it is to cross the wire: the SDK only finds the endpoint, the credentials and the signature. */
export interface RawRequest {
  readonly operation: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends bodies that no client of the SDK would write. */
export class RawSender {
  readonly #client: EventBridgeClient;

  constructor(config: EventBridgeClientConfig) {
    this.#client = new EventBridgeClient({ ...config, maxAttempts: 1 });
  }

  /** @throws when no response comes, such as without credentials */
  async send({ operation, body, headers = {} }: RawRequest): Promise<Received> {
    let received: Received | undefined;
    const command = new PutEventsCommand({ Entries: [] });
    command.middlewareStack.add(
      (next) => (args) => {
        const { request } = args as { request: { body: unknown; headers: Record<string, string> } };
        request.body = body;
        Object.assign(request.headers, { 'x-amz-target': `AWSEvents.${operation}` }, headers);
        return next(args);
      },
      // Before the length is counted and the request is signed.
      { step: 'build', priority: 'high', name: 'rawBody' },
    );
    command.middlewareStack.add(
      (next) => async (args) => {
        const result = await next(args);
        const response = result.response as RawResponse;
        const content = await bytesOf(response.body);
        received = {
          status: response.statusCode,
          body: content.toString('utf8'),
          headers: Object.keys(response.headers).map((name) => name.toLowerCase()),
        };
        response.body = content;
        return result;
      },
      // Before the SDK reads the response.
      { step: 'deserialize', priority: 'low', name: 'rawResponse' },
    );
    try {
      await this.#client.send(command);
    } catch (error) {
      if (received === undefined) throw error;
    }
    if (received === undefined) throw new Error('No response came.');
    return received;
  }
}

interface RawResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  body: AsyncIterable<Uint8Array> | Uint8Array;
}

async function bytesOf(stream: AsyncIterable<Uint8Array> | Uint8Array): Promise<Buffer> {
  if (stream instanceof Uint8Array) return Buffer.from(stream);
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
