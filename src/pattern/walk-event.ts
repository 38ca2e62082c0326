import type { EventSink } from './event-sink.js';
import { childNamed, dottedNode, type PathNode } from './paths.js';

/**
 * Tells a sink what a parsed event has on the paths of a pattern. Lists in lists are worked through without calling
 * itself, so that no depth of them can exhaust the stack; everything else ends with the paths.
 */
export function walkEvent(event: unknown, root: PathNode, sink: EventSink): void {
  if (typeof event !== 'object' || event === null) return;
  if (Array.isArray(event)) walkList(event, root, sink);
  else walkObject(event, root, sink);
}

function walkObject(start: object, startNode: PathNode, sink: EventSink): void {
  let object: object | undefined = start;
  let node = startNode;
  while (object !== undefined) {
    // The last object inside is looked into once this one is done: a path of any length needs one call alone.
    let next: object | undefined;
    let nextNode = node;
    for (const name in object) {
      let child = childNamed(node, name);
      if (child === undefined) {
        child = dottedNode(node, name);
        if (child === undefined) continue;
        sink.noteOddName();
      }
      if (!Object.hasOwn(object, name)) continue;
      const value: unknown = (object as Record<string, unknown>)[name];
      if (typeof value !== 'object' || value === null) {
        if (child.leaf >= 0) tellScalar(value, child.leaf, sink);
      } else if (Array.isArray(value)) {
        walkList(value, child, sink);
      } else if (child.segments.size > 0) {
        if (next !== undefined) walkObject(next, nextNode, sink);
        next = value;
        nextNode = child;
      }
    }
    object = next;
    node = nextNode;
  }
}

function walkList(list: readonly unknown[], node: PathNode, sink: EventSink): void {
  const isShared = node.isShared;
  const open: { readonly list: readonly unknown[]; index: number }[] = [{ list, index: 0 }];
  if (isShared) sink.openList(node, false);
  for (let inner = open.at(-1); inner !== undefined; inner = open.at(-1)) {
    if (inner.index === inner.list.length) {
      open.pop();
      if (isShared) {
        sink.closeList(open.length > 0);
        if (open.length > 0) sink.closeElement(true);
      }
      continue;
    }
    const item = inner.list[inner.index++];
    if (typeof item !== 'object' || item === null) {
      if (node.leaf >= 0) tellScalar(item, node.leaf, sink);
    } else if (Array.isArray(item)) {
      if (isShared) {
        sink.openElement(true);
        sink.openList(node, true);
      }
      open.push({ list: item, index: 0 });
    } else if (node.segments.size > 0) {
      if (isShared) sink.openElement(false);
      walkObject(item, node, sink);
      if (isShared) sink.closeElement(false);
    }
  }
}

/** A value as JSON would have it; what JSON has no form for is not there. */
function tellScalar(value: unknown, leaf: number, sink: EventSink): void {
  switch (typeof value) {
    case 'string':
      sink.string(leaf, value);
      break;
    case 'number':
      if (Number.isFinite(value)) sink.parsedNumber(leaf, value);
      else sink.literal(leaf, 'null');
      break;
    case 'boolean':
      sink.literal(leaf, value ? 'true' : 'false');
      break;
    default:
      if (value === null) sink.literal(leaf, 'null');
  }
}
