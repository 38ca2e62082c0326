import type { LogicalEvent, Sending } from '../../journal/logical-events/logical-event.js';
import type { FindingKind } from './finding-kinds.js';

/** What one run shows. */
export interface RunFinding {
  readonly kind: FindingKind;
  /** What happened, as the end of a sentence that begins with the failures. */
  readonly consequence: string;
  /** The logical events that it is about. */
  readonly events: readonly LogicalEvent[];
  /** The sendings that should not have been, or that failed last. */
  readonly guilty: readonly Sending[];
  /** Whether `publish(count)` sends fewer events than it is asked for, although nothing fails. */
  readonly isFewerThanAsked?: boolean;
  /** Whether a wait is longer than it may be, and not shorter. */
  readonly isTooLong?: boolean;
}
