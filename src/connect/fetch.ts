import type { Engine } from '../engine/engine.js';
import { abortError, onAbort } from './abort.js';

/**
 * Answers a `Request` with a `Response`, for code that speaks HTTP itself. Faults of the connection reject with a
 * `TypeError`, as `fetch` does.
 */
export async function fetchFrom(
  engine: Engine,
  input: Request | string | URL,
  init?: RequestInit,
): Promise<Response> {
  const request = new Request(input, init);
  if (request.signal.aborted) throw abortError(request.signal);
  const body = new Uint8Array(await request.arrayBuffer());
  // The client may have given up while the body was read, and the signal fires only once.
  if (request.signal.aborted) throw abortError(request.signal);
  const { hostname } = new URL(request.url);
  const exchange = engine.receive({
    method: request.method,
    hostname,
    headers: Object.fromEntries(request.headers),
    body,
  });
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = onAbort(request.signal, () => {
      const error = abortError(request.signal);
      exchange.abandon?.(error);
      reject(error);
    });
  });
  try {
    const { response, error } = await Promise.race([exchange.answer, aborted]);
    if (response === undefined) throw new TypeError('fetch failed', { cause: error });
    return new Response(Buffer.from(response.body), {
      status: response.statusCode,
      headers: response.headers,
    });
  } finally {
    stop?.();
  }
}
