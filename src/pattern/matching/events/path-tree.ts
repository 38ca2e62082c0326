/**
 * A step on the paths that a pattern names. AWS's engine joins names with dots, so a field `"a.b"` and a field `"b"` inside
 * `"a"` are one path; the tree splits them all.
 */
export class PathNode {
  readonly name: string;
  /** The code units of the name: an array compares faster with another one than a string does. */
  readonly codes: Uint16Array;
  /** Its position among the children of its parent; -1 for a step that no single name leads to. */
  index = -1;
  /** The steps that a single name of an event leads to. */
  readonly children: PathNode[] = [];
  /** All steps, by their names. */
  readonly segments = new Map<string, PathNode>();
  /** The number of the path that ends here; -1 when none does. */
  leaf = -1;
  /** The first and the last of the paths that lead through here or end here: they are neighbours. */
  first = Number.POSITIVE_INFINITY;
  last = -1;
  /** The steps that lead on: a name with dots can go through them. */
  branches: readonly PathNode[] = [];

  constructor(name: string) {
    this.name = name;
    this.codes = Uint16Array.from({ length: name.length }, (_, at) => name.charCodeAt(at));
  }

  /** Whether several paths lead through here, so that their values may come out of one array. */
  get isShared(): boolean {
    return this.last > this.first;
  }

  /** Whether a path ends here and another one leads on. */
  get isLeafAndBranch(): boolean {
    return this.leaf >= 0 && this.segments.size > 0;
  }
}

/** From so many steps on a map is faster than comparing one by one (bench: 30 fields). */
export const MANY_CHILDREN = 7;

/**
 * The tree of some paths.
 * @param paths sorted; a path's number is its index
 */
export function createPathTree(paths: readonly string[]): PathNode {
  const root = new PathNode('');
  const nodes = [root];
  const isEmptyNameUsed = paths.some(usesEmptyName);
  paths.forEach((path, number) => {
    let node = root;
    notePath(node, number);
    for (const segment of path.split('.')) {
      let child = node.segments.get(segment);
      if (child === undefined) {
        child = new PathNode(segment);
        nodes.push(child);
        node.segments.set(segment, child);
        if (segment !== '' || isEmptyNameUsed) child.index = node.children.push(child) - 1;
      }
      node = child;
      notePath(node, number);
    }
    node.leaf = number;
  });
  for (const node of nodes)
    node.branches = [...node.segments.values()].filter(({ segments }) => segments.size > 0);
  return root;
}

function notePath(node: PathNode, number: number): void {
  node.first = Math.min(node.first, number);
  node.last = Math.max(node.last, number);
}

/**
 * AWS's engine looks only into properties whose names are steps of some path. It splits paths as Java does, which drops
 * empty names at the end. So it knows an empty name only where a path has it elsewhere, or is nothing else (inferred).
 */
function usesEmptyName(path: string): boolean {
  return path === '' || (path.replace(/\.+$/, '').split('.').includes('') && /[^.]/.test(path));
}

/** The step that a name without dots leads to. */
export function childNamed({ children, segments }: PathNode, name: string): PathNode | undefined {
  if (children.length >= MANY_CHILDREN) {
    const child = segments.get(name);
    return child !== undefined && child.index < 0 ? undefined : child;
  }
  for (let i = 0; i < children.length; i++) {
    const child = children[i];
    if (child !== undefined && child.name === name) return child;
  }
  return undefined;
}

/** The step that a name with dots leads to, several steps away. */
export function descendantNamed(node: PathNode, name: string): PathNode | undefined {
  if (node.branches.length === 0 || !name.includes('.')) return undefined;
  let at: PathNode | undefined = node;
  for (const segment of name.split('.')) at = at?.segments.get(segment);
  return at;
}
