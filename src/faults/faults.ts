import type { EventCatalog } from '../base/catalog.js';
import type { Match } from '../match/match.js';
import type { Garbling } from './effects.js';
import type { EntryErrorCode, GivenEntryError } from './entry-errors.js';
import type { FaultHandle, HoldHandle } from './fault-handle.js';
import type { GivenRequestError, RequestErrorName } from './request-errors.js';

/**
 * Declares failures. Each fault fires once, unless its handle says otherwise. `verify()` fails when a fault did not fire
 * as often as declared.
 */
export interface Faults<Catalog extends EventCatalog> {
  /**
   * Fails one entry of a request. The response is still a 200, and the result of this entry has an error code.
   * @param which the next entry that matches, the entry at an index of the request (from 0), or `'any'`
   * @param code a code that AWS documents for entries, or one of your own: `{ ErrorCode, ErrorMessage }`
   * @throws {FakeEventBridgeError} for a code that EventBridge does not return for an entry, or an impossible index
   * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html
   * @example
   * ```ts
   * eb.failEntry({ detailType: 'OrderPlaced' }, 'ThrottlingException');
   * eb.failEntry(2, 'InternalFailure').times(3);
   * ```
   */
  failEntry(
    which: Match<Catalog> | number | 'any',
    code: EntryErrorCode | GivenEntryError,
    message?: string,
  ): FaultHandle<Catalog>;
  /**
   * Fails one request: one attempt of a call. If the SDK retries it, the code under test does not see the error.
   * @param error an error that AWS documents for requests, or one of your own: `{ name, status, message }`
   * @throws {FakeEventBridgeError} for a name that EventBridge does not return for a request
   * @example
   * ```ts
   * eb.failRequest('InternalException').times(2); // the SDK's third attempt succeeds
   * ```
   */
  failRequest(error: RequestErrorName | GivenRequestError): FaultHandle<Catalog>;
  /**
   * Fails every attempt of one call, so that `client.send` throws, however many attempts the client makes.
   * @throws {FakeEventBridgeError} for a name that EventBridge does not return for a request
   * @example
   * ```ts
   * eb.failCall('InternalException');
   * await expect(publishOrders(orders)).rejects.toThrow('Internal Service Failure');
   * ```
   */
  failCall(error: RequestErrorName | GivenRequestError): FaultHandle<Catalog>;
  /** Refuses a connection: `ECONNREFUSED`, as the SDK's Node handler throws it. */
  refuseConnection(): FaultHandle<Catalog>;
  /** Closes the connection before EventBridge has read the request: `ECONNRESET`. */
  resetConnection(): FaultHandle<Catalog>;
  /** Lets the connection time out: `ETIMEDOUT`. */
  timeout(): FaultHandle<Catalog>;
  /** Fails to resolve the name of the endpoint: `ENOTFOUND`. */
  failDns(): FaultHandle<Catalog>;
  /**
   * Loses a response: EventBridge accepts the entries, and the connection closes. The SDK resends them, so the bus has
   * them twice.
   */
  loseResponse(): FaultHandle<Catalog>;
  /**
   * Replaces a response. `'html'` is the default: a proxy answers with an HTML page and 503, and EventBridge does not receive
   * the request. With `'cut-off'` and `'empty'` EventBridge accepts the entries, but the response is incomplete or empty.
   */
  garbleResponse(how?: Garbling): FaultHandle<Catalog>;
  /** Delays a response by this many milliseconds. EventBridge handles the request at once. */
  delay(milliseconds: number): FaultHandle<Catalog>;
  /** Holds a request until the test releases it. Only then does EventBridge handle it. */
  hold(): HoldHandle<Catalog>;
}
