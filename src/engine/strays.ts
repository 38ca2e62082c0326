import type { StrayRecord } from '../journal/records.js';
import { errorResponse, type WireResponse } from '../wire/encode.js';

/** The error code for an operation that is not faked. */
const NOT_FAKED = 'NotFakedException';

/** The response to an operation that the fake does not support: it names the operation and says what to do. */
export function strayResponse(operation: string, requestId: string): WireResponse {
  // 501 says it in HTTP, and is a status that no SDK retries.
  return errorResponse(501, NOT_FAKED, notFakedMessage(operation), requestId);
}

/** Why a request of a client that is not connected to the fake was stopped, and what to do. */
export function notConnectedMessage(operation: string, hostname: string): string {
  return [
    `fake-eventbridge stopped a request to ${hostname} (${operation}) before anything was sent: the client that sends it is not connected to the fake.`,
    'Connect the client with eb.attach(client), or its class with eb.install(client.constructor).',
    'Code with its own copy of the SDK has its own class: a bundle, a second version in node_modules, modules loaded after resetModules(). Connect after the reset.',
    'If the request is meant to reach AWS, create the fake with { networkGuard: false }, or call its restore() when its tests are done.',
  ].join('\n');
}

function notFakedMessage(target: string): string {
  const [service = '', operation = ''] = target.split('.');
  if (service !== 'AWSEvents') {
    return `fake-eventbridge received ${target}, an operation of another service. It fakes EventBridge alone: do not attach it to other clients. Nothing was sent to AWS.`;
  }
  return `fake-eventbridge does not fake ${operation}: it has PutEvents and TestEventPattern. Nothing was sent to AWS. Give the code under test a stub for this call, such as mockClient(EventBridgeClient).on(${operation}Command) of aws-sdk-client-mock with eb.putEvents behind PutEventsCommand.`;
}

/** Warns about stray requests where they do not fail `verify()`: once about all that have the same cause. */
export class StrayWarnings {
  readonly #warned = new Set<string>();

  warn({ operation, hostname, reason }: StrayRecord): void {
    const message =
      reason === 'not-faked' ? notFakedMessage(operation) : notConnectedMessage(operation, hostname);
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    console.warn(`${message} (onStray: "warn")`);
  }

  /** The next test is warned again. */
  forget(): void {
    this.#warned.clear();
  }
}
