import {
  EventBridgeClient,
  type EventBridgeClientConfig,
  PutEventsCommand,
} from '@aws-sdk/client-eventbridge';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Received } from '../../test/fidelity/exchange';

/** A request as it is to cross the wire: the SDK only finds the endpoint, the credentials and the signature. */
export interface RawRequest {
  readonly operation: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends bodies that no client of the SDK would write. */
export class RawSender {
  readonly #config: EventBridgeClientConfig;

  constructor(config: EventBridgeClientConfig) {
    this.#config = config;
  }

  /** @throws when no response comes, such as without credentials */
  async send({ operation, body, headers = {} }: RawRequest): Promise<Received> {
    let received: Received | undefined;
    const http = new NodeHttpHandler();
    const client = new EventBridgeClient({
      ...this.#config,
      maxAttempts: 1,
      requestHandler: {
        handle: async (...[request, options]: Parameters<NodeHttpHandler['handle']>) => {
          const { response } = await http.handle(request, options);
          const content = await bytesOf(response.body);
          received = {
            status: response.statusCode,
            body: content.toString('utf8'),
            headers: Object.keys(response.headers).map((name) => name.toLowerCase()),
          };
          response.body = content;
          return { response };
        },
      },
    });
    client.middlewareStack.add(
      (next) => (args) => {
        const { request } = args as { request: { body: unknown; headers: Record<string, string> } };
        request.body = body;
        Object.assign(request.headers, { 'x-amz-target': `AWSEvents.${operation}` }, headers);
        return next(args);
      },
      // Before the length is counted and the request is signed.
      { step: 'build', priority: 'high', name: 'rawBody' },
    );
    try {
      await client.send(new PutEventsCommand({ Entries: [] }));
    } catch (error) {
      if (received === undefined) throw error;
    } finally {
      client.destroy();
      http.destroy();
    }
    if (received === undefined) throw new Error('No response came.');
    return received;
  }
}

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
