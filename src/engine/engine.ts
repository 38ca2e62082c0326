import { bodyText, type WireRequest } from '../wire/http.js';
import { operationOf } from '../wire/operation.js';
import { errorResponse, textResponse } from '../wire/responses.js';
import { type Exchange, type ExchangeDeps, PutEventsExchange } from './put-events-exchange.js';
import { strayAnswer } from './strays.js';
import { testEventPatternAnswer } from './test-event-pattern.js';

/** What the endpoint needs of the fake it belongs to. */
export interface EngineDeps extends ExchangeDeps {
  readonly nextRequestId: () => string;
  /** Hears of every operation that is not faked. */
  readonly onStray: (operation: string, hostname: string) => void;
}

/** AWS's end of the wire: requests go in, answers come out. Which operation is asked for is decided here. */
export class Engine {
  readonly #with: EngineDeps;

  constructor(deps: EngineDeps) {
    this.#with = deps;
  }

  /** Takes a request from any door. */
  receive(request: WireRequest): Exchange {
    const requestId = this.#with.nextRequestId();
    const operation = operationOf(request);
    if (operation.kind === 'unknown-content-type') {
      return {
        answer: {
          response: textResponse(404, '<UnknownOperationException/>\n', 'application/xml', requestId),
        },
      };
    }
    if (operation.kind === 'unknown-operation') {
      return { answer: { response: errorResponse(400, 'UnknownOperationException', undefined, requestId) } };
    }
    const target = `${operation.service}.${operation.name}`;
    switch (target) {
      case 'AWSEvents.PutEvents':
        return new PutEventsExchange(this.#with, request, requestId);
      case 'AWSEvents.TestEventPattern':
        return { answer: testEventPatternAnswer(bodyText(request.body), requestId) };
      default:
        this.#with.onStray(target, request.hostname);
        return { answer: strayAnswer(target, requestId) };
    }
  }
}
