/**
 * The paths that a pattern asks for, as a tree of their segments. AWS's engine joins names with dots, so a field
 * `"a.b"` and a field `"b"` inside of `"a"` are one path; the tree splits them all.
 */
export interface PathNode {
  readonly children: Map<string, PathNode>;
  /** The number of the path that ends here; -1 when none does. */
  index: number;
}

/** The tree of some paths; a path's number is its place in the list. */
export function pathTree(paths: readonly string[]): PathNode {
  const root: PathNode = { children: new Map(), index: -1 };
  paths.forEach((path, index) => {
    let node = root;
    for (const segment of path.split('.')) {
      const child = node.children.get(segment) ?? { children: new Map(), index: -1 };
      node.children.set(segment, child);
      node = child;
    }
    node.index = index;
  });
  return root;
}

/** The node that a field's name leads to: one step, or several where the name has dots. */
export function step(node: PathNode, name: string): PathNode | undefined {
  const direct = node.children.get(name);
  if (direct !== undefined || !name.includes('.')) return direct;
  let at: PathNode | undefined = node;
  for (const segment of name.split('.')) at = at?.children.get(segment);
  return at;
}
