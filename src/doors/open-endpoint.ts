import { wrongUse } from '../errors.js';
import { isObject } from '../json.js';
import type { Endpoint } from '../wire/endpoint.js';
import { describeValue } from '../words.js';

/** What a door of another entry needs of a fake. */
export interface OpenEndpoint {
  readonly endpoint: Endpoint;
  readonly maxRequestBytes: number;
}

/** Where a fake keeps it: a registered symbol, for a fake may come from the other copy of the package, ESM or CommonJS. */
export const ENDPOINT = Symbol.for('fake-eventbridge.endpoint');

/**
 * The endpoint of a fake.
 * @throws {FakeEventBridgeError} when the value is no fake
 */
export function endpointOf(value: unknown, method: string): OpenEndpoint {
  if (isObject(value) && ENDPOINT in value) return value[ENDPOINT] as OpenEndpoint;
  throw wrongUse(`${method} wants a fake, such as fakeEventBridge(), not ${describeValue(value)}.`);
}
