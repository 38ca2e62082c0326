import type { Fault } from '../faults/fault.js';
import type { EntryOutcome, PutEventsEntry } from '../service/put-events-types.js';
import type { Outcome } from './records.js';

/** How an attempt ended for its sender. */
export type Ending =
  /** A 200 with a result for each entry. */
  | { readonly kind: 'results' }
  /** An error for the whole request. */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly code: string;
      readonly message: string | undefined;
    }
  /** Something arrived that is no answer of EventBridge. */
  | { readonly kind: 'garbled'; readonly status: number; readonly what: string }
  /** The sender got an error instead of an answer: its connection's, or its own when it gave up waiting. */
  | { readonly kind: 'no-answer'; readonly error: Error };

const NONE: JournalAttempt[] = [];

/** A call of the code under test: what its attempts have in common. */
export class JournalCall {
  readonly number: number;
  #attempts: JournalAttempt[] = NONE;

  constructor(number: number) {
    this.number = number;
  }

  get attempts(): readonly JournalAttempt[] {
    return this.#attempts;
  }

  /** Most calls have one attempt: a list that is made with it takes a sixteenth of the room of one that grows. */
  add(attempt: JournalAttempt): void {
    if (this.#attempts === NONE) this.#attempts = [attempt];
    else this.#attempts.push(attempt);
  }
}

/** One request to `PutEvents` in the journal. */
export class JournalAttempt {
  readonly call: JournalCall;
  readonly request: number;
  readonly number: number;
  readonly entries: readonly PutEventsEntry[];
  /** The region that the request was signed for. */
  readonly region: string;
  /** What EventBridge decided about each entry; absent when it never came to that. */
  outcomes: readonly EntryOutcome[] | undefined;
  /** The faults that failed single entries. */
  entryFaults: Map<PutEventsEntry, Fault> | undefined;
  /** The fault that failed the attempt as a whole. */
  fault: Fault | undefined;
  /** The delay or hold that it met. */
  timing: Fault | undefined;
  ending: Ending | undefined;
  /** How many requests had come in when it ended: the ones after those were sent knowing its answer. */
  requestsAtEnd: number | undefined;
  /** Whether the SDK decided to try once more. */
  hasBackoff = false;
  /** The wait before the next attempt, in milliseconds. The SDK's jitter can make it 0. */
  backoff = 0;
  /** Whether that wait was left out. */
  isBackoffSkipped = false;

  constructor(call: JournalCall, request: number, entries: readonly PutEventsEntry[], region: string) {
    this.call = call;
    this.request = request;
    this.region = region;
    this.number = call.attempts.length + 1;
    this.entries = entries;
  }

  get outcome(): Outcome {
    const { ending } = this;
    if (ending === undefined) return 'pending';
    if (ending.kind === 'error') return 'failed';
    if (ending.kind !== 'results') return 'unanswered';
    return this.outcomes?.some(({ error }) => error !== undefined) ? 'failed in part' : 'succeeded';
  }
}
