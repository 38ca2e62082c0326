import type { PathNode } from './paths.js';

/** Receives the values that an event has on the paths of a pattern, in the order in which they stand in the event. */
export interface EventSink {
  /** A name with dots led to a path, or a name stood twice in one object: a path may have two sources. */
  noteOddName(): void;
  /** A list begins on a path that is shared; `isInner` when it is itself an element of a list. */
  openList(node: PathNode, isInner: boolean): void;
  /** The next element of the innermost list is an object or a list; elements that are neither are not told. */
  openElement(isList: boolean): void;
  closeElement(isList: boolean): void;
  closeList(isInner: boolean): void;
  string(leaf: number, text: string): void;
  /** A number: as it is written, or of a parsed event its value alone. */
  writtenNumber(leaf: number, text: string): void;
  parsedNumber(leaf: number, value: number): void;
  /** `true`, `false` or `null`. */
  literal(leaf: number, text: string): void;
}
