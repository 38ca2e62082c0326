/**
 * A step on the paths that a pattern asks for. AWS's engine joins names with dots, so a field `"a.b"` and a field `"b"`
 * inside of `"a"` are one path; the tree splits them all.
 */
export class PathNode {
  readonly name: string;
  readonly firstCode: number;
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
  /** The object of a text in which a name led here last: one that does so twice names it twice. */
  seenIn = 0;

  constructor(name: string) {
    this.name = name;
    this.firstCode = name.charCodeAt(0);
  }

  /** Whether several paths lead through here, so that their values may come out of one list. */
  get isShared(): boolean {
    return this.last > this.first;
  }

  /** Whether a path both ends here and leads on. */
  get isBoth(): boolean {
    return this.leaf >= 0 && this.segments.size > 0;
  }
}

/** More steps than are compared one by one. */
export const MANY = 6;

/**
 * The tree of some paths.
 * @param paths sorted; a path's number is its place in the list
 */
export function pathTree(paths: readonly string[]): PathNode {
  const root = new PathNode('');
  const nodes = [root];
  const isEmptyNameUsed = paths.some(usesEmptyName);
  paths.forEach((path, index) => {
    let node = root;
    note(node, index);
    for (const segment of path.split('.')) {
      let child = node.segments.get(segment);
      if (child === undefined) {
        child = new PathNode(segment);
        nodes.push(child);
        node.segments.set(segment, child);
        if (segment !== '' || isEmptyNameUsed) node.children.push(child);
      }
      node = child;
      note(node, index);
    }
    node.leaf = index;
  });
  for (const node of nodes) node.branches = [...node.segments.values()].filter(leadsOn);
  return root;
}

function note(node: PathNode, index: number): void {
  node.first = Math.min(node.first, index);
  node.last = Math.max(node.last, index);
}

function leadsOn({ segments }: PathNode): boolean {
  return segments.size > 0;
}

/**
 * AWS's engine looks only into members whose names are steps of some path, and splits paths as Java does, which forgets
 * empty names at the end: an empty name is known only where a path has it elsewhere, or is nothing else.
 */
function usesEmptyName(path: string): boolean {
  return path === '' || (path.replace(/\.+$/, '').split('.').includes('') && /[^.]/.test(path));
}

/** The step that a name without dots leads to. */
export function childNamed({ children, segments }: PathNode, name: string): PathNode | undefined {
  if (children.length > MANY) {
    const child = segments.get(name);
    return name === '' && child !== undefined && !children.includes(child) ? undefined : child;
  }
  for (let i = 0; i < children.length; i++) {
    const child = children[i];
    if (child !== undefined && child.name === name) return child;
  }
  return undefined;
}

/** The node to which a name with dots leads, several steps away. */
export function dottedNode(node: PathNode, name: string): PathNode | undefined {
  if (node.branches.length === 0 || !name.includes('.')) return undefined;
  let at: PathNode | undefined = node;
  for (const segment of name.split('.')) at = at?.segments.get(segment);
  return at;
}
