import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Engine } from '../engine/engine.js';

/**
 * Answers one request that came over a socket. Where the fake has no answer, because the connection is to break, the
 * socket is destroyed: the client sees a hang-up, whichever of the connection's faults it was.
 */
export async function answerOverHttp(
  engine: Engine,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request, engine.maxBodyBytes + 1);
  if (body === undefined) {
    response.destroy();
    return;
  }
  const exchange = engine.receive({
    method: request.method ?? '',
    hostname: (request.headers.host ?? '').replace(/:\d+$/, ''),
    headers: headersOf(request),
    body,
  });
  const hungUp = () => {
    if (!response.writableFinished) {
      exchange.abandon?.(Object.assign(new Error('the client hung up'), { code: 'ECONNRESET' }));
    }
  };
  response.on('close', hungUp);
  const { response: answer } = await exchange.answer;
  if (answer === undefined) {
    response.off('close', hungUp);
    response.destroy();
    return;
  }
  if (response.destroyed) return;
  // A client may compare the clock with its own: the server keeps AWS's silence about the date.
  response.sendDate = false;
  // A rest of the body that was not read stands in the way of a next request.
  if (!request.complete) response.setHeader('connection', 'close');
  response.writeHead(answer.statusCode, withoutLength(answer.headers));
  response.end(answer.body);
}

/** All of a body, or its beginning when it is longer than anybody reads; nothing when its sender hung up. */
function bodyOf(request: IncomingMessage, atMost: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const hear = (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.byteLength;
      if (bytes < atMost) return;
      request.off('data', hear);
      // The rest is let through unread: a client that is cut off in the middle never sees the answer.
      request.resume();
      resolve(Buffer.concat(chunks));
    };
    request.on('data', hear);
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

/** The server counts what it sends itself: of a cut-off body the announced length would be a lie that hangs. */
function withoutLength(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-length'));
}
