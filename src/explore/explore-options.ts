import type { ExtraFailure } from './choices/select-catalog.js';

/**
 * What `eb.exploreFailures` can be given. Every option has a default.
 * @example
 * ```ts
 * await eb.exploreFailures((count) => publishOrders(orders(count)), { depth: 1, events: 25 });
 * ```
 */
export interface ExploreOptions {
  /** How many failures happen in one run at most, 1 to 3. Default 2. */
  readonly depth?: number;
  /** The exploration ends after so many runs, with the finding `unknown`. Default 20,000. */
  readonly maxRuns?: number;
  /** The exploration ends after so many milliseconds of real time, with the finding `unknown`. Default 60,000. */
  readonly maxTime?: number;
  /**
   * How many events `publish(count)` is asked for, if it takes a number; shrinking asks for fewer. Default 12, or 10 or 3
   * where the publisher cannot publish so many. Ask for more than one batch. Without `offered`, a publisher that sends
   * fewer events than `count` although nothing fails has lost them.
   */
  readonly events?: number;
  /**
   * What must be on a bus in the end, as `eb.assertNoEventLost` takes it. Default: what the run without failures sends,
   * and at least the number that `publish(count)` is asked for. Pass it if the publisher is meant to send fewer. It counts
   * for all events: with fewer, the run without failures counts.
   */
  readonly offered?: number | readonly object[];
  /**
   * Reads from what `publish` returned which events it reports as not sent: matches or entries, their number, or whether
   * all that are missing are reported. Without it only a rejection counts.
   */
  readonly surfaced?: (result: unknown) => readonly object[] | number | boolean;
  /** Runs again over the same store after the process has died: what an outbox is for. */
  readonly restart?: () => unknown;
  /** The names of the only failures to explore. */
  readonly include?: readonly string[];
  /** The names of failures to leave out. */
  readonly exclude?: readonly string[];
  /** Failures that the catalog does not have. */
  readonly extend?: readonly ExtraFailure[];
  /** When and how often the publisher may resend an event. */
  readonly limits?: {
    /** The wait before the publisher resends an event, in milliseconds. Default 1 to 60,000. */
    readonly wait?: { readonly min?: number; readonly max?: number };
    /** How often an event may be sent, with the SDK's own retries. Default 10. */
    readonly attempts?: number;
  };
  /** Where `Math.random` and the ids of the runs start from. Default: the seed of the fake. */
  readonly seed?: number | string;
  /** How the test to paste publishes. Default `publish()`, or `publish(3)` where it takes a number. */
  readonly call?: string;
}
