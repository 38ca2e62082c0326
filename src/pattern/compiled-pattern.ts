import { type Condition, conjunctionMatches } from './conjunction-matches.js';
import { fieldsOf } from './event-fields.js';
import { type PathNode, pathTree } from './paths.js';
import { type Conjunction, readPattern } from './read-pattern.js';
import { scanFields } from './scan-fields.js';

/** An event pattern that was read once, and can be asked about any number of events. */
export class CompiledPattern {
  /** The pattern as it was read. */
  readonly text: string;
  readonly conjunctions: readonly Conjunction[];
  readonly #paths: readonly string[];
  readonly #root: PathNode;
  readonly #conditions: readonly (readonly Condition[])[];

  /** @throws {InvalidPattern} with AWS's reason */
  constructor(text: string) {
    this.text = text;
    this.conjunctions = readPattern(text);
    // Sorted, so that fields of one list are neighbours.
    this.#paths = [...new Set(this.conjunctions.flatMap((conjunction) => [...conjunction.keys()]))].sort();
    this.#root = pathTree(this.#paths);
    this.#conditions = this.conjunctions.map((conjunction) =>
      this.#paths.flatMap((name, path) => {
        const patterns = conjunction.get(name);
        return patterns === undefined ? [] : [{ path, patterns }];
      }),
    );
  }

  /** Whether a parsed event matches. */
  matchesValue(event: unknown): boolean {
    const fields = fieldsOf(event, this.#root, this.#paths.length);
    return this.#conditions.some((conditions) => conjunctionMatches(conditions, fields));
  }

  /** Whether an event matches, read as it is written: numbers in their own form. @throws {SyntaxError} if it is not JSON */
  matchesText(event: string): boolean {
    const fields = scanFields(event, this.#root, this.#paths.length);
    return this.#conditions.some((conditions) => conjunctionMatches(conditions, fields));
  }
}
