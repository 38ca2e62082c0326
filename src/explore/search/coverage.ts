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

/** `depth 1 complete: 148 of 148; depth 2: 310 of 310 classes, 2,904 combinations pruned (same shape)`. */
export function describeCoverage({ depths }: Coverage): string {
  return depths
    .map(({ depth, explored, total, pruned }) => {
      const of = `${grouped(explored)} of ${grouped(total)}`;
      const state = explored === total ? 'complete' : 'incomplete';
      if (depth === 1) return `depth 1 ${state}: ${of}`;
      return `depth ${depth}${explored === total ? '' : ' incomplete'}: ${of} classes, ${grouped(pruned)} combinations pruned (same shape)`;
    })
    .join('; ');
}
