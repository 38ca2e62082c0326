/** How much of one depth was explored. */
export interface DepthCoverage {
  readonly depth: number;
  readonly explored: number;
  /** How many runs there were to explore. */
  readonly total: number;
  /** Combinations that were left out because a representative of the same shape was explored. */
  readonly pruned: number;
}

/** What was explored of what. */
export interface Coverage {
  /** The runs of all depths. Those without failures, and those that find the shortest story, do not count. */
  readonly runs: number;
  readonly depths: readonly DepthCoverage[];
  /** Whether every depth was explored to its end. */
  readonly isComplete: boolean;
}

const grouped = (number: number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

/** `148 of 148 failures alone; 310 of 310 classes of 2 failures together (2,904 more combinations have the same effect)`. */
export function describeCoverage({ depths }: Coverage): string {
  return depths
    .map(({ depth, explored, total, pruned }) => {
      const of = `${grouped(explored)} of ${grouped(total)}`;
      const unfinished = explored === total ? '' : ', incomplete';
      if (depth === 1) return `${of} failures alone${unfinished}`;
      const others = pruned === 0 ? '' : ` (${grouped(pruned)} more combinations have the same effect)`;
      return `${of} classes of ${depth} failures together${others}${unfinished}`;
    })
    .join('; ');
}
