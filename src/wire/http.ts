/** A request as any door hands it over. */
export interface WireRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Older SDKs send a text, newer ones bytes. */
  readonly body: unknown;
  /** Where the client meant to send it, for the texts of errors. */
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
  for (const key of Object.keys(headers)) {
    if (key.length === name.length && key.toLowerCase() === name) return headers[key];
  }
  return undefined;
}

/** A body as text; anything that is neither text nor bytes counts as none. */
export function bodyText(body: unknown): string {
  if (typeof body === 'string') return body;
  if (ArrayBuffer.isView(body)) return bytesOf(body).toString('utf8');
  return '';
}

/** The length of a body in bytes. */
export function bodyBytes(body: unknown): number {
  if (typeof body === 'string') return Buffer.byteLength(body, 'utf8');
  return ArrayBuffer.isView(body) ? body.byteLength : 0;
}

function bytesOf(view: ArrayBufferView): Buffer {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}
