import { count } from '../../base/words/english.js';

/** How much of one depth was explored. */
export interface DepthCoverage {
  readonly depth: number;
  readonly explored: number;
  /** How many runs there were to explore. */
  readonly total: number;
  /** Combinations that were left out because one was explored whose first failures have the same effect. */
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

/** `148 of 148 with 1 failure; 310 of 310 with 2 failures (2,904 similar combinations left out)`. */
export function describeCoverage({ depths }: Coverage): string {
  return depths
    .map(({ depth, explored, total, pruned }) => {
      const state = explored === total ? '' : ', incomplete';
      const similar = pruned === 1 ? 'similar combination' : 'similar combinations';
      const left = depth === 1 ? '' : ` (${grouped(pruned)} ${similar} left out)`;
      return `${grouped(explored)} of ${grouped(total)} with ${count(depth, 'failure')}${state}${left}`;
    })
    .join('; ');
}
