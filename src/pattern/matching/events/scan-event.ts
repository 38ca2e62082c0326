import type { EventVisitor } from './event-visitor.js';
import { JsonScanner } from './json-scanner.js';
import { childNamed, descendantNamed, MANY_CHILDREN, type PathNode } from './path-tree.js';

/**
 * Visits what an event has on the paths of a pattern, from the event's JSON text, in one pass. What no path leads to is
 * skipped, no object is built, and numbers keep the form in which they are written.
 * @throws {SyntaxError} where the text is not JSON
 */
export function scanEvent(json: string, root: PathNode, visitor: EventVisitor): void {
  new EventScanner(json, visitor).scan(root);
}

/** An object or an array on a path that is open. */
interface Frame {
  readonly node: PathNode;
  /** What this one is inside of. */
  readonly outer: Frame | undefined;
  readonly isObject: boolean;
  /** Whether it is an element of a shared array, and has to be closed as one. */
  readonly isElement: boolean;
  /** Whether it is an array directly inside an array. */
  readonly isInner: boolean;
  /** The children that names of the object have led to, a bit for each of the first. */
  seen: number;
  /** The same for the children that no bit is left for. */
  seenBeyond: Set<PathNode> | undefined;
}

/** How many bits of a number the operators for bits can use. */
const BITS = 31;

class EventScanner extends JsonScanner {
  readonly #visitor: EventVisitor;
  /** The innermost one that is open. */
  #open: Frame | undefined;

  constructor(json: string, visitor: EventVisitor) {
    super(json);
    this.#visitor = visitor;
  }

  scan(root: PathNode): void {
    const { codes } = this;
    let at = this.#value(this.skipSpace(0), root, undefined);
    let frame = this.#open;
    /** Whether the frame has just been opened. */
    let isFresh = true;
    while (frame !== undefined) {
      let code = codes[at] ?? 0;
      if (code <= 0x20) {
        at = this.skipSpace(at);
        code = codes[at] ?? 0;
      }
      if (code === (frame.isObject ? 0x7d : 0x5d)) {
        this.#close(frame);
        frame = frame.outer;
        at++;
        isFresh = false;
        continue;
      }
      if (!isFresh) {
        if (code !== 0x2c) this.unexpected(at);
        if ((codes[++at] ?? 0) <= 0x20) at = this.skipSpace(at);
      }
      at = frame.isObject ? this.#member(at, frame) : this.#value(at, frame.node, frame);
      isFresh = this.#open !== frame;
      frame = this.#open;
    }
    at = this.skipSpace(at);
    if (at < this.json.length) this.unexpected(at);
  }

  #member(at: number, frame: Frame): number {
    const endOfName = this.skipQuotedName(at);
    const node = this.isEscaped
      ? this.#nodeNamed(frame, JSON.parse(this.json.slice(at, endOfName)))
      : this.#nodeAt(frame, at + 1, endOfName - 1);
    const value = this.skipColon(endOfName);
    if (node !== undefined) return this.#value(value, node, undefined);
    return this.codes[value] === 0x22 ? this.skipString(value) : this.skipValue(value);
  }

  /** Opens, visits or skips the value that begins here. @param array the array that it is an element of */
  #value(at: number, node: PathNode, array: Frame | undefined): number {
    const code = this.codes[at];
    if (code === 0x5b) return this.#openArray(at, node, array);
    if (code === 0x7b && node.segments.size > 0) return this.#openObject(at, node, array);
    if (code === 0x7b || node.leaf < 0) return this.skipValue(at);
    if (code === 0x22) {
      const end = this.skipString(at);
      this.#visitor.string(
        node.leaf,
        this.isEscaped ? JSON.parse(this.json.slice(at, end)) : this.json.slice(at + 1, end - 1),
      );
      return end;
    }
    const end = this.skipPlain(at);
    const json = this.json.slice(at, end);
    if (code === 0x74 || code === 0x66 || code === 0x6e) this.#visitor.literal(node.leaf, json);
    else this.#visitor.writtenNumber(node.leaf, json);
    return end;
  }

  #openObject(at: number, node: PathNode, array: Frame | undefined): number {
    const isElement = array !== undefined && node.isShared;
    if (isElement) this.#visitor.openElement(false);
    const outer = this.#open;
    this.#open = { node, outer, isObject: true, isElement, isInner: false, seen: 0, seenBeyond: undefined };
    return at + 1;
  }

  #openArray(at: number, node: PathNode, array: Frame | undefined): number {
    const isInner = array !== undefined;
    if (node.isShared) {
      if (isInner) this.#visitor.openElement(true);
      this.#visitor.openArray(node, isInner);
    }
    const isElement = isInner && node.isShared;
    const outer = this.#open;
    this.#open = { node, outer, isObject: false, isElement, isInner, seen: 0, seenBeyond: undefined };
    return at + 1;
  }

  #close({ node, outer, isObject, isElement, isInner }: Frame): void {
    this.#open = outer;
    if (!isObject && node.isShared) this.#visitor.closeArray(isInner);
    if (isElement) this.#visitor.closeElement(!isObject);
  }

  /** The node that the name between two positions leads to; few names have to be taken out of the JSON for it. */
  #nodeAt(frame: Frame, from: number, to: number): PathNode | undefined {
    const { children, branches } = frame.node;
    if (children.length >= MANY_CHILDREN) return this.#nodeNamed(frame, this.json.slice(from, to));
    const length = to - from;
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child !== undefined && child.codes.length === length && this.#isAt(child.codes, from))
        return this.#seen(child, frame);
    }
    for (let i = 0; i < branches.length; i++) {
      const end = branches[i]?.codes.length ?? 0;
      if (end < length && this.codes[from + end] === 0x2e)
        return this.#nodeNamed(frame, this.json.slice(from, to));
    }
    return undefined;
  }

  #isAt(name: Uint16Array, from: number): boolean {
    const { codes } = this;
    for (let i = 0; i < name.length; i++) if (name[i] !== codes[from + i]) return false;
    return true;
  }

  #nodeNamed(frame: Frame, name: string): PathNode | undefined {
    const child = childNamed(frame.node, name);
    if (child !== undefined) return this.#seen(child, frame);
    const far = descendantNamed(frame.node, name);
    if (far !== undefined) this.#visitor.ambiguousName();
    return far;
  }

  /** Notices names that occur twice. */
  #seen(child: PathNode, frame: Frame): PathNode {
    if (child.index < BITS) {
      const bit = 1 << child.index;
      if ((frame.seen & bit) !== 0) this.#visitor.ambiguousName();
      frame.seen |= bit;
    } else {
      frame.seenBeyond ??= new Set();
      if (frame.seenBeyond.has(child)) this.#visitor.ambiguousName();
      frame.seenBeyond.add(child);
    }
    return child;
  }
}
