import type { Failure } from '../choices/failure.js';
import type { Expectation } from '../verdict/expectation.js';
import type { Baseline } from './baseline.js';
import type { Coverage } from './coverage.js';
import type { Progress } from './progress.js';
import type { Subject } from './running/run.js';
import type { World } from './running/world.js';
import type { Candidate } from './stories/best-stories.js';
import type { Unknown } from './unknown.js';

/** How far a search goes. */
export interface SearchSettings {
  readonly catalog: readonly Failure[];
  readonly depth: number;
  readonly maxRuns: number;
  /** In milliseconds of real time. */
  readonly maxTime: number;
}

/** What a search has found. */
export interface SearchResult {
  readonly candidates: readonly Candidate[];
  readonly coverage: Coverage;
  /** Why nothing is proved, if so. */
  readonly unknown: Unknown | undefined;
}

/** What a search works with. */
export interface SearchDeps {
  readonly world: World;
  readonly subject: Subject;
  readonly expectation: Expectation;
  readonly baseline: Baseline;
  readonly progress: Progress;
  readonly method: string;
}
