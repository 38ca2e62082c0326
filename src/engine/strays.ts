import { errorResponse, type WireResponse } from '../wire/encode.js';

/** The error code for an operation that is not faked. */
const NOT_FAKED = 'NotFakedException';

/** The response to an operation that the fake does not support: it names the operation and says what to do. */
export function strayResponse(operation: string, requestId: string): WireResponse {
  // 501 says it in HTTP, and is a status that no SDK retries.
  return errorResponse(501, NOT_FAKED, strayMessage(operation), requestId);
}

function strayMessage(target: string): string {
  const [service = '', operation = ''] = target.split('.');
  if (service !== 'AWSEvents') {
    return `fake-eventbridge received ${target}, an operation of another service. It fakes EventBridge alone: do not attach it to other clients. Nothing was sent to AWS.`;
  }
  return `fake-eventbridge does not fake ${operation}: it has PutEvents and TestEventPattern. Nothing was sent to AWS. Give the code under test a stub for this call, such as mockClient(EventBridgeClient).on(${operation}Command) of aws-sdk-client-mock with eb.putEvents behind PutEventsCommand.`;
}

/** Warns about operations that are not faked, of each of them once, where they do not fail `verify()`. */
export class StrayWarnings {
  readonly #warned = new Set<string>();

  warn(operation: string): void {
    if (this.#warned.has(operation)) return;
    this.#warned.add(operation);
    console.warn(`${strayMessage(operation)} (onStray: "warn")`);
  }

  /** The next test is warned again. */
  forget(): void {
    this.#warned.clear();
  }
}
