import { isObject } from '../../base/json.js';

/** How long a client is ready to wait for an answer, and what it does then. */
export interface ClientTimeout {
  readonly milliseconds: number;
  /** What the waiting call fails with; without one, the client only grumbles. */
  readonly error?: () => Error;
  readonly warn?: () => void;
}

/**
 * The time-outs of the client's own request handler, as that handler would apply them to a server that is slow to
 * answer. Read when a call has to wait, for a handler settles its options late.
 */
export async function clientTimeouts(
  handler: unknown,
  requestTimeout: number | undefined,
): Promise<ClientTimeout[]> {
  const options = await handlerOptions(handler);
  const ofRequest = requestTimeout ?? milliseconds(options['requestTimeout']);
  const ofSocket = milliseconds(options['socketTimeout']);
  if (!('throwOnRequestTimeout' in options)) return olderTimeouts(ofRequest ?? ofSocket);

  const timeouts: ClientTimeout[] = [];
  if (ofRequest !== undefined && ofRequest > 0) {
    const said = (level: string) =>
      `@smithy/node-http-handler - [${level}] a request has exceeded the configured ${ofRequest} ms requestTimeout.`;
    if (options['throwOnRequestTimeout'] === true) {
      timeouts.push({ milliseconds: ofRequest, error: () => timeoutError(said('ERROR'), 'ETIMEDOUT') });
    } else {
      const hint = ' Init client requestHandler with throwOnRequestTimeout=true to turn this into an error.';
      timeouts.push({ milliseconds: ofRequest, warn: () => loggerOf(options)(said('WARN') + hint) });
    }
  }
  if (ofSocket !== undefined && ofSocket > 0) {
    const message = `@smithy/node-http-handler - the request socket timed out after ${ofSocket} ms of inactivity (configured by client requestHandler).`;
    timeouts.push({ milliseconds: ofSocket, error: () => timeoutError(message) });
  }
  return timeouts;
}

/** Handlers before 3.800 or so knew one time-out, and always threw. */
function olderTimeouts(ms: number | undefined): ClientTimeout[] {
  if (ms === undefined || ms <= 0) return [];
  return [{ milliseconds: ms, error: () => timeoutError(`Connection timed out after ${ms} ms`) }];
}

async function handlerOptions(handler: unknown): Promise<Record<string, unknown>> {
  if (!isObject(handler)) return {};
  const settled: unknown = await handler['configProvider'];
  if (isObject(settled)) return settled;
  const configs = handler['httpHandlerConfigs'];
  const told: unknown = typeof configs === 'function' ? configs.call(handler) : {};
  return isObject(told) ? told : {};
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
