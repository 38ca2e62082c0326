import type { Wildcard } from './wildcard.js';

/** A prefix of a wildcard. */
interface Node {
  readonly literals: Map<string, Node>;
  star: Node | undefined;
  /** The tree of which a whole wildcard ends here. */
  end: PrefixTree | undefined;
}

/** The prefixes of some wildcards, in bytes of UTF-8, with the quotes that AWS's engine keeps around a string. */
export class PrefixTree {
  readonly root = createNode();
  /** What a value has to begin with before the first star of each wildcard. */
  readonly beginnings = new Set<string>();

  constructor(wildcards: readonly Wildcard[]) {
    for (const { parts } of wildcards) {
      let node = this.root;
      parts.forEach((part, i) => {
        const bytes = Buffer.from(part).toString('latin1');
        const literal = `${i === 0 ? '"' : ''}${bytes}${i === parts.length - 1 ? '"' : ''}`;
        if (i === 0) this.beginnings.add(literal);
        else {
          node.star ??= createNode();
          node = node.star;
        }
        for (const byte of literal) node = childOf(node.literals, byte, createNode);
      });
      node.end = this;
    }
  }
}

/**
 * The most prefixes that one value matches at once. A value first spells a literal beginning; beginnings exclude each
 * other where they differ. After the longest one it can go on in any way. In the worst case it has passed all stars,
 * and ends with a string that ends as many literal strings as possible. So no combination of states has to be tried.
 * @param limit counting stops there
 */
export function mostSimultaneous(trees: readonly PrefixTree[], limit: number): number {
  let most = 0;
  for (const beginning of longestOf(trees.flatMap((tree) => [...tree.beginnings]))) {
    let states = new Set<Node>(trees.map(({ root }) => root));
    let stars = new Set<Node>();
    for (const byte of beginning) {
      states = new Set([...stars, ...literalsAfter([...states], byte)]);
      stars = new Set([...stars, ...starsAfter(states)]);
      for (const star of stars) states.add(star);
      most = Math.max(most, countOf(states));
      if (most >= limit) return limit;
    }
    for (const star of stars) for (const inside of starsBelow(star)) stars.add(inside);
    most = Math.max(most, stars.size + mostLiteralEnds(stars, limit));
    if (most >= limit) return limit;
  }
  return most;
}

function createNode(): Node {
  return { literals: new Map(), star: undefined, end: undefined };
}

/** Those that are not the beginning of another one. */
function longestOf(beginnings: readonly string[]): string[] {
  const sorted = [...new Set(beginnings)].sort();
  return sorted.filter((beginning, i) => !sorted[i + 1]?.startsWith(beginning));
}

function literalsAfter(nodes: readonly Node[], byte: string): Node[] {
  return nodes.flatMap(({ literals }) => literals.get(byte) ?? []);
}

function starsAfter(nodes: Iterable<Node>): Node[] {
  return [...nodes].flatMap(({ star }) => star ?? []);
}

/** The stars behind a star. */
function starsBelow(start: Node): Node[] {
  const found: Node[] = [];
  const left = [...start.literals.values()];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.star !== undefined) found.push(node.star);
    left.push(...node.literals.values());
  }
  return found;
}

/** Ends of the same tree are one. */
function countOf(nodes: Iterable<Node>): number {
  const counted = new Set<Node | PrefixTree>();
  for (const node of nodes) counted.add(node.end ?? node);
  return counted.size;
}

/** A node of Aho and Corasick's automaton over the literal strings behind stars. */
interface Suffix {
  readonly next: Map<string, Suffix>;
  /** The nodes with this literal string behind their star. */
  readonly nodes: Node[];
  /** The longest proper end of this string that is a node, too. */
  fallback: Suffix | undefined;
}

function createSuffix(): Suffix {
  return { next: new Map(), nodes: [], fallback: undefined };
}

/** The most literal prefixes behind stars that one value can end with. */
function mostLiteralEnds(stars: Iterable<Node>, limit: number): number {
  const root = createSuffix();
  for (const star of stars) insertLiterals(root, star);
  let most = 0;
  const queue = [root];
  for (const suffix of queue) {
    for (const [byte, child] of suffix.next) {
      let shorter = suffix.fallback;
      while (shorter !== undefined && !shorter.next.has(byte)) shorter = shorter.fallback;
      child.fallback = shorter?.next.get(byte) ?? root;
      child.nodes.push(...child.fallback.nodes);
      most = Math.max(most, countOf(child.nodes));
      if (most >= limit) return limit;
      queue.push(child);
    }
  }
  return most;
}

function insertLiterals(root: Suffix, star: Node): void {
  const left: [Suffix, Node][] = [[root, star]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [suffix, node] = next;
    for (const [byte, literal] of node.literals) {
      const child = childOf(suffix.next, byte, createSuffix);
      child.nodes.push(literal);
      left.push([child, literal]);
    }
  }
}

function childOf<T>(children: Map<string, T>, name: string, create: () => T): T {
  const child = children.get(name) ?? create();
  children.set(name, child);
  return child;
}
