import type { EntryResult } from '../service/put-events-types.js';

/** A response as bytes; plain data, so that no SDK class is needed to make one. */
export interface WireResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The content type of every answer in AWS JSON 1.1. */
export const AWS_JSON = 'application/x-amz-json-1.1';

/**
 * 200 with a result for each entry. Nothing in an event id needs escaping: writing the JSON by hand saves a tenth of
 * what a call costs.
 */
export function resultsResponse(results: readonly EntryResult[], requestId: string): WireResponse {
  let failed = 0;
  let entries = '';
  for (let index = 0; index < results.length; index++) {
    const result = results[index];
    if (result === undefined) continue;
    if (index > 0) entries += ',';
    if (result.error === undefined) {
      entries += `{"EventId":"${result.id}"}`;
    } else {
      failed++;
      entries += JSON.stringify({ ErrorCode: result.error.code, ErrorMessage: result.error.message });
    }
  }
  return jsonResponse(200, `{"Entries":[${entries}],"FailedEntryCount":${failed}}`, requestId);
}

/** An error in AWS JSON 1.1: `__type` names it; some errors have no message at all. */
export function errorResponse(
  statusCode: number,
  code: string,
  message: string | undefined,
  requestId: string,
): WireResponse {
  const body = message === undefined ? { __type: code } : { __type: code, message };
  return jsonResponse(statusCode, JSON.stringify(body), requestId);
}

/** A JSON string as a response. */
export function jsonResponse(statusCode: number, json: string, requestId: string): WireResponse {
  return stringResponse(statusCode, json, AWS_JSON, requestId);
}

/**
 * A response with the headers of AWS's front end. It has no `Date`, because a test may have faked the clock. The SDK
 * takes a wrong date for a skewed clock, and then retries any error.
 */
export function stringResponse(
  statusCode: number,
  content: string,
  contentType: string,
  requestId: string,
): WireResponse {
  const body = Buffer.from(content, 'utf8');
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

/** 413 as AWS answers a body far beyond the limit: empty, without a request id (boto3#3411). */
export function tooLargeResponse(): WireResponse {
  return {
    statusCode: 413,
    headers: { 'content-length': '0', connection: 'close' },
    body: new Uint8Array(0),
  };
}
