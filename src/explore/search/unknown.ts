import { type Decision, formatPath } from '../choices/decision.js';

/** Why nothing is proved, and what to do. */
export interface Unknown {
  readonly reason: string;
  readonly fix: string;
}

/** A bound of the options ended the exploration. */
export function boundReached(bound: string, option: string): Unknown {
  return {
    reason: `the bound of ${bound} was reached (option ${option})`,
    fix: `Raise ${option}, or explore less: a smaller depth, fewer events, or only some failures (option include).`,
  };
}

/** Two runs with the same decisions differ. */
export function diverged(decisions: readonly Decision[], difference: string): Unknown {
  const where = decisions.length === 0 ? 'two runs without failures' : `the run "${formatPath(decisions)}"`;
  return {
    reason: `publish() does not do the same each time, in ${where}: ${difference}`,
    fix: 'Create inside publish() what it sends, so that each run begins from the same state. `Date`, timers, `Math.random` and `crypto.randomUUID` repeat by themselves; counters, caches and stores outside of publish() do not.',
  };
}
