import type { Wildcard } from './wildcard.js';

/** AWS refuses a pattern of 11 and takes one of 7 (recorded); that 10 is the last it takes is inferred. */
const MOST = 10;

/** Whether AWS takes the wildcards of one field together for too complex. */
export function isTooComplex(wildcards: readonly Wildcard[]): boolean {
  return complexityOf(wildcards) > MOST;
}

interface Node {
  readonly next: Map<string, Node>;
  /** How many parts go through here. */
  count: number;
  total: number;
  fallback: Node | undefined;
}

/**
 * How many beginnings of wildcard patterns, each with a star in it, one event can satisfy at once. The worst event has
 * passed every star; beyond them it satisfies all beginnings of parts that are an end of it, so the most are found at the
 * node of a trie of parts that has the most others as its ends (as in Aho and Corasick's matching).
 */
function complexityOf(wildcards: readonly Wildcard[]): number {
  const root: Node = { next: new Map(), count: 0, total: 0, fallback: undefined };
  let stars = 0;
  for (const { parts } of wildcards) {
    stars += parts.length - 1;
    parts.slice(1).forEach((part, i) => {
      // The engine keeps the closing quote behind the last part.
      insert(root, i === parts.length - 2 ? `${part}"` : part);
    });
  }
  return stars + mostEnds(root);
}

function insert(root: Node, part: string): void {
  let node = root;
  for (const char of part) {
    const next = node.next.get(char) ?? { next: new Map(), count: 0, total: 0, fallback: undefined };
    node.next.set(char, next);
    next.count++;
    node = next;
  }
}

function mostEnds(root: Node): number {
  let most = 0;
  const queue: Node[] = [root];
  for (const node of queue) {
    for (const [char, child] of node.next) {
      let fallback = node.fallback;
      while (fallback !== undefined && !fallback.next.has(char)) fallback = fallback.fallback;
      child.fallback = fallback?.next.get(char) ?? root;
      child.total = child.count + child.fallback.total;
      most = Math.max(most, child.total);
      queue.push(child);
    }
  }
  return most;
}
