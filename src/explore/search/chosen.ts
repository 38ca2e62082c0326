import { type Decision, formatPath } from '../choices/decision.js';
import type { ExploredRun } from './classes.js';

/** A run to explore, and the run that it continues. */
export interface Chosen {
  readonly parent: ExploredRun;
  readonly decisions: readonly Decision[];
}

/** Two failures of one request are the same in either order. */
export function distinct(chosen: readonly Chosen[]): Chosen[] {
  const keys = new Set<string>();
  return chosen.filter(({ decisions }) => {
    const key = decisions
      .map((decision) => formatPath([decision]))
      .sort()
      .join();
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew;
  });
}

/** A failure that was scheduled and did not happen: the exploration itself is wrong. */
export function notFired(decisions: readonly Decision[]): Error {
  return new Error(
    `exploreFailures scheduled ${formatPath(decisions)}, and it did not happen. This is a defect of fake-eventbridge: please report it with your publisher.`,
  );
}
