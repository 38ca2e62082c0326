import type { JournalAttempt } from '../journal/attempt.js';
import type { InFlightCalls } from '../journal/in-flight-calls.js';
import type { Moments } from '../journal/moments.js';
import type { StrayRecord } from '../journal/records.js';
import { testEventPattern } from '../service/test-event-pattern.js';
import { decodeTestEventPattern, SerializationError } from '../wire/decode.js';
import { errorResponse, jsonResponse, stringResponse, type WireResponse } from '../wire/encode.js';
import { bodyString, isAwsJson, isOperation, readHeaders, type WireRequest } from '../wire/request.js';
import { maxBodyBytes } from './max-body-bytes.js';
import { type Exchange, type PutEventsDeps, PutEventsExchange } from './put-events.js';
import { StrayWarnings, strayResponse } from './strays.js';

/** What the engine needs of the fake it belongs to. */
export interface EngineDeps extends Omit<PutEventsDeps, 'maxBodyBytes'> {
  readonly onStray: 'error' | 'warn';
}

/** AWS's end of the wire: requests go in, answers come out. */
export class Engine {
  /** The longest body that is read at all: a server need not read on. */
  readonly maxBodyBytes: number;
  #deps: EngineDeps & PutEventsDeps;
  readonly #strayWarnings = new StrayWarnings();

  constructor(deps: EngineDeps) {
    this.maxBodyBytes = maxBodyBytes(deps.limits);
    this.#deps = { ...deps, maxBodyBytes: this.maxBodyBytes };
  }

  /** Takes a request, however it reached the fake. */
  receive(request: WireRequest): Exchange {
    const requestId = this.#deps.numbers.nextRequestId();
    const headers = readHeaders(request.headers);
    if (!isAwsJson(headers))
      return answered(stringResponse(404, '<UnknownOperationException/>\n', 'application/xml', requestId));
    const { target: operation = '' } = headers;
    switch (operation) {
      case 'AWSEvents.PutEvents':
        return new PutEventsExchange(this.#deps, request, headers, requestId);
      case 'AWSEvents.TestEventPattern':
        return answered(testEventPatternResponse(bodyString(request.body), requestId));
    }
    if (!isOperation(operation))
      return answered(errorResponse(400, 'UnknownOperationException', undefined, requestId));
    this.recordStray({ operation, hostname: request.hostname, reason: 'not-faked' });
    return answered(strayResponse(operation, requestId));
  }

  /** A client's retry strategy has decided to wait before its next attempt. */
  recordBackoff(attempt: JournalAttempt, milliseconds: number, isSkipped: boolean): void {
    this.#deps.journal.recordBackoff(attempt, milliseconds, isSkipped);
  }

  /** The calls that have begun and not ended. */
  get inFlight(): InFlightCalls {
    return this.#deps.journal.inFlight;
  }

  /** The order of the responses that clients have received. */
  get moments(): Moments {
    return this.#deps.journal.moments;
  }

  /** A request came that no fake serves. */
  recordStray(stray: StrayRecord): void {
    const { journal, onStray } = this.#deps;
    journal.recordStray(Object.freeze(stray));
    if (onStray === 'warn') this.#strayWarnings.warn(stray);
  }

  /**
   * Serves the requests that come now with other parts: while failures are explored, the records and the faults of the
   * test stay as they are. @returns puts the parts back
   */
  substitute(parts: Partial<PutEventsDeps>): () => void {
    const original = this.#deps;
    this.#deps = { ...original, ...parts };
    return () => {
      this.#deps = original;
    };
  }

  /** The next test begins. */
  reset(): void {
    this.#strayWarnings.forget();
  }
}

/** The journal has nothing of these: they publish nothing. */
function answered(response: WireResponse): Exchange {
  return { answer: { response, ending: { kind: 'results' } } };
}

function testEventPatternResponse(body: string, requestId: string): WireResponse {
  try {
    const { eventPattern, event } = decodeTestEventPattern(body);
    const outcome = testEventPattern(eventPattern, event);
    return 'result' in outcome
      ? jsonResponse(200, JSON.stringify({ Result: outcome.result }), requestId)
      : errorResponse(outcome.status, outcome.code, outcome.message, requestId);
  } catch (error) {
    if (!(error instanceof SerializationError)) throw error;
    return errorResponse(400, 'SerializationException', error.reason, requestId);
  }
}
