import type { EntryEffect, RequestEffect, TimingEffect } from '../../faults/effects.js';

/** How often a failure comes: once, on every attempt of one call, or from then on for ever. */
export type Repeat = 'once' | 'call' | 'always';

/** The entries of a request that fail. */
export type Position = 'first' | 'middle' | 'last' | 'all';

/** What a failure does: an effect that a fault of a test has too, or the end of the process. */
export type FailureEffect =
  | Pick<RequestEffect, 'level' | 'what'>
  | Pick<TimingEffect, 'level' | 'what'>
  | Pick<EntryEffect, 'level' | 'error'>
  | { readonly level: 'process'; readonly dies: 'before' | 'after' };

/** A row of the catalog: one thing that can fail while a publisher works. */
export interface Failure {
  /** Its name in paths, and in the options `include` and `exclude`. */
  readonly name: string;
  readonly effect: FailureEffect;
  /** How often it is explored: each of these. */
  readonly repeats: readonly Repeat[];
  /** The method that declares it in a test, without `eb.`: `failRequest("InternalException")`. */
  readonly declaration: string;
  /** A clause for the story, after "when": `EventBridge throttles request 2`. `{}` is the number of the request. */
  readonly sentence: string;
  /** Whether it is explored only where several requests are in flight together. */
  readonly needsCompany?: boolean;
  /** The error code that the publisher sees, and whether a retry can succeed. */
  readonly code?: string;
  readonly isRetryable: boolean;
}
