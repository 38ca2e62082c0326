import { isAscii } from 'node:buffer';

/** A request, however it reached the fake. */
export interface WireRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A string or bytes; anything else counts as an empty body. */
  readonly body: unknown;
  /** The host that the client sent it to. */
  readonly hostname: string;
}

/** A response as bytes; plain data, so that no SDK class is needed to make one. */
export interface WireResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A header by its lower-case name, however the client wrote it. */
export function headerOf(headers: WireRequest['headers'], name: string): string | undefined {
  const value = headers[name];
  if (value !== undefined) return value;
  for (const key in headers) {
    if (key.length === name.length && key.toLowerCase() === name) return headers[key];
  }
  return undefined;
}

/** The content of a body. */
export function bodyString(body: unknown): string {
  if (typeof body === 'string') return body;
  if (!ArrayBuffer.isView(body)) return '';
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  // Most bodies are ASCII, which is read twice as fast.
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

/** The length of a body in bytes. */
export function bodyBytes(body: unknown): number {
  if (typeof body === 'string') return Buffer.byteLength(body, 'utf8');
  return ArrayBuffer.isView(body) ? body.byteLength : 0;
}
