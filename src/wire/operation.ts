import { AWS_JSON } from './encode.js';
import { headerOf, type WireRequest } from './http.js';

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
