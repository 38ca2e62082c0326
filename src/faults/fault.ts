import { type CallSite, declaredAt } from '../base/call-site.js';
import type { CallbackErrors } from '../base/callback-errors.js';
import { wrongUse } from '../base/errors.js';
import { describeValue } from '../base/words/describe-value.js';
import { times } from '../base/words/english.js';
import type { CompiledMatch } from '../match/compile-match.js';
import type { SentEntry } from '../service/sent-entry.js';
import type { Effect } from './effects.js';

/** The reason why a fault was removed, where the fake was reset. */
export const RESET = 'eb.reset()';

/** What a fault needs of the fake it belongs to. */
export interface FaultDeps {
  /** The next number of the seed's sequence, from 0 up to 1. */
  readonly chance: () => number;
  readonly callbackErrors: CallbackErrors;
}

/** A failure that the test declared, and how often it fires. */
export class Fault<E extends Effect = Effect> {
  readonly effect: E;
  /** As the test declared it: `failEntry("any", "ThrottlingException")`. */
  readonly declaration: string;
  /** The line that declared it. */
  readonly site: CallSite;
  used = 0;
  /** How many requests had come in when it was declared. */
  requestsBefore = 0;
  /** Why it does not fire any more, whatever its limit: it was refused, removed, or the fake was reset. */
  removedBy: string | undefined;

  #limit = 1;
  #limitIsChosen = false;
  #probability: number | undefined;
  #condition: CompiledMatch | undefined;
  readonly #deps: FaultDeps;

  constructor(effect: E, declaration: string, site: CallSite, deps: FaultDeps) {
    this.effect = effect;
    this.declaration = declaration;
    this.site = site;
    this.#deps = deps;
  }

  /** `failEntry("any", "ThrottlingException") (declared at test/orders.test.ts:12:6)`. */
  get label(): string {
    return `${this.declaration}${declaredAt(this.site.location)}`;
  }

  get isFinished(): boolean {
    return this.removedBy !== undefined || this.used >= this.#limit;
  }

  /** How often it shall fire; infinity for always. */
  get limit(): number {
    return this.#limit;
  }

  get isLeftToChance(): boolean {
    return this.#probability !== undefined;
  }

  /** Whether it has not fired as often as the test declared. */
  get isUnused(): boolean {
    if (this.removedBy !== undefined || this.isLeftToChance) return false;
    return this.#limit === Number.POSITIVE_INFINITY ? this.used === 0 : this.used < this.#limit;
  }

  /** The match that selects what it fails, if it has one. */
  get match(): CompiledMatch | undefined {
    const effect: Effect = this.effect;
    return effect.level === 'entry' && typeof effect.which === 'object' ? effect.which : this.#condition;
  }

  /** Whether it fails this entry; draws from the seed, so ask once for each occasion. */
  failsEntry(entry: SentEntry): boolean {
    const effect: Effect = this.effect;
    if (effect.level !== 'entry' || this.isFinished) return false;
    const { which } = effect;
    const isSelected =
      typeof which === 'object' ? this.#fits(which, entry) : which === 'any' || which === entry.index;
    return isSelected && this.appliesTo([entry]);
  }

  /** Whether its own condition holds for one of the entries; draws from the seed, so ask once for each occasion. */
  appliesTo(entries: readonly SentEntry[]): boolean {
    if (this.isFinished) return false;
    const condition = this.#condition;
    if (condition !== undefined && !entries.some((entry) => this.#fits(condition, entry))) return false;
    return this.#probability === undefined || this.#deps.chance() < this.#probability;
  }

  limitTo(limit: unknown, method: string): void {
    const isTimes =
      typeof limit === 'number' && (limit === Number.POSITIVE_INFINITY || Number.isInteger(limit));
    if (!isTimes || limit <= 0) {
      throw this.#refuse(
        `${method}(${describeValue(limit)}): a fault fires a whole number of times, at least once. This one would never fire: ${this.label}.`,
      );
    }
    if (limit <= this.used) {
      throw wrongUse(`${method}: the fault has already fired ${times(this.used)}: ${this.label}.`);
    }
    this.#limit = limit;
    this.#limitIsChosen = true;
  }

  /** @param compile makes the match, and throws when it cannot fit any entry */
  onlyWhen(compile: () => CompiledMatch): void {
    try {
      this.#condition = compile();
    } catch (error) {
      this.removedBy = 'a refused when()';
      throw error;
    }
  }

  leaveToChance(probability: unknown): void {
    if (!(typeof probability === 'number' && probability > 0 && probability <= 1)) {
      throw this.#refuse(
        `withProbability(${describeValue(probability)}): a probability is above 0 and at most 1: ${this.label}.`,
      );
    }
    this.#probability = probability;
    // A fault left to chance is asked every time, unless the test chose a number.
    if (!this.#limitIsChosen) this.#limit = Number.POSITIVE_INFINITY;
  }

  #fits(match: CompiledMatch, entry: SentEntry): boolean {
    return this.#deps.callbackErrors.guard(
      () => match.test(entry),
      false,
      () => `The match of ${this.label}`,
    );
  }

  /** A fault that was declared wrong counts as not declared: `verify()` does not report it as unused. */
  #refuse(message: string): Error {
    this.removedBy = 'a refused limit';
    return wrongUse(message);
  }
}
