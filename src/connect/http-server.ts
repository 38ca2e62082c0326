import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Engine } from '../engine/engine.js';

/**
 * Answers one request that came over a socket. Where the fake has no response, because the connection is to break, the
 * socket is destroyed. The client sees a hang-up, whichever fault of the connection it was.
 */
export async function answerOverHttp(
  engine: Engine,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A client may compare the clock with its own: send no date.
  response.sendDate = false;
  if (request.method !== 'POST') {
    request.resume();
    respond(request, response, 405, { allow: 'POST' });
    return;
  }
  const body = await readBody(request, engine.maxBodyBytes + 1);
  if (body === undefined) {
    response.destroy();
    return;
  }
  const exchange = engine.receive({
    method: request.method,
    hostname: (request.headers.host ?? '').replace(/:\d+$/, ''),
    headers: headersOf(request),
    body,
  });
  const onClose = () => {
    if (!response.writableFinished) {
      exchange.abandon?.(Object.assign(new Error('the client hung up'), { code: 'ECONNRESET' }));
    }
  };
  response.on('close', onClose);
  const { response: answer } = await exchange.answer;
  if (answer === undefined) {
    response.off('close', onClose);
    response.destroy();
    return;
  }
  if (!response.destroyed) respond(request, response, answer.statusCode, answer.headers, answer.body);
}

/** The length is that of the bytes that are sent: of a body that a fault cut off, too. */
function respond(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array = new Uint8Array(),
): void {
  // The rest of a body that was not read would be taken for the next request.
  if (!request.complete) response.setHeader('connection', 'close');
  response.writeHead(status, { ...headers, 'content-length': body.byteLength });
  response.end(body);
}

/** A whole body, or its beginning when it is longer than anybody reads; nothing when the client hung up. */
function readBody(request: IncomingMessage, maxBytes: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const onData = (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.byteLength;
      if (bytes < maxBytes) return;
      request.off('data', onData);
      // The rest is received and ignored: a client whose connection breaks while it sends never sees the response.
      request.resume();
      resolve(Buffer.concat(chunks));
    };
    request.on('data', onData);
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', () => resolve(undefined));
    request.on('close', () => resolve(undefined));
  });
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
