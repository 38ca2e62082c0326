import type { EventCatalog } from '../base/catalog.js';
import { refuseExtraArguments, wrongUse } from '../base/errors.js';
import type { CompiledMatch } from '../match/compile-match.js';
import type { Match } from '../match/match.js';
import { compileEntryMatch } from './entry-match.js';
import { type Fault, RESET } from './fault.js';
import type { Gate } from './gate.js';
import { type GivenRequestError, type RequestErrorName, requestErrorOf } from './request-errors.js';

/** A declared fault: how often it fires, when, and how often it did. */
export interface FaultHandle<Catalog extends EventCatalog> {
  /** Fires once: the default. */
  once(): this;
  /** Fires this many times. @throws {FakeEventBridgeError} unless it is a whole number above 0 */
  times(number: number): this;
  /** Fires whenever it applies, until it is removed. */
  always(): this;
  /**
   * Fires only when a match fits: the entry that fails, or, for a fault of a request, any of its entries.
   * @throws {FakeEventBridgeError} when the match could never fit
   */
  when(match: Match<Catalog>): this;
  /**
   * Fires with this probability, each time it applies. The same seed of the fake gives the same run. Without `times`, it
   * never ends. `verify()` does not report it when it never fires.
   * @throws {FakeEventBridgeError} unless above 0 and at most 1
   */
  withProbability(probability: number): this;
  /** How often it has fired. */
  readonly used: number;
  /** Removes the fault: it no longer fires, and `verify()` does not report it. */
  remove(): void;
}

/** A declared hold: releases the requests that it holds, or fails them. */
export interface HoldHandle<Catalog extends EventCatalog> extends FaultHandle<Catalog> {
  /** How many requests it holds now. */
  readonly waiting: number;
  /** Resolves once it holds a request. */
  reached(): Promise<void>;
  /** Lets EventBridge handle the held requests, now and later. */
  release(): void;
  /** Fails the held requests instead. @throws {FakeEventBridgeError} as `failRequest` does */
  fail(error: RequestErrorName | GivenRequestError): void;
}

/**
 * What a handle needs of the fake.
 * @internal
 */
export interface FaultHandleDeps {
  readonly compileMatch: (match: unknown, method: string) => CompiledMatch;
}

/** @internal */
export class DeclaredFault<Catalog extends EventCatalog> implements FaultHandle<Catalog> {
  readonly #fault: Fault;
  readonly #deps: FaultHandleDeps;

  constructor(fault: Fault, deps: FaultHandleDeps) {
    this.#fault = fault;
    this.#deps = deps;
  }

  once(...args: unknown[]): this {
    this.refuseMisuse('once', [], args);
    this.#fault.limitTo(1, 'once');
    return this;
  }

  times(...args: unknown[]): this {
    this.refuseMisuse('times', ['number'], args);
    this.#fault.limitTo(args[0], 'times');
    return this;
  }

  always(...args: unknown[]): this {
    this.refuseMisuse('always', [], args);
    this.#fault.limitTo(Number.POSITIVE_INFINITY, 'always');
    return this;
  }

  when(...args: unknown[]): this {
    this.refuseMisuse('when', ['match'], args);
    this.#fault.onlyWhen(() => compileEntryMatch(args[0], 'when', this.#deps.compileMatch));
    return this;
  }

  withProbability(...args: unknown[]): this {
    this.refuseMisuse('withProbability', ['probability'], args);
    this.#fault.leaveToChance(args[0]);
    return this;
  }

  get used(): number {
    return this.#fault.used;
  }

  remove(...args: unknown[]): void {
    refuseExtraArguments('remove', [], args);
    this.#fault.removedBy ??= 'remove()';
  }

  /** Refuses what would have no effect although its author believes it has: a change after `reset()`, extra arguments. */
  protected refuseMisuse(method: string, parameters: readonly string[], args: readonly unknown[]): void {
    refuseExtraArguments(method, parameters, args);
    if (this.#fault.removedBy !== RESET) return;
    throw wrongUse(
      `${method}: eb.reset() has removed this fault: ${this.#fault.label}. Declare it in the test that needs it.`,
    );
  }
}

/** @internal */
export class DeclaredHold<Catalog extends EventCatalog>
  extends DeclaredFault<Catalog>
  implements HoldHandle<Catalog>
{
  readonly #gate: Gate;

  constructor(fault: Fault, gate: Gate, deps: FaultHandleDeps) {
    super(fault, deps);
    this.#gate = gate;
  }

  get waiting(): number {
    return this.#gate.waiting;
  }

  reached(...args: unknown[]): Promise<void> {
    refuseExtraArguments('reached', [], args);
    return this.#gate.reached();
  }

  release(...args: unknown[]): void {
    this.refuseMisuse('release', [], args);
    this.#gate.open();
  }

  fail(...args: unknown[]): void {
    this.refuseMisuse('fail', ['error'], args);
    this.#gate.open(requestErrorOf('fail', args[0]));
  }

  override remove(...args: unknown[]): void {
    super.remove(...args);
    this.#gate.abandon('remove() took the hold back');
  }
}
