import { declaredAt } from '../base/call-site.js';
import { describeValue } from '../base/describe-value.js';
import { times } from '../base/english.js';
import { wrongUse } from '../base/errors.js';
import type { CompiledMatch } from '../match/compile-match.js';
import type { EventView } from '../match/event-view.js';
import type { Effect } from './effects.js';
import { matchOfFault } from './match-of-fault.js';

/** What a fault needs of the fake it belongs to. */
export interface FaultDeps {
  readonly compileMatch: (match: unknown, method: string) => CompiledMatch;
  /** The next number of the seed's sequence, 0 up to 1. */
  readonly chance: () => number;
}

/** One thing that goes wrong on purpose, and how often. */
export class Fault {
  readonly effect: Effect;
  /** How it was declared: `failEntry("any", "ThrottlingException")`. */
  readonly declaration: string;
  /** The line that declared it. */
  readonly place: string | undefined;
  used = 0;
  removed = false;

  #limit = 1;
  #limitIsChosen = false;
  #probability: number | undefined;
  #condition: CompiledMatch | undefined;
  readonly #deps: FaultDeps;

  constructor(effect: Effect, declaration: string, place: string | undefined, deps: FaultDeps) {
    this.effect = effect;
    this.declaration = declaration;
    this.place = place;
    this.#deps = deps;
  }

  /** `failEntry("any", "ThrottlingException") (declared at test/orders.test.ts:12:6)`. */
  get label(): string {
    return `${this.declaration}${declaredAt(this.place)}`;
  }

  get finished(): boolean {
    return this.removed || this.used >= this.#limit;
  }

  /** How often it is meant to fire: a number, or what stands in for one. */
  get limit(): number {
    return this.#limit;
  }

  get isLeftToChance(): boolean {
    return this.#probability !== undefined;
  }

  /** Whether a test that ends now has declared it in vain. */
  get isPending(): boolean {
    if (this.removed || this.isLeftToChance) return false;
    return this.#limit === Number.POSITIVE_INFINITY ? this.used === 0 : this.used < this.#limit;
  }

  /** Whether its own condition holds for one of the events; draws from the seed, so ask once for each occasion. */
  appliesTo(events: readonly EventView[]): boolean {
    if (this.finished) return false;
    const condition = this.#condition;
    if (condition !== undefined && !events.some((event) => condition.test(event))) return false;
    return this.#probability === undefined || this.#deps.chance() < this.#probability;
  }

  limitTo(limit: number, method: string): void {
    if (!(limit === Number.POSITIVE_INFINITY || (Number.isInteger(limit) && limit > 0))) {
      throw this.#refused(
        `${method}(${describeValue(limit)}): a fault fires a whole number of times, at least once. This one would never fire: ${this.label}.`,
      );
    }
    if (limit <= this.used) {
      throw wrongUse(`${method}: the fault has fired ${times(this.used)} already: ${this.label}.`);
    }
    this.#limit = limit;
    this.#limitIsChosen = true;
  }

  onlyWhen(match: unknown): void {
    try {
      this.#condition = matchOfFault(match, 'when', this.#deps);
    } catch (error) {
      this.removed = true;
      throw error;
    }
  }

  leaveToChance(probability: number): void {
    if (!(typeof probability === 'number' && probability > 0 && probability <= 1)) {
      throw this.#refused(
        `withProbability(${describeValue(probability)}): a probability is above 0 and at most 1: ${this.label}.`,
      );
    }
    this.#probability = probability;
    // A fault left to chance is asked every time, unless a number was given.
    if (!this.#limitIsChosen) this.#limit = Number.POSITIVE_INFINITY;
  }

  /** What was declared wrong is not declared: `verify()` need not miss it. */
  #refused(message: string): Error {
    this.removed = true;
    return wrongUse(message);
  }
}
