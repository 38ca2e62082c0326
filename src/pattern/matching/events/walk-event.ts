import type { EventVisitor } from './event-visitor.js';
import { childNamed, descendantNamed, type PathNode } from './path-tree.js';

/**
 * Visits what a parsed event has on the paths of a pattern. Arrays in arrays are walked without recursion, so that no depth
 * of them can exhaust the stack; everything else ends with the paths.
 */
export function walkEvent(event: unknown, root: PathNode, visitor: EventVisitor): void {
  if (typeof event !== 'object' || event === null) return;
  if (Array.isArray(event)) walkArray(event, root, visitor);
  else walkObject(event, root, visitor);
}

function walkObject(start: object, startNode: PathNode, visitor: EventVisitor): void {
  let object: object | undefined = start;
  let node = startNode;
  while (object !== undefined) {
    // The last inner object is walked once this one is done: a path of any length needs a single call.
    let next: object | undefined;
    let nextNode = node;
    for (const name of namesIn(object, node)) {
      let child = childNamed(node, name);
      if (child === undefined) {
        child = descendantNamed(node, name);
        if (child === undefined) continue;
        visitor.ambiguousName();
      }
      if (!Object.hasOwn(object, name)) continue;
      const value: unknown = (object as Record<string, unknown>)[name];
      if (typeof value !== 'object' || value === null) {
        if (child.leaf >= 0) visitScalar(value, child.leaf, visitor);
      } else if (Array.isArray(value)) {
        walkArray(value, child, visitor);
      } else if (child.segments.size > 0) {
        if (next !== undefined) walkObject(next, nextNode, visitor);
        next = value;
        nextNode = child;
      }
    }
    object = next;
    node = nextNode;
  }
}

/** More names than are looked up one by one. */
const MAX_LOOKED_UP = 32;

/**
 * The names of an object that may lead on. Where no name with dots can, the object is asked for the names of the
 * pattern. Reading all keys of a large object takes longer than its size explains (bench: explain with 100,000 keys).
 */
function namesIn(object: object, { branches, children }: PathNode): readonly string[] {
  if (branches.length > 0 || children.length > MAX_LOOKED_UP) return Object.keys(object);
  return children.map(({ name }) => name);
}

function walkArray(array: readonly unknown[], node: PathNode, visitor: EventVisitor): void {
  const isShared = node.isShared;
  const open: { readonly array: readonly unknown[]; index: number }[] = [{ array, index: 0 }];
  if (isShared) visitor.openArray(node, false);
  for (let inner = open.at(-1); inner !== undefined; inner = open.at(-1)) {
    if (inner.index === inner.array.length) {
      open.pop();
      if (isShared) {
        visitor.closeArray(open.length > 0);
        if (open.length > 0) visitor.closeElement(true);
      }
      continue;
    }
    const item = inner.array[inner.index++];
    if (typeof item !== 'object' || item === null) {
      if (node.leaf >= 0) visitScalar(item, node.leaf, visitor);
    } else if (Array.isArray(item)) {
      if (isShared) {
        visitor.openElement(true);
        visitor.openArray(node, true);
      }
      open.push({ array: item, index: 0 });
    } else if (node.segments.size > 0) {
      if (isShared) visitor.openElement(false);
      walkObject(item, node, visitor);
      if (isShared) visitor.closeElement(false);
    }
  }
}

/** A value as JSON would write it; what JSON cannot write is absent. */
function visitScalar(value: unknown, leaf: number, visitor: EventVisitor): void {
  switch (typeof value) {
    case 'string':
      visitor.string(leaf, value);
      break;
    case 'number':
      if (Number.isFinite(value)) visitor.parsedNumber(leaf, value);
      else visitor.literal(leaf, 'null');
      break;
    case 'boolean':
      visitor.literal(leaf, value ? 'true' : 'false');
      break;
    default:
      if (value === null) visitor.literal(leaf, 'null');
  }
}
