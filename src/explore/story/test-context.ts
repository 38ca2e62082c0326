import type { RetryLimits } from '../verdict/expectation.js';
import type { RunnerLines } from './runner-lines.js';

/** What the test to paste has to know of the test file. */
export interface TestContext {
  /** How it publishes: `publish()`. */
  readonly call: string | undefined;
  readonly events: number | undefined;
  /** How it is written for the runner. */
  readonly lines: RunnerLines;
  readonly limits: RetryLimits;
  /** Whether the option `surfaced` was given. */
  readonly isSurfacedByResult: boolean;
}
