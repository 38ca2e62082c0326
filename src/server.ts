/**
 * Serves a fake to other processes and other languages: an HTTP server on loopback.
 * @packageDocumentation
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkKeys } from './base/check-keys.js';
import { wrongUse } from './base/errors.js';
import { ASYNC_DISPOSE } from './base/symbols.js';
import { describeValue } from './base/words/describe-value.js';
import { engineOf } from './connect/engine-of.js';
import { answerOverHttp } from './connect/http-server.js';
import type { FakeEventBridge } from './fake-event-bridge.js';

/** A fake that listens. */
export interface Listening extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`, for `--endpoint-url`, `AWS_ENDPOINT_URL_EVENTBRIDGE` and the like. */
  readonly url: string;
  /** Stops listening and closes every connection. Safe to call twice. `eb.restore()` does the same. */
  close(): Promise<void>;
}

/** How a fake listens. */
export interface ListenOptions {
  /** 0 to 65535. Default 0: any free port. */
  readonly port?: number;
}

const OPTIONS: readonly string[] = ['port'] satisfies (keyof ListenOptions)[];

/**
 * Lets a fake answer over HTTP, on loopback alone. It takes `POST` alone. The clients' credentials may be any; the
 * signature is not checked.
 *
 * Faults mean on a socket what they mean in memory. `delay` and `hold` keep the client waiting, a lost response is a
 * connection that is closed without a response. The other faults of the connection are the same. A server cannot refuse
 * a connection that it has accepted, or remove its own name from the DNS.
 *
 * @param eb the fake, of this or of the other module format of the package
 * @param options the port
 * @throws {FakeEventBridgeError} `ERR_WRONG_USE` when it is not a fake, for an unknown option, or an invalid port
 * @throws rejects with the system's error when the port is in use
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
  options: ListenOptions = {},
): Promise<Listening> {
  const { engine, onRestore } = engineOf(eb, 'listen');
  const port = portOf(options);
  const server = createServer((request, response) => {
    answerOverHttp(engine, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, resolve);
  });
  let closing: Promise<void> | undefined;
  const close = () => {
    onRestore.delete(close);
    closing ??= new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    return closing;
  };
  onRestore.add(close);
  // A server on TCP has an address of this kind.
  const { port: actual } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${actual}`, close, [ASYNC_DISPOSE]: close };
}

function portOf(options: unknown): number {
  const { port = 0 } = checkKeys(options, OPTIONS, 'listen');
  if (typeof port === 'number' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw wrongUse(`listen: the port is a number from 0 to 65535, not ${describeValue(port)}.`);
}
