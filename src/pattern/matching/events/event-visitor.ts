import type { PathNode } from './path-tree.js';

/** Receives the values that an event has on the paths of a pattern, in the order of the event. */
export interface EventVisitor {
  /** A name with dots led to a path, or a name occurred twice in one object: a path may have two sources. */
  ambiguousName(): void;
  /** An array begins on a path that is shared; `isInner` when it is itself an element of an array. */
  openArray(node: PathNode, isInner: boolean): void;
  /** The next element of the innermost array is an object or an array; other elements are not announced. */
  openElement(isArray: boolean): void;
  closeElement(isArray: boolean): void;
  closeArray(isInner: boolean): void;
  string(leaf: number, string: string): void;
  /** A number of a JSON text, as it is written. */
  writtenNumber(leaf: number, json: string): void;
  /** A number of a parsed event, of which only the value is left. */
  parsedNumber(leaf: number, value: number): void;
  /** `true`, `false` or `null`. */
  literal(leaf: number, json: string): void;
}
