import { CallSite } from '../base/call-site.js';
import type { EventCatalog } from '../base/catalog.js';
import { refuseExtraArguments, wrongUse } from '../base/errors.js';
import { describeValue } from '../base/words/describe-value.js';
import type { Limits } from '../service/put-events-types.js';
import type { Effect, RequestFailure } from './effects.js';
import { entryErrorOf } from './entry-errors.js';
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
import type { Faults } from './faults.js';
import { Gate } from './gate.js';
import { requestErrorOf } from './request-errors.js';

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
