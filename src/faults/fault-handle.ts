import type { EventCatalog } from '../base/catalog.js';
import { wrongUse } from '../base/errors.js';
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
   * Fires only where this match fits: the entry that is to fail, or any entry of the request that is.
   * @throws {FakeEventBridgeError} when the match could never fit
   */
  when(match: Match<Catalog>): this;
  /**
   * Fires by chance, drawn from the fake's seed each time it applies: the same seed, the same run.
   * Without a number of times it goes on for good. @throws {FakeEventBridgeError} unless above 0 and at most 1
   */
  withProbability(probability: number): this;
  /** How often it has fired. */
  readonly used: number;
  /** Takes the fault back: it fires no more, and `verify()` does not miss it. */
  remove(): void;
}

/** A declared hold: lets go of what it holds. */
export interface HoldHandle<Catalog extends EventCatalog> extends FaultHandle<Catalog> {
  /** How many requests it holds now. */
  readonly waiting: number;
  /** Resolves once it holds a request. */
  reached(): Promise<void>;
  /** Lets EventBridge take what is held, now and later. */
  release(): void;
  /** Answers what is held with an error instead. @throws {FakeEventBridgeError} as `failRequest` does */
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

  once(): this {
    this.refuseAfterReset('once');
    this.#fault.limitTo(1, 'once');
    return this;
  }

  times(number: number): this {
    this.refuseAfterReset('times');
    this.#fault.limitTo(number, 'times');
    return this;
  }

  always(): this {
    this.refuseAfterReset('always');
    this.#fault.limitTo(Number.POSITIVE_INFINITY, 'always');
    return this;
  }

  when(match: Match<Catalog>): this {
    this.refuseAfterReset('when');
    this.#fault.onlyWhen(() => compileEntryMatch(match, 'when', this.#deps.compileMatch));
    return this;
  }

  withProbability(probability: number): this {
    this.refuseAfterReset('withProbability');
    this.#fault.leaveToChance(probability);
    return this;
  }

  get used(): number {
    return this.#fault.used;
  }

  remove(): void {
    this.#fault.removedBy ??= 'remove()';
  }

  /** What is changed on the handle of an earlier test has no effect, and its author believes that it has. */
  protected refuseAfterReset(method: string): void {
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

  reached(): Promise<void> {
    return this.#gate.reached();
  }

  release(): void {
    this.refuseAfterReset('release');
    this.#gate.open();
  }

  fail(error: RequestErrorName | GivenRequestError): void {
    this.refuseAfterReset('fail');
    this.#gate.open(requestErrorOf('fail', error));
  }

  override remove(): void {
    super.remove();
    this.#gate.abandon('remove() took the hold back');
  }
}
