import { AWS_JSON } from './encode.js';
import { headerOf, type WireRequest } from './http.js';

/** The operation that a request names, or why AWS's front end does not know it. */
export type Operation =
  | { readonly kind: 'operation'; readonly target: string }
  | { readonly kind: 'unknown-operation' }
  | { readonly kind: 'unknown-content-type' };

/** AWS knows its targets by their exact letters: `putEvents` is not an operation (measured on Athena). */
const TARGET = /^[A-Z]\w*\.[A-Z]\w*$/;

/**
 * Reads `X-Amz-Target` and the content type. Without a target AWS answers `UnknownOperationException`, to another
 * content type with a 404 in XML (both measured on Athena, which has the same front end).
 */
export function operationOf({ headers }: WireRequest): Operation {
  const contentType = headerOf(headers, 'content-type') ?? '';
  if (contentType !== AWS_JSON && mediaTypeOf(contentType) !== AWS_JSON)
    return { kind: 'unknown-content-type' };
  const target = headerOf(headers, 'x-amz-target') ?? '';
  return TARGET.test(target) ? { kind: 'operation', target } : { kind: 'unknown-operation' };
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
  const attempt = /^attempt=(\d+)/.exec(headerOf(headers, 'amz-sdk-request') ?? '')?.[1];
  return {
    invocationId: headerOf(headers, 'amz-sdk-invocation-id'),
    attempt: attempt === undefined ? undefined : Number(attempt),
  };
}
