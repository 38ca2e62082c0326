import type { JournalAttempt } from '../../../journal/attempt.js';
import type { LogicalEvents } from '../../../journal/logical-events/logical-events.js';
import type { StrayRecord } from '../../../journal/records.js';
import type { Decision } from '../../choices/decision.js';

/** How the publisher ended. */
export type RunEnding =
  | { readonly kind: 'resolved'; readonly value: unknown }
  | { readonly kind: 'rejected'; readonly error: unknown }
  /** It never settled, or waits for a timer of the process, which the clock of the run does not have. */
  | { readonly kind: 'hung'; readonly waitsFor: string; readonly isInRealTime: boolean }
  /** The decision of the run ended the process. */
  | { readonly kind: 'died' };

/** Everything that a verdict needs of one run. */
export interface RunRecord {
  readonly decisions: readonly Decision[];
  readonly logicalEvents: LogicalEvents;
  readonly attempts: readonly JournalAttempt[];
  /** The requests that no fake serves. */
  readonly strays: readonly StrayRecord[];
  /** How the publisher ended, or the one that was started after the crash. */
  readonly ending: RunEnding;
  /** When each request arrived and ended for the publisher, in milliseconds of the run's clock. */
  readonly arrivedAt: readonly number[];
  readonly endedAt: ReadonlyMap<JournalAttempt, number>;
  /** How many requests there were when the process was started again. */
  readonly requestsBeforeRestart: number | undefined;
  /** For each request whether others waited for their answers at the same time. */
  readonly hasCompany: readonly boolean[];
  readonly logLines: number;
  readonly unhandled: readonly unknown[];
  readonly virtualMs: number;
  /** The decisions that had no effect: the run did not come so far. */
  readonly unreached: readonly Decision[];
}
