import type { WireResponse } from './http.js';

const JSON_TYPE = 'application/x-amz-json-1.1';

/**
 * A JSON text as a response with the headers of AWS's front end. It carries no `Date`: the SDK takes a date that is off for a
 * skewed clock and then retries any error, and a test may have faked the clock.
 */
export function jsonResponse(statusCode: number, json: string, requestId: string): WireResponse {
  return textResponse(statusCode, json, JSON_TYPE, requestId);
}

/** An error in AWS JSON 1.1: `__type` names it; some errors have no message at all. */
export function errorResponse(
  statusCode: number,
  code: string,
  message: string | undefined,
  requestId: string,
) {
  return jsonResponse(
    statusCode,
    JSON.stringify(message === undefined ? { __type: code } : { __type: code, message }),
    requestId,
  );
}

/** A response with a text of any kind. */
export function textResponse(
  statusCode: number,
  text: string,
  contentType: string,
  requestId: string,
): WireResponse {
  const body = Buffer.from(text, 'utf8');
  return {
    statusCode,
    headers: {
      'x-amzn-requestid': requestId,
      'content-type': contentType,
      'content-length': String(body.byteLength),
    },
    body,
  };
}

/** 413 as AWS gives it to a body far beyond the limit: empty, without a request id (boto3#3411). */
export function tooLargeResponse(): WireResponse {
  return {
    statusCode: 413,
    headers: { 'content-length': '0', connection: 'close' },
    body: new Uint8Array(0),
  };
}
