import { comparableNumber } from './numbers.js';
import { literalMatches, numberMatches, stringMatches } from './value-matches.js';
import type { ValuePattern } from './value-pattern.js';

/** More texts than are compared one by one. */
const MANY = 8;

/** What a pattern asks of one path: patterns of which one has to be true, sorted by the kind of value they can be true of. */
export class Condition {
  /** Its own number among the conditions of the pattern. */
  readonly number: number;
  /** The number of the path. */
  readonly leaf: number;
  readonly patterns: readonly ValuePattern[];
  /** Whether a path without any value is asked for, among others. */
  readonly canBeAbsent: boolean;
  readonly #texts: ReadonlySet<string> | undefined;
  readonly #ofStrings: readonly ValuePattern[];
  readonly #ofNumbers: readonly ValuePattern[];
  readonly #ofLiterals: readonly ValuePattern[];

  constructor(number: number, leaf: number, patterns: readonly ValuePattern[]) {
    this.number = number;
    this.leaf = leaf;
    this.patterns = patterns;
    this.canBeAbsent = patterns.some((pattern) => pattern.kind === 'exists' && !pattern.exists);
    const plain = patterns.filter(isPlainText);
    this.#texts = plain.length > MANY ? new Set(plain.map(({ text }) => text)) : undefined;
    this.#ofStrings = patterns.filter(
      (pattern) => canBe('string', pattern) && !(this.#texts !== undefined && isPlainText(pattern)),
    );
    this.#ofNumbers = patterns.filter((pattern) => canBe('number', pattern));
    this.#ofLiterals = patterns.filter((pattern) => canBe('literal', pattern));
  }

  holdsForString(text: string): boolean {
    if (this.#texts?.has(text)) return true;
    for (const pattern of this.#ofStrings) if (stringMatches(pattern, text)) return true;
    return false;
  }

  holdsForWrittenNumber(text: string): boolean {
    if (this.#ofNumbers.length === 0) return false;
    const number = comparableNumber(text);
    return this.#ofNumbers.some((pattern) => numberMatches(pattern, text, number));
  }

  holdsForParsedNumber(number: number): boolean {
    for (const pattern of this.#ofNumbers) if (numberMatches(pattern, undefined, number)) return true;
    return false;
  }

  holdsForLiteral(text: string): boolean {
    for (const pattern of this.#ofLiterals) if (literalMatches(pattern, text)) return true;
    return false;
  }
}

function isPlainText(
  pattern: ValuePattern,
): pattern is Extract<ValuePattern, { kind: 'exact' }> & { readonly type: 'string' } {
  return pattern.kind === 'exact' && pattern.type === 'string' && pattern.address === undefined;
}

/** Whether a pattern can be true of a value of that kind. */
function canBe(kind: 'string' | 'number' | 'literal', pattern: ValuePattern): boolean {
  switch (pattern.kind) {
    case 'exact':
      return pattern.type === kind;
    case 'anything-but':
      return true;
    case 'exists':
      return pattern.exists;
    case 'numeric':
      return kind === 'number';
    default:
      return kind === 'string';
  }
}
