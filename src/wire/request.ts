import { isAscii } from 'node:buffer';
import { BEGUN_AT } from '../base/symbols.js';
import type { Origin } from '../service/event-bus.js';
import { AWS_JSON } from './encode.js';

/** A request, however it reached the fake. */
export interface WireRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A string or bytes; anything else counts as an empty body. */
  readonly body?: unknown;
  /** The host that the client sent it to. */
  readonly hostname: string;
  /** The moment at which the call began that it belongs to, where the client is connected. */
  readonly [BEGUN_AT]?: number;
}

/** The headers that the fake reads, as the client wrote them. */
export interface RequestHeaders {
  contentType: string | undefined;
  /** `X-Amz-Target` names the operation: `AWSEvents.PutEvents`. */
  target: string | undefined;
  /** `amz-sdk-invocation-id`: all attempts of one `send` share it, unless the test mocks `crypto.randomUUID`. */
  invocationId: string | undefined;
  /** `amz-sdk-request`: `attempt=2; max=3`. */
  sdkRequest: string | undefined;
  authorization: string | undefined;
  /** `X-Amzn-Trace-Id`. */
  trace: string | undefined;
}

/** Reads the headers in one pass: a client may write their names in upper and lower case. */
export function readHeaders(headers: WireRequest['headers']): RequestHeaders {
  const read: RequestHeaders = {
    contentType: undefined,
    target: undefined,
    invocationId: undefined,
    sdkRequest: undefined,
    authorization: undefined,
    trace: undefined,
  };
  for (const name in headers) {
    // Most headers are others, and their length shows it.
    switch (name.length) {
      case 12: {
        const lower = name.toLowerCase();
        if (lower === 'content-type') read.contentType ??= headers[name];
        else if (lower === 'x-amz-target') read.target ??= headers[name];
        break;
      }
      case 13:
        if (name.toLowerCase() === 'authorization') read.authorization ??= headers[name];
        break;
      case 15: {
        const lower = name.toLowerCase();
        if (lower === 'amz-sdk-request') read.sdkRequest ??= headers[name];
        else if (lower === 'x-amzn-trace-id') read.trace ??= headers[name];
        break;
      }
      case 21:
        if (name.toLowerCase() === 'amz-sdk-invocation-id') read.invocationId ??= headers[name];
        break;
    }
  }
  return read;
}

/** AWS knows its targets by their exact letters: `putEvents` is not an operation (measured on Athena). */
const TARGET = /^[A-Z]\w*\.[A-Z]\w*$/;

/** Whether AWS could have such an operation. Without one it answers `UnknownOperationException` (measured on Athena). */
export function isOperation(target: string): boolean {
  return TARGET.test(target);
}

/** Whether a request is AWS JSON 1.1. To another content type AWS answers a 404 in XML (measured on Athena). */
export function isAwsJson({ contentType = '' }: RequestHeaders): boolean {
  return contentType === AWS_JSON || mediaTypeOf(contentType) === AWS_JSON;
}

/** A content type without its parameters, such as a character set. Letter case does not count. */
function mediaTypeOf(contentType: string): string {
  return contentType.replace(/;.*$/s, '').trim().toLowerCase();
}

const ATTEMPT = 'attempt=';

/** Which attempt of its call a request is, counted from 1. A client that is not an AWS SDK does not say. */
export function attemptOf({ sdkRequest = '' }: RequestHeaders): number | undefined {
  if (!sdkRequest.startsWith(ATTEMPT)) return undefined;
  let attempt: number | undefined;
  for (let at = ATTEMPT.length; at < sdkRequest.length; at++) {
    const digit = sdkRequest.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) break;
    attempt = (attempt ?? 0) * 10 + digit;
  }
  return attempt;
}

/** `Credential=<key>/<date>/<region>/events/aws4_request`; SigV4a has no region in its scope. */
const SCOPE = /Credential=[^/,\s]+\/\d{8}\/([a-z0-9-]+)\/events\/aws4_request/;

/** Finds out which region a request was sent to. Each region has one `Origin` object, which all its events share. */
export class Origins {
  readonly #fallback: Origin;
  readonly #byRegion = new Map<string, Origin>();
  /** The last regional endpoint: its host says the region as well, and reading the signature takes longer. */
  #lastHostname: string | undefined;
  #lastOrigin: Origin;

  /** @param fallback for requests that are not signed */
  constructor(fallback: Origin) {
    this.#fallback = fallback;
    this.#lastOrigin = fallback;
  }

  /** The region that the client signed for. */
  of(hostname: string, { authorization = '' }: RequestHeaders): Origin {
    if (hostname === this.#lastHostname) return this.#lastOrigin;
    const region = SCOPE.exec(authorization)?.[1];
    if (region === undefined) return this.#fallback;
    const origin = this.#inRegion(region);
    if (hostname.includes(`.${region}.`)) {
      this.#lastHostname = hostname;
      this.#lastOrigin = origin;
    }
    return origin;
  }

  #inRegion(region: string): Origin {
    const { account } = this.#fallback;
    const origin = this.#byRegion.get(region) ?? Object.freeze({ region, account });
    this.#byRegion.set(region, origin);
    return origin;
  }
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
