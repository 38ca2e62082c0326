import type { EventVisitor } from './events/event-visitor.js';
import type { PathNode } from './events/path-tree.js';
import type { FieldPattern } from './field-pattern.js';

/** What the event itself has, or one element of an array. */
export interface Scope {
  /** By the numbers of field patterns: whether a value in this scope matches. */
  readonly matched: boolean[];
  /** By the numbers of paths: whether this scope has a value. */
  readonly present: boolean[];
  /** The arrays in this scope. */
  arrays: ArrayScope[];
  /** The array that this is an element of. */
  readonly within: ArrayScope | undefined;
}

/** An array on a path that is shared: values of different elements do not go together. */
export interface ArrayScope {
  readonly first: number;
  readonly last: number;
  readonly scope: Scope;
  readonly elements: Scope[];
  /** By the numbers of paths: whether any element has a value. */
  readonly present: boolean[];
}

/** Beyond, arrays grow with what is found: a pattern can name many more fields than an event has. */
const MAX_ALLOCATED = 32;

/** Records in one pass which field patterns match in the event, and in each element of its arrays. */
export class ScopeRecorder implements EventVisitor {
  readonly root: Scope;
  readonly #fieldPatterns: readonly (readonly FieldPattern[])[];
  readonly #paths: number;
  readonly #fields: number;
  #scope: Scope;
  #array: ArrayScope | undefined;
  #hasAmbiguousNames = false;
  #hasArrays = false;
  #hasArrayOfLeafAndBranch = false;

  /**
   * @param fieldPatterns by path
   * @param count how many they are
   */
  constructor(fieldPatterns: readonly (readonly FieldPattern[])[], count: number) {
    this.#fieldPatterns = fieldPatterns;
    this.#paths = Math.min(fieldPatterns.length, MAX_ALLOCATED);
    this.#fields = Math.min(count, MAX_ALLOCATED);
    this.root = this.#createScope(undefined);
    this.#scope = this.root;
  }

  /**
   * Whether a path has two sources in one object, one of them an array. The only causes are names with dots, and names
   * that occur twice. Then no array alone decides which values go together.
   */
  get isAmbiguous(): boolean {
    return this.#hasArrayOfLeafAndBranch || (this.#hasArrays && this.#hasAmbiguousNames);
  }

  ambiguousName(): void {
    this.#hasAmbiguousNames = true;
  }

  // Arrays inside arrays count as one: an object is one element of all of them.

  openArray(node: PathNode, isInner: boolean): void {
    if (isInner) return;
    this.#hasArrays = true;
    if (node.isLeafAndBranch) this.#hasArrayOfLeafAndBranch = true;
    this.#array = { first: node.first, last: node.last, scope: this.#scope, elements: [], present: [] };
    if (this.#scope.arrays === NO_ARRAYS) this.#scope.arrays = [this.#array];
    else this.#scope.arrays.push(this.#array);
  }

  openElement(isArray: boolean): void {
    if (isArray || this.#array === undefined) return;
    this.#scope = this.#createScope(this.#array);
    this.#array.elements.push(this.#scope);
  }

  closeElement(isArray: boolean): void {
    if (isArray) return;
    this.#array = this.#scope.within;
    if (this.#array !== undefined) this.#scope = this.#array.scope;
  }

  closeArray(isInner: boolean): void {
    if (!isInner) this.#array = undefined;
  }

  string(leaf: number, string: string): void {
    for (const fieldPattern of this.#at(leaf))
      if (fieldPattern.matchesString(string)) this.#scope.matched[fieldPattern.number] = true;
  }

  writtenNumber(leaf: number, json: string): void {
    for (const fieldPattern of this.#at(leaf))
      if (fieldPattern.matchesWrittenNumber(json)) this.#scope.matched[fieldPattern.number] = true;
  }

  parsedNumber(leaf: number, value: number): void {
    for (const fieldPattern of this.#at(leaf))
      if (fieldPattern.matchesParsedNumber(value)) this.#scope.matched[fieldPattern.number] = true;
  }

  literal(leaf: number, json: string): void {
    for (const fieldPattern of this.#at(leaf))
      if (fieldPattern.matchesLiteral(json)) this.#scope.matched[fieldPattern.number] = true;
  }

  /** Arrays that grow step by step would take several times as much space and time (bench: pattern from JSON). */
  #createScope(within: ArrayScope | undefined): Scope {
    return { matched: new Array(this.#fields), present: new Array(this.#paths), arrays: NO_ARRAYS, within };
  }

  /** The field patterns of a path that has a value now. */
  #at(leaf: number): readonly FieldPattern[] {
    this.#scope.present[leaf] = true;
    for (let array = this.#scope.within; array !== undefined; array = array.scope.within) {
      // What is recorded here is recorded further out too.
      if (array.present[leaf]) break;
      array.present[leaf] = true;
    }
    return this.#fieldPatterns[leaf] ?? NONE;
  }
}

const NONE: readonly FieldPattern[] = [];
/** That of most scopes: it is never written to. */
const NO_ARRAYS: ArrayScope[] = [];
