import type { LogicalEvents } from '../../journal/logical-events/logical-events.js';
import type { CompiledMatch } from '../../match/compile-match.js';

/** The limits of when and how often a publisher may resend an event. */
export interface RetryLimits {
  /** The shortest and the longest wait before the publisher resends an event, in milliseconds. */
  readonly wait: { readonly min: number; readonly max: number };
  /** How often an event may be sent, the SDK's own retries included. */
  readonly attempts: number;
}

/** What every run is measured by. */
export interface Expectation {
  /** The logical events of the run without failures. */
  readonly baseline: LogicalEvents;
  /** The lines that the run without failures logged. */
  readonly logLines: number;
  /** As `assertNoEventLost` takes it. */
  readonly offered: unknown;
  /** How many events `publish(count)` was asked for, where the option `offered` does not say how many there must be. */
  readonly asked: number | undefined;
  /** Reads from the publisher's result what could not be sent. */
  readonly surfaced: ((result: unknown) => unknown) | undefined;
  readonly limits: RetryLimits;
  readonly compileMatch: (match: unknown, method: string) => CompiledMatch;
}
