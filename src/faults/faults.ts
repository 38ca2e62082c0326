import { callSite } from '../base/call-site.js';
import type { EventCatalog } from '../base/catalog.js';
import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import type { Match } from '../match/match.js';
import type { Limits } from '../service/put-events-types.js';
import type { ConnectionFault } from './connection-errors.js';
import type { Effect, RequestEffect } from './effects.js';
import { type EntryErrorCode, entryErrorOf, type GivenEntryError } from './entry-errors.js';
import { Fault, type FaultDeps } from './fault.js';
import { type FaultHandle, FaultHandleOf, type HoldHandle, HoldHandleOf } from './fault-handle.js';
import type { FaultPlan } from './fault-plan.js';
import type { Garbling } from './garbling.js';
import { Gate } from './gate.js';
import { matchOfFault } from './match-of-fault.js';
import { type GivenRequestError, type RequestErrorName, requestErrorOf } from './request-errors.js';

/**
 * What can be made to go wrong. Each fault fires once unless its handle says otherwise; faults that were declared and
 * never fired fail `verify()`.
 */
export interface Faults<Catalog extends EventCatalog> {
  /**
   * Fails one entry of a request: the request is answered with 200 and this entry with an error.
   * @param which the next entry that matches, the entry at an index of the request (from 0), or `'any'`
   * @param code a code that AWS documents for entries, or `{ ErrorCode, ErrorMessage }` to be taken as given
   * @throws {FakeEventBridgeError} for a code that EventBridge never gives an entry, or an index it never has
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
   * Answers one attempt with an error. The SDK retries what it retries, so the code under test may never see it.
   * @param error an error that AWS documents for requests, or `{ name, status, message }` to be taken as given
   * @throws {FakeEventBridgeError} for a name that EventBridge does not answer to a request
   * @example
   * ```ts
   * eb.failRequest('InternalException').times(2); // the SDK's third attempt succeeds
   * ```
   */
  failRequest(error: RequestErrorName | GivenRequestError): FaultHandle<Catalog>;
  /**
   * Answers every attempt of one call with an error, so that the code under test sees the exception, however many
   * attempts its client makes.
   * @throws {FakeEventBridgeError} for a name that EventBridge does not answer to a request
   * @example
   * ```ts
   * eb.failCall('InternalException');
   * await expect(publishOrders(orders)).rejects.toThrow('Internal Service Failure');
   * ```
   */
  failCall(error: RequestErrorName | GivenRequestError): FaultHandle<Catalog>;
  /** Refuses a connection: `ECONNREFUSED`, as the SDK's Node handler throws it. */
  refuseConnection(): FaultHandle<Catalog>;
  /** Hangs up before EventBridge has read the request: `ECONNRESET`. */
  resetConnection(): FaultHandle<Catalog>;
  /** The connection times out: `ETIMEDOUT`. */
  timeout(): FaultHandle<Catalog>;
  /** The endpoint's name cannot be resolved: `ENOTFOUND`. */
  failDns(): FaultHandle<Catalog>;
  /**
   * EventBridge accepts the entries, and the answer never arrives: the connection hangs up. The SDK sends them again,
   * and the bus has them twice.
   */
  loseResponse(): FaultHandle<Catalog>;
  /**
   * Something arrives that is no answer of EventBridge: the page of a proxy with 503 (`'html'`, the default, and the
   * request never got through), an answer cut off in the middle, or an empty one.
   */
  garbleResponse(how?: Garbling): FaultHandle<Catalog>;
  /** EventBridge takes the request at once and answers this many milliseconds later. */
  delay(milliseconds: number): FaultHandle<Catalog>;
  /** Holds a request before EventBridge takes it, until the test releases it. */
  hold(): HoldHandle<Catalog>;
}

/**
 * What declaring faults needs of the fake.
 * @internal
 */
export interface FaultsDeps extends FaultDeps {
  readonly plan: FaultPlan;
  readonly limits: Limits;
}

/**
 * The methods that declare faults.
 * @internal
 */
export function createFaults<Catalog extends EventCatalog>(deps: FaultsDeps): Faults<Catalog> {
  const { plan, limits } = deps;
  const add = (effect: Effect, declaration: string, calledFunction: (...args: never[]) => unknown): Fault => {
    const fault = new Fault(effect, declaration, callSite(calledFunction), deps);
    plan.add(fault);
    return fault;
  };
  const handle = (fault: Fault) => new FaultHandleOf<Catalog>(fault);
  const onRequest = (what: RequestEffect['what'], wholeCall = false): RequestEffect => ({
    level: 'request',
    what,
    wholeCall,
  });
  const onConnection = (fault: ConnectionFault) => onRequest({ kind: 'connection', fault });

  function failEntry(which: unknown, code: unknown, message?: string): FaultHandle<Catalog> {
    const error = entryErrorOf(code, message);
    const selected = selectedEntry(which, deps, limits);
    const shown = typeof selected === 'object' ? 'match' : JSON.stringify(selected);
    return handle(
      add({ level: 'entry', which: selected, error }, `failEntry(${shown}, "${error.code}")`, failEntry),
    );
  }
  function failRequest(error: unknown): FaultHandle<Catalog> {
    const answer = requestErrorOf('failRequest', error);
    return handle(
      add(onRequest({ kind: 'error', error: answer }), `failRequest("${answer.code}")`, failRequest),
    );
  }
  function failCall(error: unknown): FaultHandle<Catalog> {
    const answer = requestErrorOf('failCall', error);
    return handle(
      add(onRequest({ kind: 'error', error: answer }, true), `failCall("${answer.code}")`, failCall),
    );
  }
  function refuseConnection(): FaultHandle<Catalog> {
    return handle(add(onConnection('refused'), 'refuseConnection()', refuseConnection));
  }
  function resetConnection(): FaultHandle<Catalog> {
    return handle(add(onConnection('reset'), 'resetConnection()', resetConnection));
  }
  function timeout(): FaultHandle<Catalog> {
    return handle(add(onConnection('timed-out'), 'timeout()', timeout));
  }
  function failDns(): FaultHandle<Catalog> {
    return handle(add(onConnection('dns'), 'failDns()', failDns));
  }
  function loseResponse(): FaultHandle<Catalog> {
    return handle(add(onRequest({ kind: 'lost-response' }), 'loseResponse()', loseResponse));
  }
  function garbleResponse(how: Garbling = 'html'): FaultHandle<Catalog> {
    if (how !== 'html' && how !== 'cut-off' && how !== 'empty') {
      throw wrongUse(
        `garbleResponse: an answer is garbled as "html", "cut-off" or "empty", not as ${describeValue(how)}.`,
      );
    }
    return handle(
      add(onRequest({ kind: 'garbled-response', how }), `garbleResponse("${how}")`, garbleResponse),
    );
  }
  function delay(milliseconds: number): FaultHandle<Catalog> {
    if (typeof milliseconds !== 'number' || !(milliseconds >= 0 && milliseconds < 2 ** 31)) {
      throw wrongUse(`delay: give milliseconds, 0 or more, not ${describeValue(milliseconds)}.`);
    }
    return handle(
      add({ level: 'timing', what: { kind: 'delay', milliseconds } }, `delay(${milliseconds})`, delay),
    );
  }
  function hold(): HoldHandle<Catalog> {
    const gate = new Gate();
    return new HoldHandleOf<Catalog>(
      add({ level: 'timing', what: { kind: 'hold', gate } }, 'hold()', hold),
      gate,
    );
  }
  return {
    failEntry,
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

function selectedEntry(which: unknown, deps: FaultDeps, { maxEntries }: Limits) {
  if (which === 'any') return which;
  if (typeof which !== 'number') return matchOfFault(which, 'failEntry', deps);
  if (!Number.isInteger(which) || which < 0 || which >= maxEntries) {
    throw wrongUse(
      `failEntry: a request has at most ${maxEntries} entries, 0 to ${maxEntries - 1}; there never is one at ${which}.`,
    );
  }
  return which;
}
