/** Two sides, and which of them fit. */
export interface BipartiteGraph {
  readonly left: number;
  readonly right: number;
  /** Whether two fit. Asked at most once for each pair, as long as the sides are not very long. */
  readonly fits: (left: number, right: number) => boolean;
  /** The only ones on the right that may fit one on the left, in order; `undefined` when any may. */
  readonly candidates?: (left: number) => readonly number[] | undefined;
}

/** The partner of each, by index; `undefined` where it has none. */
export interface Matching {
  readonly ofLeft: readonly (number | undefined)[];
  readonly ofRight: readonly (number | undefined)[];
  /** Whether it is a maximum: `false` when it stopped at one that fits nothing. */
  readonly isMaximum: boolean;
}

/** Above this many pairs, answers of `fits` are not kept. */
const MAX_CACHED_PAIRS = 1 << 24;

/**
 * A maximum bipartite matching, by Hopcroft and Karp: as many pairs as possible, each item in one pair at most. A broad
 * one must not take the partner that a narrow one needs.
 * @param stopAtMisfit whether to stop at the first one on the left that fits nothing: enough for a yes or no
 */
export function maximumMatching(graph: BipartiteGraph, stopAtMisfit = false): Matching {
  return new Matcher(graph).run(stopAtMisfit);
}

class Matcher {
  readonly #graph: BipartiteGraph;
  readonly #fits: (left: number, right: number) => boolean;
  readonly #ofLeft: (number | undefined)[];
  readonly #ofRight: (number | undefined)[];
  #pairs = 0;

  constructor(graph: BipartiteGraph) {
    this.#graph = graph;
    this.#fits = cached(graph);
    this.#ofLeft = new Array(graph.left).fill(undefined);
    this.#ofRight = new Array(graph.right).fill(undefined);
  }

  run(stopAtMisfit: boolean): Matching {
    const { left, right } = this.#graph;
    const isMaximum = this.#takeFree(stopAtMisfit);
    if (isMaximum) while (this.#pairs < Math.min(left, right) && this.#augment());
    return { ofLeft: this.#ofLeft, ofRight: this.#ofRight, isMaximum };
  }

  /**
   * Gives each the first free one that fits. Most publishers keep the order of what they were given, or nearly: so it
   * looks first where the last one was found.
   * @returns whether it came to the end
   */
  #takeFree(stopAtMisfit: boolean): boolean {
    const { left, candidates } = this.#graph;
    let next = 0;
    for (let l = 0; l < left; l++) {
      const among = candidates?.(l);
      const found = among?.find((r) => this.#isFreeFor(l, r)) ?? (among ? undefined : this.#nearest(l, next));
      if (found !== undefined) {
        this.#pair(l, found);
        next = found + 1;
      } else if (stopAtMisfit && !this.#fitsAny(l, among)) return false;
    }
    return true;
  }

  /** The free one that fits, nearest to an index. */
  #nearest(l: number, start: number): number | undefined {
    const { right } = this.#graph;
    for (let distance = 0; distance < right; distance++) {
      const after = start + distance;
      if (after < right && this.#isFreeFor(l, after)) return after;
      const before = start - 1 - distance;
      if (before >= 0 && this.#isFreeFor(l, before)) return before;
    }
    return undefined;
  }

  #isFreeFor(l: number, r: number): boolean {
    return this.#ofRight[r] === undefined && this.#fits(l, r);
  }

  #fitsAny(l: number, among: readonly number[] | undefined): boolean {
    if (among !== undefined) return among.some((r) => this.#fits(l, r));
    for (let r = 0; r < this.#graph.right; r++) if (this.#fits(l, r)) return true;
    return false;
  }

  #pair(l: number, r: number): void {
    this.#ofLeft[l] = r;
    this.#ofRight[r] = l;
    this.#pairs++;
  }

  /** Finds shortest augmenting paths that do not touch, and takes them all. @returns whether there was one */
  #augment(): boolean {
    const roots = [...this.#ofLeft.keys()].filter((l) => this.#ofLeft[l] === undefined);
    const layers = this.#layers(roots);
    const before = this.#pairs;
    const isUsed = new Uint8Array(this.#graph.right);
    if (layers !== undefined) for (const root of roots) this.#takePath(root, layers, isUsed);
    return this.#pairs > before;
  }

  /**
   * Breadth first: the right side by its distance from the unpaired ones on the left, up to the first layer with a free
   * one. `undefined` when there is none.
   */
  #layers(roots: readonly number[]): readonly (readonly number[])[] | undefined {
    const { right, candidates } = this.#graph;
    const isSeen = new Uint8Array(right);
    let unseen = Array.from({ length: right }, (_, r) => r);
    const layers: number[][] = [];
    for (let frontier = roots; frontier.length > 0; ) {
      const layer: number[] = [];
      for (const l of frontier) {
        const before = layer.length;
        for (const r of candidates?.(l) ?? unseen) {
          if (isSeen[r] === 1 || !this.#fits(l, r)) continue;
          isSeen[r] = 1;
          layer.push(r);
        }
        if (layer.length > before) unseen = unseen.filter((r) => isSeen[r] === 0);
      }
      if (layer.length === 0) return undefined;
      layers.push(layer);
      if (layer.some((r) => this.#ofRight[r] === undefined)) return layers;
      frontier = layer.flatMap((r) => this.#ofRight[r] ?? []);
    }
    return undefined;
  }

  /** Depth first, without recursion: a path has one step for each layer. */
  #takePath(root: number, layers: readonly (readonly number[])[], isUsed: Uint8Array): void {
    const path: { readonly l: number; at: number; r: number }[] = [{ l: root, at: 0, r: -1 }];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const layer = layers[path.length - 1] ?? [];
      let r: number | undefined;
      while (r === undefined && step.at < layer.length) {
        const candidate = layer[step.at++] ?? 0;
        if (isUsed[candidate] === 0 && this.#fits(step.l, candidate)) r = candidate;
      }
      if (r === undefined) {
        path.pop();
        continue;
      }
      isUsed[r] = 1;
      step.r = r;
      const owner = this.#ofRight[r];
      if (owner !== undefined) {
        path.push({ l: owner, at: 0, r: -1 });
        continue;
      }
      for (const each of path) {
        this.#ofLeft[each.l] = each.r;
        this.#ofRight[each.r] = each.l;
      }
      this.#pairs++;
      return;
    }
  }
}

const UNKNOWN = 0;
const FITS = 1;
const MISFIT = 2;

/** Asks at most once for each pair. */
function cached({ left, right, fits }: BipartiteGraph): (l: number, r: number) => boolean {
  if (left * right > MAX_CACHED_PAIRS) return fits;
  const known = new Uint8Array(left * right);
  return (l, r) => {
    const at = l * right + r;
    if (known[at] === UNKNOWN) known[at] = fits(l, r) ? FITS : MISFIT;
    return known[at] === FITS;
  };
}
