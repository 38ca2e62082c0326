import type { Condition } from './condition.js';
import type { EventSink } from './event-sink.js';
import type { PathNode } from './paths.js';

/** What was found in the event itself, or in one element of a list. */
export interface Scope {
  /** By the numbers of conditions: whether a value here satisfies it. */
  readonly satisfied: boolean[];
  /** By the numbers of paths: whether there is a value here. */
  readonly present: boolean[];
  /** The lists in here. */
  readonly lists: ListFindings[];
  /** The list that this is an element of. */
  readonly within: ListFindings | undefined;
}

/** A list on a path that is shared: values of different elements do not stand together. */
export interface ListFindings {
  readonly first: number;
  readonly last: number;
  readonly scope: Scope;
  readonly elements: Scope[];
  /** By the numbers of paths: whether any element has a value. */
  readonly present: boolean[];
}

/** What an event has of what a pattern asks for, found in one pass. */
export class Findings implements EventSink {
  readonly root: Scope = { satisfied: [], present: [], lists: [], within: undefined };
  readonly #conditions: readonly (readonly Condition[])[];
  #scope = this.root;
  #list: ListFindings | undefined;
  #hasOddNames = false;
  #hasLists = false;
  #hasListOfBoth = false;

  /** @param conditions by path */
  constructor(conditions: readonly (readonly Condition[])[]) {
    this.#conditions = conditions;
  }

  /**
   * Whether a list was found where a path has two sources, as only names with dots, and names that stand twice, can make
   * it: then what stands together cannot be told list by list.
   */
  get isOdd(): boolean {
    return this.#hasListOfBoth || (this.#hasLists && this.#hasOddNames);
  }

  noteOddName(): void {
    this.#hasOddNames = true;
  }

  // Lists inside of lists are taken for one: an object stands in one place of all of them.

  openList(node: PathNode, isInner: boolean): void {
    if (isInner) return;
    this.#hasLists = true;
    if (node.isBoth) this.#hasListOfBoth = true;
    this.#list = { first: node.first, last: node.last, scope: this.#scope, elements: [], present: [] };
    this.#scope.lists.push(this.#list);
  }

  openElement(isList: boolean): void {
    if (isList || this.#list === undefined) return;
    this.#scope = { satisfied: [], present: [], lists: [], within: this.#list };
    this.#list.elements.push(this.#scope);
  }

  closeElement(isList: boolean): void {
    if (isList) return;
    this.#list = this.#scope.within;
    if (this.#list !== undefined) this.#scope = this.#list.scope;
  }

  closeList(isInner: boolean): void {
    if (!isInner) this.#list = undefined;
  }

  string(leaf: number, text: string): void {
    for (const condition of this.#at(leaf))
      if (condition.holdsForString(text)) this.#scope.satisfied[condition.number] = true;
  }

  writtenNumber(leaf: number, text: string): void {
    for (const condition of this.#at(leaf))
      if (condition.holdsForWrittenNumber(text)) this.#scope.satisfied[condition.number] = true;
  }

  parsedNumber(leaf: number, value: number): void {
    for (const condition of this.#at(leaf))
      if (condition.holdsForParsedNumber(value)) this.#scope.satisfied[condition.number] = true;
  }

  literal(leaf: number, text: string): void {
    for (const condition of this.#at(leaf))
      if (condition.holdsForLiteral(text)) this.#scope.satisfied[condition.number] = true;
  }

  /** The conditions on a path that has a value now. */
  #at(leaf: number): readonly Condition[] {
    this.#scope.present[leaf] = true;
    for (let list = this.#scope.within; list !== undefined; list = list.scope.within) {
      // What is noted already is noted further out too.
      if (list.present[leaf]) break;
      list.present[leaf] = true;
    }
    return this.#conditions[leaf] ?? NONE;
  }
}

const NONE: readonly Condition[] = [];
