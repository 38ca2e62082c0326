import { compileText } from '../pattern/compile.js';
import type { CompiledPattern } from '../pattern/compiled-pattern.js';
import { readPattern } from '../pattern/language/read-pattern.js';

/**
 * The pattern of a rule. A bad one is refused when the rule is declared. A good one is compiled when the first event
 * may match it. Most rules of a large template never see an event in a test (bench: 10,000 rules declared).
 * @internal
 */
export class RulePattern {
  /** The pattern as JSON, without characters behind it, for indexing and for explanations. */
  readonly text: string;
  #compiled: CompiledPattern | undefined;

  /** @throws {InvalidPattern} with AWS's reason */
  constructor(text: string) {
    this.text = readPattern(text).json;
  }

  matchesValue(event: unknown): boolean {
    return this.#compile().matchesValue(event);
  }

  matchesText(event: string): boolean {
    return this.#compile().matchesText(event);
  }

  #compile(): CompiledPattern {
    this.#compiled ??= compileText(this.text);
    return this.#compiled;
  }
}
