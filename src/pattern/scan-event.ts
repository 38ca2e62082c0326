import type { EventSink } from './event-sink.js';
import { JsonScanner } from './json-scanner.js';
import { childNamed, dottedNode, MANY, type PathNode } from './paths.js';

/**
 * Tells a sink what an event has on the paths of a pattern, from the event's JSON text, in one pass: what no path leads
 * to is skipped, no object is built, and numbers keep the form in which they are written.
 * @throws {SyntaxError} where the text is not JSON
 */
export function scanEvent(json: string, root: PathNode, sink: EventSink): void {
  new EventScanner(json, sink).scan(root);
}

/** Numbers objects, over all scans: a node remembers in which of them a name led to it last. */
let objects = 0;

/** An object or a list that lies on a path, and is open. */
interface Frame {
  readonly node: PathNode;
  /** The number of an object; 0 for a list. */
  readonly object: number;
  /** Whether it is an element of a shared list, and has to be closed as one. */
  readonly isElement: boolean;
  /** Whether it is a list directly inside of a list. */
  readonly isInner: boolean;
}

class EventScanner extends JsonScanner {
  readonly #sink: EventSink;
  readonly #open: Frame[] = [];
  /** Whether the innermost frame has had no member yet. */
  #isFresh = false;

  constructor(json: string, sink: EventSink) {
    super(json);
    this.#sink = sink;
  }

  scan(root: PathNode): void {
    this.skipSpace();
    this.#value(root, undefined);
    for (let frame = this.#open.at(-1); frame !== undefined; frame = this.#open.at(-1)) {
      this.skipSpace();
      if (frame.object > 0) this.#member(frame);
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
      ? this.#nodeOf(frame, this.textBetween(name - 1, end + 1))
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

  /** Takes the value that begins here: opens it, tells it, or skips it. @param list the list that it is an element of */
  #value(node: PathNode, list: Frame | undefined): void {
    const code = this.code;
    const from = this.at;
    if (code === 0x5b) this.#openList(node, list);
    else if (code === 0x7b && node.segments.size > 0) this.#openObject(node, list);
    else if (code === 0x7b || node.leaf < 0) this.skipValue();
    else if (code === 0x22) {
      const isEscaped = this.skipString();
      this.#sink.string(
        node.leaf,
        isEscaped ? this.textBetween(from, this.at) : this.json.slice(from + 1, this.at - 1),
      );
    } else if (this.skipPlain()) this.#sink.writtenNumber(node.leaf, this.json.slice(from, this.at));
    else this.#sink.literal(node.leaf, this.json.slice(from, this.at));
  }

  #openObject(node: PathNode, list: Frame | undefined): void {
    const isElement = list !== undefined && node.isShared;
    if (isElement) this.#sink.openElement(false);
    this.#open.push({ node, object: ++objects, isElement, isInner: false });
    this.at++;
    this.#isFresh = true;
  }

  #openList(node: PathNode, list: Frame | undefined): void {
    const isInner = list !== undefined;
    if (node.isShared) {
      if (isInner) this.#sink.openElement(true);
      this.#sink.openList(node, isInner);
    }
    this.#open.push({ node, object: 0, isElement: isInner && node.isShared, isInner });
    this.at++;
    this.#isFresh = true;
  }

  #close({ node, object, isElement, isInner }: Frame): void {
    this.at++;
    this.#open.pop();
    this.#isFresh = false;
    if (object === 0 && node.isShared) this.#sink.closeList(isInner);
    if (isElement) this.#sink.closeElement(object === 0);
  }

  /** The node to which the name at this place leads; few names have to be taken out of the text for it. */
  #nodeAt(frame: Frame, from: number, to: number): PathNode | undefined {
    const { children, branches } = frame.node;
    if (children.length > MANY) return this.#nodeOf(frame, this.json.slice(from, to));
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
    const far = dottedNode(frame.node, name);
    if (far !== undefined) this.#sink.noteOddName();
    return far;
  }

  #seen(child: PathNode, { object }: Frame): PathNode {
    if (child.seenIn === object) this.#sink.noteOddName();
    child.seenIn = object;
    return child;
  }
}
