import { isObject } from '../../base/json/json.js';

/** How long a client waits for a response, and what it does then. */
export interface ClientTimeout {
  readonly milliseconds: number;
  /** What the waiting call fails with; without one, the client only warns. */
  readonly error?: () => Error;
  readonly warn?: () => void;
}

/**
 * The timeouts of the client's own request handler, as that handler would apply them to a server that is slow to
 * respond. Read when a call has to wait, because a handler resolves its options asynchronously.
 */
export async function clientTimeouts(
  handler: unknown,
  requestTimeout: number | undefined,
): Promise<ClientTimeout[]> {
  const options = await handlerOptions(handler);
  const ofRequest = requestTimeout ?? milliseconds(options['requestTimeout']);
  const ofSocket = milliseconds(options['socketTimeout']);
  const timeouts: ClientTimeout[] = [];
  if (ofRequest !== undefined && ofRequest > 0) {
    const message = (level: string) =>
      `@smithy/node-http-handler - [${level}] a request has exceeded the configured ${ofRequest} ms requestTimeout.`;
    // A handler that does not have the option always throws.
    if (options['throwOnRequestTimeout'] === true || !('throwOnRequestTimeout' in options)) {
      timeouts.push({ milliseconds: ofRequest, error: () => timeoutError(message('ERROR'), 'ETIMEDOUT') });
    } else {
      const hint = ' Init client requestHandler with throwOnRequestTimeout=true to turn this into an error.';
      timeouts.push({ milliseconds: ofRequest, warn: () => loggerOf(options)(message('WARN') + hint) });
    }
  }
  if (ofSocket !== undefined && ofSocket > 0) {
    const message = `@smithy/node-http-handler - the request socket timed out after ${ofSocket} ms of inactivity (configured by client requestHandler).`;
    timeouts.push({ milliseconds: ofSocket, error: () => timeoutError(message) });
  }
  return timeouts;
}

async function handlerOptions(handler: unknown): Promise<Record<string, unknown>> {
  if (!isObject(handler)) return {};
  const resolved: unknown = await handler['configProvider'];
  if (isObject(resolved)) return resolved;
  const configs = handler['httpHandlerConfigs'];
  const options: unknown = typeof configs === 'function' ? configs.call(handler) : {};
  return isObject(options) ? options : {};
}

function milliseconds(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function loggerOf({ logger }: Record<string, unknown>): (message: string) => void {
  if (isObject(logger) && typeof logger['warn'] === 'function') return logger['warn'].bind(logger);
  return console.warn;
}

function timeoutError(message: string, code?: string): Error {
  return Object.assign(new Error(message), { name: 'TimeoutError', ...(code !== undefined && { code }) });
}
