import { headerOf, type WireRequest } from './http.js';

/** The operation that a request asks for, or why AWS's front end knows none. */
export type Operation =
  | { readonly kind: 'operation'; readonly service: string; readonly name: string }
  | { readonly kind: 'unknown-operation' }
  | { readonly kind: 'unknown-content-type' };

/** AWS knows its targets by their exact letters: `putEvents` is no operation (measured on Athena). */
const TARGET = /^([A-Z]\w*)\.([A-Z]\w*)$/;

const PUT_EVENTS: Operation = { kind: 'operation', service: 'AWSEvents', name: 'PutEvents' };

const JSON_1_1 = 'application/x-amz-json-1.1';

/**
 * Reads `X-Amz-Target` and the content type. Without a target AWS answers `UnknownOperationException`, to another
 * content type with a 404 in XML (both measured on Athena, which has the same front end).
 */
export function operationOf({ headers }: WireRequest): Operation {
  // Nearly every request is this one, written just so.
  if (headers['x-amz-target'] === 'AWSEvents.PutEvents' && headers['content-type'] === JSON_1_1)
    return PUT_EVENTS;
  const contentType = headerOf(headers, 'content-type') ?? '';
  if (contentType !== JSON_1_1 && mediaTypeOf(contentType) !== JSON_1_1)
    return { kind: 'unknown-content-type' };
  const [, service, name] = TARGET.exec(headerOf(headers, 'x-amz-target') ?? '') ?? [];
  if (service === undefined || name === undefined) return { kind: 'unknown-operation' };
  return { kind: 'operation', service, name };
}

/** A content type without its parameters, such as a character set; its letters have no case. */
function mediaTypeOf(contentType: string): string {
  return contentType.replace(/;.*$/s, '').trim().toLowerCase();
}

/** The id that all attempts of one `send` share; a client that is no AWS SDK sends none. */
export function invocationIdOf({ headers }: WireRequest): string | undefined {
  return headerOf(headers, 'amz-sdk-invocation-id');
}

/** The region that the client signed for, read from the credential scope of its signature. */
export function signedRegionOf({ headers }: WireRequest): string | undefined {
  const authorization = headerOf(headers, 'authorization');
  if (authorization === undefined) return undefined;
  const region = SCOPE.exec(authorization)?.[1];
  if (region !== undefined && region !== lastRegion) lastRegion = region;
  return region && lastRegion;
}

/** Mostly it is always the same: one text for all the events that keep it. */
let lastRegion = '';

/** `Credential=<key>/<date>/<region>/events/aws4_request`; SigV4a has no region in its scope. */
const SCOPE = /Credential=[^/,\s]+\/\d{8}\/([a-z0-9-]+)\/events\/aws4_request/;
