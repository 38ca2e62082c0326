import type { RetryLimits } from '../verdict/expectation.js';

/** What the test to paste has to know of the test file. */
export interface TestContext {
  /** How it publishes: `publish()`. */
  readonly call: string | undefined;
  readonly events: number | undefined;
  /** The object with the fake timers: `jest` or `vi`. */
  readonly timers: 'jest' | 'vi';
  /** Whether the runner is neither Jest nor Vitest, so that the test has to be adapted. */
  readonly isForAnotherRunner: boolean;
  readonly limits: RetryLimits;
  /** Whether the option `surfaced` was given. */
  readonly isSurfacedByResult: boolean;
}
