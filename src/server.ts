/**
 * Serves a fake to other processes and other languages: an HTTP server on loopback.
 * @packageDocumentation
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeEventBridgeError } from './base/errors.js';
import { ASYNC_DISPOSE } from './base/symbols.js';
import { engineOf } from './connect/engine-of.js';
import { answerOverHttp } from './connect/http-server.js';
import type { FakeEventBridge } from './fake-event-bridge.js';

/** A fake that listens. */
export interface Listening extends AsyncDisposable {
  /** Where: `http://127.0.0.1:<port>`, for `--endpoint-url`, `AWS_ENDPOINT_URL_EVENTBRIDGE` and the like. */
  readonly url: string;
  /** Stops listening and hangs up on whoever is still connected. Safe to call twice. */
  close(): Promise<void>;
}

/** How a fake listens. */
export interface ListenOptions {
  /** Default 0: any that is free. */
  readonly port?: number;
}

/**
 * Lets a fake answer over HTTP, on loopback alone. The clients' credentials may be any; nobody checks a signature.
 *
 * Faults mean on a socket what they mean in memory: `delay` and `hold` keep the client waiting, a lost response is a
 * connection that is closed without an answer. So are the other faults of the connection, for a server can neither
 * refuse a connection that it has nor unmake its own name.
 *
 * @param eb the fake, of this or of the other format of the package
 * @throws {FakeEventBridgeError} `ERR_WRONG_USE` when it is no fake, or the port is none
 * @throws rejects with the system's error when the port is taken
 * @example
 * ```ts
 * import { fakeEventBridge } from 'fake-eventbridge';
 * import { listen } from 'fake-eventbridge/server';
 *
 * const eb = fakeEventBridge();
 * await using server = await listen(eb);
 * execFileSync('aws', ['events', 'put-events', '--endpoint-url', server.url, '--entries', entries]);
 * ```
 */
export async function listen(
  eb: Pick<FakeEventBridge, 'fetch'>,
  { port = 0 }: ListenOptions = {},
): Promise<Listening> {
  const engine = engineOf(eb, 'listen');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new FakeEventBridgeError('ERR_WRONG_USE', `listen: a port is 0 to 65535, not ${String(port)}.`);
  }
  const server = createServer((request, response) => {
    answerOverHttp(engine, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, resolve);
  });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    return closing;
  };
  // A server on TCP has an address of this kind.
  const { port: actual } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${actual}`, close, [ASYNC_DISPOSE]: close };
}
