import type { EventVisitor } from './event-visitor.js';
import { JsonScanner } from './json-scanner.js';
import { childNamed, descendantNamed, MANY_CHILDREN, type PathNode } from './path-tree.js';

/**
 * Visits what an event has on the paths of a pattern, from the event's JSON text, in one pass: what no path leads to is
 * skipped, no object is built, and numbers keep the form in which they are written.
 * @throws {SyntaxError} where the text is not JSON
 */
export function scanEvent(json: string, root: PathNode, visitor: EventVisitor): void {
  new EventScanner(json, visitor).scan(root);
}

/** An object or an array on a path that is open. */
interface Frame {
  readonly node: PathNode;
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

/** Bits of a number that operators for bits can use. */
const BITS = 31;

class EventScanner extends JsonScanner {
  readonly #visitor: EventVisitor;
  readonly #open: Frame[] = [];
  /** Whether the innermost frame has had no member yet. */
  #isFresh = false;

  constructor(json: string, visitor: EventVisitor) {
    super(json);
    this.#visitor = visitor;
  }

  scan(root: PathNode): void {
    this.skipSpace();
    this.#value(root, undefined);
    for (let frame = this.#open.at(-1); frame !== undefined; frame = this.#open.at(-1)) {
      this.skipSpace();
      if (frame.isObject) this.#member(frame);
      else this.#item(frame);
    }
    this.end();
  }

  #member(frame: Frame): void {
    if (this.code === 0x7d) {
      this.#close(frame);
      return;
    }
    if (!this.#isFresh) this.comma();
    this.#isFresh = false;
    const name = this.at + 1;
    const isEscaped = this.skipString();
    const end = this.at - 1;
    const node = isEscaped
      ? this.#nodeOf(frame, this.stringBetween(name - 1, end + 1))
      : this.#nodeAt(frame, name, end);
    this.colon();
    if (node === undefined) this.skipValue();
    else this.#value(node, undefined);
  }

  #item(frame: Frame): void {
    if (this.code === 0x5d) {
      this.#close(frame);
      return;
    }
    if (!this.#isFresh) this.comma();
    this.#isFresh = false;
    this.#value(frame.node, frame);
  }

  /** Opens, visits or skips the value that begins here. @param array the array that it is an element of */
  #value(node: PathNode, array: Frame | undefined): void {
    const code = this.code;
    const from = this.at;
    if (code === 0x5b) this.#openArray(node, array);
    else if (code === 0x7b && node.segments.size > 0) this.#openObject(node, array);
    else if (code === 0x7b || node.leaf < 0) this.skipValue();
    else if (code === 0x22) {
      const isEscaped = this.skipString();
      this.#visitor.string(
        node.leaf,
        isEscaped ? this.stringBetween(from, this.at) : this.json.slice(from + 1, this.at - 1),
      );
    } else if (this.skipPlain()) this.#visitor.writtenNumber(node.leaf, this.json.slice(from, this.at));
    else this.#visitor.literal(node.leaf, this.json.slice(from, this.at));
  }

  #openObject(node: PathNode, array: Frame | undefined): void {
    const isElement = array !== undefined && node.isShared;
    if (isElement) this.#visitor.openElement(false);
    this.#open.push({ node, isObject: true, isElement, isInner: false, seen: 0, seenBeyond: undefined });
    this.at++;
    this.#isFresh = true;
  }

  #openArray(node: PathNode, array: Frame | undefined): void {
    const isInner = array !== undefined;
    if (node.isShared) {
      if (isInner) this.#visitor.openElement(true);
      this.#visitor.openArray(node, isInner);
    }
    const isElement = isInner && node.isShared;
    this.#open.push({ node, isObject: false, isElement, isInner, seen: 0, seenBeyond: undefined });
    this.at++;
    this.#isFresh = true;
  }

  #close({ node, isObject, isElement, isInner }: Frame): void {
    this.at++;
    this.#open.pop();
    this.#isFresh = false;
    if (!isObject && node.isShared) this.#visitor.closeArray(isInner);
    if (isElement) this.#visitor.closeElement(!isObject);
  }

  /** The node that the name between two positions leads to; few names have to be taken out of the JSON for it. */
  #nodeAt(frame: Frame, from: number, to: number): PathNode | undefined {
    const { children, branches } = frame.node;
    if (children.length >= MANY_CHILDREN) return this.#nodeOf(frame, this.json.slice(from, to));
    const length = to - from;
    const first = this.codes[from];
    for (let i = 0; i < children.length; i++) {
      const child = children[i];
      if (child === undefined || child.name.length !== length) continue;
      if ((length === 0 || child.firstCode === first) && this.json.startsWith(child.name, from))
        return this.#seen(child, frame);
    }
    for (let i = 0; i < branches.length; i++) {
      const end = branches[i]?.name.length ?? 0;
      if (end < length && this.codes[from + end] === 0x2e)
        return this.#nodeOf(frame, this.json.slice(from, to));
    }
    return undefined;
  }

  #nodeOf(frame: Frame, name: string): PathNode | undefined {
    const child = childNamed(frame.node, name);
    if (child !== undefined) return this.#seen(child, frame);
    const far = descendantNamed(frame.node, name);
    if (far !== undefined) this.#visitor.ambiguousName();
    return far;
  }

  /** Notices names that stand twice. */
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
