import { type Conjunction, readPattern } from './language/read-pattern.js';
import type { ValuePattern } from './language/value-pattern.js';
import { conjunctionHolds } from './matching/conjunction-holds.js';
import { conjunctionHoldsByChoice } from './matching/conjunction-holds-by-choice.js';
import type { EventVisitor } from './matching/events/event-visitor.js';
import { createPathTree, type PathNode } from './matching/events/path-tree.js';
import { scanEvent } from './matching/events/scan-event.js';
import { walkEvent } from './matching/events/walk-event.js';
import { FieldPattern } from './matching/field-pattern.js';
import { Prefilter } from './matching/prefilter.js';
import { ScopeRecorder } from './matching/scope-recorder.js';
import { type LocatedValue, ValueCollector } from './matching/value-collector.js';

/** Goes through an event, and shows a visitor what it has on the paths of the pattern. */
type Pass<Event> = (event: Event, root: PathNode, visitor: EventVisitor) => void;

/** An event that was examined, for questions about parts of a pattern. */
export interface ExaminedEvent {
  /** What the event has, by path. */
  readonly values: readonly (readonly LocatedValue[])[];
  /** Whether some fields of one conjunction match together. @param fields in the order of their paths */
  holds(fields: readonly FieldPattern[]): boolean;
}

/** An event pattern that was read once, to be matched with any number of events. */
export class CompiledPattern {
  /** The JSON of the pattern as it was read, without what comes behind it. */
  readonly text: string;
  /** The paths that it names, in the order in which AWS's engine goes through them; fields know theirs by number. */
  readonly paths: readonly string[];
  /** The fields of each branch, in the order of their paths: all of them have to match. */
  readonly conjunctions: readonly (readonly FieldPattern[])[];
  readonly #byPath: readonly (readonly FieldPattern[])[];
  readonly #fieldCount: number;
  readonly #root: PathNode;
  readonly #prefilter: Prefilter;

  /** @throws {InvalidPattern} with AWS's reason */
  constructor(text: string) {
    const { json, conjunctions } = readPattern(text);
    this.text = json;
    this.paths = [...new Set(conjunctions.flatMap((conjunction) => [...conjunction.keys()]))].sort();
    this.#root = createPathTree(this.paths);
    const fields = new FieldPatterns(this.paths);
    this.conjunctions = conjunctions.map((conjunction) => fields.ofConjunction(conjunction));
    this.#byPath = fields.byPath;
    this.#fieldCount = fields.count;
    this.#prefilter = new Prefilter(this.conjunctions, this.paths);
  }

  /** Whether a parsed event matches. */
  matchesValue(event: unknown): boolean {
    return this.#prefilter.verdict(event) ?? this.#matches(event, walkEvent);
  }

  /** Whether the JSON text of an event matches, its numbers as they are written. @throws {SyntaxError} if it is not JSON */
  matchesText(event: string): boolean {
    return this.#matches(event, scanEvent);
  }

  /** Examines an event for questions about parts of the pattern. @param event parsed, or as JSON text */
  examine(event: unknown): ExaminedEvent {
    const values =
      typeof event === 'string' ? this.#collect(event, scanEvent) : this.#collect(event, walkEvent);
    const scopes =
      typeof event === 'string' ? this.#record(event, scanEvent) : this.#record(event, walkEvent);
    return {
      values,
      holds: (fields) =>
        scopes.isAmbiguous ? conjunctionHoldsByChoice(fields, values) : conjunctionHolds(fields, scopes.root),
    };
  }

  #matches<Event>(event: Event, pass: Pass<Event>): boolean {
    const scopes = this.#record(event, pass);
    if (scopes.isAmbiguous) {
      const values = this.#collect(event, pass);
      return this.conjunctions.some((fields) => conjunctionHoldsByChoice(fields, values));
    }
    for (const fields of this.conjunctions) if (conjunctionHolds(fields, scopes.root)) return true;
    return false;
  }

  #record<Event>(event: Event, pass: Pass<Event>): ScopeRecorder {
    const scopes = new ScopeRecorder(this.#byPath, this.#fieldCount);
    pass(event, this.#root, scopes);
    return scopes;
  }

  #collect<Event>(event: Event, pass: Pass<Event>): readonly (readonly LocatedValue[])[] {
    const collector = new ValueCollector(this.paths.length);
    pass(event, this.#root, collector);
    return collector.byPath;
  }
}

/** The fields of a pattern, each once: branches of `$or` share the fields beside it. */
class FieldPatterns {
  readonly byPath: FieldPattern[][];
  readonly #leaves: ReadonlyMap<string, number>;
  readonly #known = new Map<readonly ValuePattern[], FieldPattern>();

  constructor(paths: readonly string[]) {
    this.byPath = paths.map(() => []);
    this.#leaves = new Map(paths.map((path, leaf) => [path, leaf]));
  }

  get count(): number {
    return this.#known.size;
  }

  /** In the order of their paths; numbered as the pattern names them. */
  ofConjunction(conjunction: Conjunction): readonly FieldPattern[] {
    return [...conjunction]
      .map(([path, alternatives]) => this.#field(this.#leaves.get(path) ?? -1, alternatives))
      .sort((a, b) => a.leaf - b.leaf);
  }

  #field(leaf: number, alternatives: readonly ValuePattern[]): FieldPattern {
    const known = this.#known.get(alternatives);
    if (known !== undefined) return known;
    const field = new FieldPattern(this.#known.size, leaf, alternatives);
    this.#known.set(alternatives, field);
    this.byPath[leaf]?.push(field);
    return field;
  }
}
