import { CallSite } from '../base/call-site.js';
import type { EventCatalog } from '../base/catalog.js';
import { refuseExtraArguments, wrongUse } from '../base/errors.js';
import { describeValue } from '../base/words/describe-value.js';
import type { Match } from '../match/match.js';
import type { Limits } from '../service/put-events-types.js';
import type { Effect, Garbling, RequestFailure } from './effects.js';
import { type EntryErrorCode, entryErrorOf, type GivenEntryError } from './entry-errors.js';
import { compileEntryMatch } from './entry-match.js';
import { Fault, type FaultDeps } from './fault.js';
import {
  DeclaredFault,
  DeclaredHold,
  type FaultHandle,
  type FaultHandleDeps,
  type HoldHandle,
} from './fault-handle.js';
import type { FaultPlan } from './fault-plan.js';
import { Gate } from './gate.js';
import { type GivenRequestError, type RequestErrorName, requestErrorOf } from './request-errors.js';

/**
 * Declares failures. Each fault fires once, unless its handle says otherwise. `verify()` fails when a fault did not fire
 * as often as declared.
 */
export interface Faults<Catalog extends EventCatalog> {
  /**
   * Fails one entry of a request. The response is still a 200, and the result of this entry has an error code.
   * @param which the next entry that matches, the entry at an index of the request (from 0), or `'any'`
   * @param code a code that AWS documents for entries, or one of your own: `{ ErrorCode, ErrorMessage }`
   * @throws {FakeEventBridgeError} for a code that EventBridge returns for no entry, or an index that no request has
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
   * @throws {FakeEventBridgeError} for a name that EventBridge returns for no request
   * @example
   * ```ts
   * eb.failRequest('InternalException').times(2); // the SDK's third attempt succeeds
   * ```
   */
  failRequest(error: RequestErrorName | GivenRequestError): FaultHandle<Catalog>;
  /**
   * Fails every attempt of one call, so that `client.send` throws, however many attempts the client makes.
   * @throws {FakeEventBridgeError} for a name that EventBridge returns for no request
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
   * Replaces a response: by the HTML page of a proxy with 503 (`'html'`, the default; EventBridge does not receive the
   * request), by one that is cut off, or by an empty one.
   */
  garbleResponse(how?: Garbling): FaultHandle<Catalog>;
  /** Delays a response by this many milliseconds. EventBridge handles the request at once. */
  delay(milliseconds: number): FaultHandle<Catalog>;
  /** Holds a request until the test releases it. Only then does EventBridge handle it. */
  hold(): HoldHandle<Catalog>;
}

/**
 * What declaring faults needs of the fake.
 * @internal
 */
export interface FaultsDeps extends FaultDeps, FaultHandleDeps {
  readonly plan: FaultPlan;
  readonly limits: Limits;
}

/**
 * The methods that declare faults.
 * @internal
 */
export function createFaults<Catalog extends EventCatalog>(deps: FaultsDeps): Faults<Catalog> {
  type Method = (...args: never[]) => unknown;
  /** @param called the method that the test called: the fault's location is the line that called it */
  const declare = (effect: Effect, declaration: string, called: Method): Fault => {
    const fault = new Fault(effect, declaration, new CallSite(called), deps);
    deps.plan.add(fault);
    return fault;
  };
  const onRequest = (what: RequestFailure, declaration: string, called: Method, wholeCall = false) =>
    new DeclaredFault<Catalog>(declare({ level: 'request', what, wholeCall }, declaration, called), deps);

  function failEntry(...args: unknown[]): FaultHandle<Catalog> {
    refuseExtraArguments('failEntry', ['which', 'code', 'message'], args);
    const [which, code, message] = args;
    const error = entryErrorOf(code, message);
    const selected = entrySelection(which, deps);
    const shown = typeof selected === 'object' ? 'match' : JSON.stringify(selected);
    const effect: Effect = { level: 'entry', which: selected, error };
    return new DeclaredFault(declare(effect, `failEntry(${shown}, "${error.code}")`, failEntry), deps);
  }
  function failRequest(...args: unknown[]): FaultHandle<Catalog> {
    refuseExtraArguments('failRequest', ['error'], args);
    const [error] = args;
    const answer = requestErrorOf('failRequest', error);
    return onRequest({ kind: 'error', error: answer }, `failRequest("${answer.code}")`, failRequest);
  }
  function failCall(...args: unknown[]): FaultHandle<Catalog> {
    refuseExtraArguments('failCall', ['error'], args);
    const [error] = args;
    const answer = requestErrorOf('failCall', error);
    return onRequest({ kind: 'error', error: answer }, `failCall("${answer.code}")`, failCall, true);
  }
  function refuseConnection(...args: unknown[]): FaultHandle<Catalog> {
    refuseExtraArguments('refuseConnection', [], args);
    return onRequest({ kind: 'connection', fault: 'refused' }, 'refuseConnection()', refuseConnection);
  }
  function resetConnection(...args: unknown[]): FaultHandle<Catalog> {
    refuseExtraArguments('resetConnection', [], args);
    return onRequest({ kind: 'connection', fault: 'reset' }, 'resetConnection()', resetConnection);
  }
  function timeout(...args: unknown[]): FaultHandle<Catalog> {
    refuseExtraArguments('timeout', [], args);
    return onRequest({ kind: 'connection', fault: 'timed-out' }, 'timeout()', timeout);
  }
  function failDns(...args: unknown[]): FaultHandle<Catalog> {
    refuseExtraArguments('failDns', [], args);
    return onRequest({ kind: 'connection', fault: 'dns' }, 'failDns()', failDns);
  }
  function loseResponse(...args: unknown[]): FaultHandle<Catalog> {
    refuseExtraArguments('loseResponse', [], args);
    return onRequest({ kind: 'lost-response' }, 'loseResponse()', loseResponse);
  }
  function garbleResponse(...args: unknown[]): FaultHandle<Catalog> {
    refuseExtraArguments('garbleResponse', ['how'], args);
    const [how = 'html'] = args;
    if (how !== 'html' && how !== 'cut-off' && how !== 'empty') {
      throw wrongUse(
        `garbleResponse: a response is garbled as "html", "cut-off" or "empty", not as ${describeValue(how)}.`,
      );
    }
    return onRequest({ kind: 'garbled-response', how }, `garbleResponse("${how}")`, garbleResponse);
  }
  function delay(...args: unknown[]): FaultHandle<Catalog> {
    refuseExtraArguments('delay', ['milliseconds'], args);
    const [milliseconds] = args;
    if (typeof milliseconds !== 'number' || !(milliseconds >= 0 && milliseconds < 2 ** 31)) {
      throw wrongUse(`delay: pass milliseconds, 0 or more, not ${describeValue(milliseconds)}.`);
    }
    const effect: Effect = { level: 'timing', what: { kind: 'delay', milliseconds } };
    return new DeclaredFault(declare(effect, `delay(${milliseconds})`, delay), deps);
  }
  function hold(...args: unknown[]): HoldHandle<Catalog> {
    refuseExtraArguments('hold', [], args);
    const gate = new Gate();
    const fault = declare({ level: 'timing', what: { kind: 'hold', gate } }, 'hold()', hold);
    return new DeclaredHold(fault, gate, deps);
  }
  return {
    failEntry: failEntry,
    failRequest,
    failCall,
    refuseConnection,
    resetConnection,
    timeout,
    failDns,
    loseResponse,
    garbleResponse,
    delay,
    hold,
  };
}

/** The entries that `failEntry` selects. */
function entrySelection(which: unknown, { limits: { maxEntries }, compileMatch }: FaultsDeps) {
  if (which === 'any') return which;
  if (typeof which !== 'number') return compileEntryMatch(which, 'failEntry', compileMatch);
  if (!Number.isInteger(which) || which < 0 || which >= maxEntries) {
    throw wrongUse(
      `failEntry: a request has at most ${maxEntries} entries, so their indexes are 0 to ${maxEntries - 1}, and ${which} is not one of them.`,
    );
  }
  return which;
}
