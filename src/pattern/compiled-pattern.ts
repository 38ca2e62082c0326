import { Condition } from './condition.js';
import { conjunctionHolds } from './conjunction-holds.js';
import { DirectVerdict } from './direct-verdict.js';
import { EventFields } from './event-fields.js';
import type { EventSink } from './event-sink.js';
import { Findings } from './findings.js';
import { oddConjunctionHolds } from './odd-conjunction-holds.js';
import { type PathNode, pathTree } from './paths.js';
import { type Conjunction, readPattern } from './read-pattern.js';
import { scanEvent } from './scan-event.js';
import type { ValuePattern } from './value-pattern.js';
import { walkEvent } from './walk-event.js';

/** Passes over an event, and tells a sink what it has on the paths of the pattern. */
type Pass = (root: PathNode, sink: EventSink) => void;

/** An event that was looked at, to be asked about more than the whole pattern. */
export interface Examined {
  /** What the event has, by path. */
  readonly fields: EventFields;
  /** Whether conditions of one conjunction hold together, in the order of their paths. */
  holds(conditions: readonly Condition[]): boolean;
}

/** An event pattern that was read once, and can be asked about any number of events. */
export class CompiledPattern {
  /** The pattern as it was read. */
  readonly text: string;
  /** The paths that it asks for, sorted as AWS's engine goes through them; conditions know theirs by number. */
  readonly paths: readonly string[];
  /** Conditions of which, in one list of them, all have to hold. */
  readonly conjunctions: readonly (readonly Condition[])[];
  readonly #conditions: readonly (readonly Condition[])[];
  readonly #root: PathNode;
  readonly #direct: DirectVerdict;

  /** @throws {InvalidPattern} with AWS's reason */
  constructor(text: string) {
    this.text = text;
    const conjunctions = readPattern(text);
    this.paths = [...new Set(conjunctions.flatMap((conjunction) => [...conjunction.keys()]))].sort();
    this.#root = pathTree(this.paths);
    const known = new Conditions();
    const leaves = new Map(this.paths.map((path, leaf) => [path, leaf]));
    this.conjunctions = conjunctions.map((conjunction) => known.ofConjunction(conjunction, leaves));
    this.#direct = new DirectVerdict(this.conjunctions, this.paths);
    const ofLeaf: Condition[][] = this.paths.map(() => []);
    for (const condition of known.all) ofLeaf[condition.leaf]?.push(condition);
    this.#conditions = ofLeaf;
  }

  /** Whether a parsed event matches. */
  matchesValue(event: unknown): boolean {
    return this.#direct.of(event) ?? this.#matches((root, sink) => walkEvent(event, root, sink));
  }

  /** Whether an event matches, read as it is written: numbers in their own form. @throws {SyntaxError} if it is not JSON */
  matchesText(event: string): boolean {
    return this.#matches((root, sink) => scanEvent(event, root, sink));
  }

  /** Looks at an event more closely. @param event parsed, or as JSON text */
  examine(event: unknown): Examined {
    const pass: Pass = (root, sink) =>
      typeof event === 'string' ? scanEvent(event, root, sink) : walkEvent(event, root, sink);
    const fields = this.#fields(pass);
    const findings = this.#findings(pass);
    return {
      fields,
      holds: (conditions) =>
        findings.isOdd
          ? oddConjunctionHolds(conditions, fields.at)
          : conjunctionHolds(conditions, findings.root),
    };
  }

  #matches(pass: Pass): boolean {
    const findings = this.#findings(pass);
    if (findings.isOdd) {
      const fields = this.#fields(pass).at;
      return this.conjunctions.some((conditions) => oddConjunctionHolds(conditions, fields));
    }
    for (const conditions of this.conjunctions) if (conjunctionHolds(conditions, findings.root)) return true;
    return false;
  }

  #findings(pass: Pass): Findings {
    const findings = new Findings(this.#conditions);
    pass(this.#root, findings);
    return findings;
  }

  #fields(pass: Pass): EventFields {
    const fields = new EventFields(this.paths.length);
    pass(this.#root, fields);
    return fields;
  }
}

/** The conditions of a pattern, each once: branches of `$or` share what stands beside it. */
class Conditions {
  readonly all: Condition[] = [];
  readonly #known = new Map<readonly ValuePattern[], Condition>();

  /** In the order of their paths; numbered as the pattern names them. */
  ofConjunction(conjunction: Conjunction, leaves: ReadonlyMap<string, number>): readonly Condition[] {
    return [...conjunction]
      .map(([path, patterns]) => this.#condition(leaves.get(path) ?? -1, patterns))
      .sort((a, b) => a.leaf - b.leaf);
  }

  #condition(leaf: number, patterns: readonly ValuePattern[]): Condition {
    const known = this.#known.get(patterns);
    if (known !== undefined) return known;
    const condition = new Condition(this.all.length, leaf, patterns);
    this.#known.set(patterns, condition);
    this.all.push(condition);
    return condition;
  }
}
