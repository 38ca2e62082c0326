import { isAscii } from 'node:buffer';
import type { Origin } from '../service/event-bus.js';
import { AWS_JSON } from './encode.js';

/** A request, however it reached the fake. */
export interface WireRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A string or bytes; anything else counts as an empty body. */
  readonly body: unknown;
  /** The host that the client sent it to. */
  readonly hostname: string;
}

/** AWS knows its targets by their exact letters: `putEvents` is not an operation (measured on Athena). */
const TARGET = /^[A-Z]\w*\.[A-Z]\w*$/;

/** The operation that a request names in `X-Amz-Target`: `AWSEvents.PutEvents`. */
export function operationOf({ headers }: WireRequest): string {
  return headerOf(headers, 'x-amz-target') ?? '';
}

/** Whether AWS could have such an operation. Without one it answers `UnknownOperationException` (measured on Athena). */
export function isOperation(name: string): boolean {
  return TARGET.test(name);
}

/** Whether a request is AWS JSON 1.1. To another content type AWS answers a 404 in XML (measured on Athena). */
export function isAwsJson({ headers }: WireRequest): boolean {
  const contentType = headerOf(headers, 'content-type') ?? '';
  return contentType === AWS_JSON || mediaTypeOf(contentType) === AWS_JSON;
}

/** A content type without its parameters, such as a character set. Letter case does not count. */
function mediaTypeOf(contentType: string): string {
  return contentType.replace(/;.*$/s, '').trim().toLowerCase();
}

/** Which attempt of which `send` a request is. A client that is not an AWS SDK says neither. */
export interface AttemptId {
  /** The id that all attempts of one `send` share, unless the test mocks `crypto.randomUUID`. */
  readonly invocationId: string | undefined;
  /** Counted from 1. */
  readonly attempt: number | undefined;
}

/** Reads `amz-sdk-invocation-id` and `amz-sdk-request: attempt=2; max=3`. */
export function attemptIdOf({ headers }: WireRequest): AttemptId {
  const request = headerOf(headers, 'amz-sdk-request');
  const attempt = request?.startsWith(ATTEMPT)
    ? Number.parseInt(request.slice(ATTEMPT.length), 10)
    : Number.NaN;
  return {
    invocationId: headerOf(headers, 'amz-sdk-invocation-id'),
    attempt: Number.isNaN(attempt) ? undefined : attempt,
  };
}

const ATTEMPT = 'attempt=';

/** `Credential=<key>/<date>/<region>/events/aws4_request`; SigV4a has no region in its scope. */
const SCOPE = /Credential=[^/,\s]+\/\d{8}\/([a-z0-9-]+)\/events\/aws4_request/;

/** Finds out which region a request was sent to. Each region has one `Origin` object, which all its events share. */
export class Origins {
  readonly #fallback: Origin;
  readonly #byRegion = new Map<string, Origin>();
  /** By the host of a regional endpoint, which says the region as well: reading the signature takes longer. */
  readonly #byHostname = new Map<string, Origin>();

  /** @param fallback for requests that are not signed */
  constructor(fallback: Origin) {
    this.#fallback = fallback;
  }

  /** The region that the client signed for. */
  of({ headers, hostname }: WireRequest): Origin {
    const known = this.#byHostname.get(hostname);
    if (known !== undefined) return known;
    const region = SCOPE.exec(headerOf(headers, 'authorization') ?? '')?.[1];
    if (region === undefined) return this.#fallback;
    const origin = this.#inRegion(region);
    if (hostname.includes(`.${region}.`)) this.#byHostname.set(hostname, origin);
    return origin;
  }

  #inRegion(region: string): Origin {
    const { account } = this.#fallback;
    const origin = this.#byRegion.get(region) ?? Object.freeze({ region, account });
    this.#byRegion.set(region, origin);
    return origin;
  }
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
