import { connectionError } from '../faults/connection-errors.js';
import type { RequestEffect } from '../faults/effects.js';
import type { RequestError } from '../faults/request-errors.js';
import type { Ending } from '../journal/attempt.js';
import { putEventsText } from '../service/answer.js';
import type { EntryOutcome } from '../service/put-events-types.js';
import type { WireResponse } from '../wire/http.js';
import { errorResponse, jsonResponse, textResponse, tooLargeResponse } from '../wire/responses.js';

/** What reaches the sender: a response, or the error of its connection. */
export type Answer =
  | { readonly response: WireResponse; readonly error?: undefined; readonly ending?: Ending }
  | { readonly error: Error; readonly response?: undefined; readonly ending?: Ending };

const RESULTS: Ending = { kind: 'results' };

/** 200 with a result for each entry. */
export function resultsAnswer(outcomes: readonly EntryOutcome[], requestId: string): Answer {
  return { response: jsonResponse(200, putEventsText(outcomes), requestId), ending: RESULTS };
}

/** An error for the whole request. */
export function errorAnswer({ status, code, message }: RequestError, requestId: string): Answer {
  return {
    response: errorResponse(status, code, message, requestId),
    ending: { kind: 'error', status, code, message },
  };
}

/** An empty 413: no code, no message. The SDK calls it `Unknown`. */
export function tooLargeAnswer(): Answer {
  return {
    response: tooLargeResponse(),
    ending: { kind: 'error', status: 413, code: 'Unknown', message: undefined },
  };
}

/** No answer at all: the sender gets an error in its place. */
export function noAnswer(error: Error): Answer {
  return { error, ending: { kind: 'no-answer', error } };
}

/**
 * What arrives when something between the sender and EventBridge breaks.
 * @param reachEventBridge lets EventBridge take the request, for the faults that strike on the way back
 */
export function brokenAnswer(
  what: Exclude<RequestEffect['what'], { kind: 'error' }>,
  reachEventBridge: () => Answer,
  hostname: string,
  requestId: string,
): Answer {
  if (what.kind === 'connection') return noAnswer(connectionError(what.fault, hostname));
  if (what.kind === 'lost-response') {
    reachEventBridge();
    // The server has read the request and the connection breaks before its answer: a socket that hangs up.
    return noAnswer(connectionError('reset', hostname));
  }
  switch (what.how) {
    case 'html': {
      // A proxy answers by itself: the request never reaches EventBridge.
      const page = '<html><body><h1>503 Service Unavailable</h1></body></html>';
      return garbled(textResponse(503, page, 'text/html', requestId), 'an HTML page');
    }
    case 'cut-off': {
      const { response } = reachEventBridge();
      if (response === undefined)
        return garbled(textResponse(200, '', JSON_TYPE, requestId), 'a body that was cut off');
      const half = response.body.subarray(0, Math.floor(response.body.byteLength / 2));
      return garbled({ ...response, body: half }, 'a body that was cut off');
    }
    case 'empty': {
      reachEventBridge();
      return garbled(textResponse(200, '', JSON_TYPE, requestId), 'an empty body');
    }
  }
}

const JSON_TYPE = 'application/x-amz-json-1.1';

function garbled(response: WireResponse, what: string): Answer {
  return { response, ending: { kind: 'garbled', status: response.statusCode, what } };
}
