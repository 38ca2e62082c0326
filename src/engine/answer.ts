import { type ConnectionFault, connectionError } from '../faults/connection-errors.js';
import type { Garbling, RequestFailure } from '../faults/effects.js';
import type { Ending } from '../journal/attempt.js';
import type { RequestError, UnreadableProperty } from '../service/put-events-types.js';
import {
  AWS_JSON,
  errorResponse,
  stringResponse,
  tooLargeResponse,
  type WireResponse,
} from '../wire/encode.js';

/** What reaches the client, a response or the error of its connection, and how the journal records it. */
export type Answer =
  | { readonly response: WireResponse; readonly error?: undefined; readonly ending: Ending }
  | { readonly error: Error; readonly response?: undefined; readonly ending: Ending };

/** An error for the whole request. */
export function errorAnswer(
  { status, code, message }: RequestError,
  requestId: string,
  unreadable?: UnreadableProperty,
): Answer {
  return {
    response: errorResponse(status, code, message, requestId),
    ending: { kind: 'error', status, code, message, unreadable },
  };
}

/** An empty 413: no code, no message. The SDK calls it `Unknown`. */
export function tooLargeAnswer(): Answer {
  return {
    response: tooLargeResponse(),
    ending: { kind: 'error', status: 413, code: 'Unknown', message: undefined },
  };
}

/** No response at all: the client gets an error instead. */
export function noAnswer(error: Error): Answer {
  return { error, ending: { kind: 'no-answer', error } };
}

/**
 * What arrives when a fault breaks a request or its response.
 * @param reachEventBridge lets EventBridge take the request, for the faults that fire on the way back
 */
export function brokenAnswer(
  failure: RequestFailure,
  reachEventBridge: () => Answer,
  hostname: string,
  requestId: string,
): Answer {
  switch (failure.kind) {
    case 'error':
      return errorAnswer(failure.error, requestId);
    case 'connection':
      return brokenConnection(failure.fault, hostname);
    case 'lost-response':
      reachEventBridge();
      // The server has read the request and the connection breaks before its response: the socket hangs up.
      return brokenConnection('reset', hostname);
    case 'garbled-response':
      return garbledAnswer(failure.how, reachEventBridge, requestId);
  }
}

function brokenConnection(fault: ConnectionFault, hostname: string): Answer {
  return noAnswer(connectionError(fault, hostname));
}

function garbledAnswer(how: Garbling, reachEventBridge: () => Answer, requestId: string): Answer {
  switch (how) {
    case 'html': {
      // A proxy answers by itself: the request never reaches EventBridge.
      const page = '<html><body><h1>503 Service Unavailable</h1></body></html>';
      return garbled(stringResponse(503, page, 'text/html', requestId), 'an HTML page');
    }
    case 'cut-off': {
      const whole = reachEventBridge().response ?? stringResponse(200, '', AWS_JSON, requestId);
      const body = whole.body.subarray(0, Math.floor(whole.body.byteLength / 2));
      return garbled({ ...whole, body }, 'a body that was cut off');
    }
    case 'empty':
      reachEventBridge();
      return garbled(stringResponse(200, '', AWS_JSON, requestId), 'an empty body');
  }
}

function garbled(response: WireResponse, what: string): Answer {
  return { response, ending: { kind: 'garbled', status: response.statusCode, what } };
}
