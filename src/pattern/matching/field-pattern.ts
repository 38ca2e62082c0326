import { comparableNumber } from '../language/comparable-number.js';
import type { ValuePattern } from '../language/value-pattern.js';
import type { FieldValue } from './values/field-value.js';
import { valueTests } from './values/value-tests.js';

/** From so many exact strings on a set is faster than comparing one by one (bench: a field of 1,000 strings). */
const MANY_STRINGS = 9;

/** What a pattern asks of one path: alternatives of which one has to match, sorted by the kind of value they can match. */
export class FieldPattern {
  /** Its own number among the field patterns of the event pattern. */
  readonly number: number;
  /** The number of the path. */
  readonly leaf: number;
  readonly alternatives: readonly ValuePattern[];
  /** Whether one alternative is that the path has no value. */
  readonly canBeAbsent: boolean;
  readonly #strings: readonly ((string: string) => boolean)[];
  readonly #numbers: readonly ((number: number | undefined, json: () => string) => boolean)[];
  readonly #literals: readonly ((json: string) => boolean)[];

  constructor(number: number, leaf: number, alternatives: readonly ValuePattern[]) {
    this.number = number;
    this.leaf = leaf;
    this.alternatives = alternatives;
    this.canBeAbsent = alternatives.some((pattern) => pattern.kind === 'exists' && !pattern.exists);
    const strings = new Set(alternatives.flatMap(plainString));
    const isSet = strings.size >= MANY_STRINGS;
    const tests = alternatives
      .filter((pattern) => !isSet || plainString(pattern).length === 0)
      .map(valueTests);
    this.#strings = tests.flatMap(({ string }) => string ?? []);
    if (isSet) this.#strings = [(string) => strings.has(string), ...this.#strings];
    this.#numbers = tests.flatMap(({ number }) => number ?? []);
    this.#literals = tests.flatMap(({ literal }) => literal ?? []);
  }

  matches(value: FieldValue): boolean {
    switch (value.kind) {
      case 'string':
        return this.matchesString(value.string);
      case 'number':
        return this.#matchesNumber(value.number, () => value.json);
      case 'literal':
        return this.matchesLiteral(value.json);
    }
  }

  matchesString(string: string): boolean {
    for (const test of this.#strings) if (test(string)) return true;
    return false;
  }

  /** @param json the number as it is written */
  matchesWrittenNumber(json: string): boolean {
    return this.#numbers.length > 0 && this.#matchesNumber(comparableNumber(json), () => json);
  }

  matchesParsedNumber(number: number): boolean {
    return this.#numbers.length > 0 && this.#matchesNumber(number, () => JSON.stringify(number));
  }

  matchesLiteral(json: string): boolean {
    for (const test of this.#literals) if (test(json)) return true;
    return false;
  }

  #matchesNumber(number: number | undefined, json: () => string): boolean {
    for (const test of this.#numbers) if (test(number, json)) return true;
    return false;
  }
}

/** The string that a pattern requires exactly; an IP address can be written in several ways. */
function plainString(pattern: ValuePattern): string[] {
  const isPlain = pattern.kind === 'exact' && pattern.type === 'string' && pattern.address === undefined;
  return isPlain ? [pattern.string] : [];
}
