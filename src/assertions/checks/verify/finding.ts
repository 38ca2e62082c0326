import type { Problem } from './allowed-problems.js';

/** One problem that `verify()` found. */
export interface Finding {
  readonly problem: Problem;
  /** What is the case, and where: one line or a few. */
  readonly text: string;
  readonly fix: string;
  /** What it is about, so that it is reported once. */
  readonly about: readonly object[];
}
