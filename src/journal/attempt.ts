import type { CallSite } from '../base/call-site.js';
import type { UnreadableProperty } from '../service/put-events-types.js';
import type { SentEntry } from '../service/sent-entry.js';
import type { Outcome } from './records.js';

/** How an attempt ended for the client. */
export type Ending =
  /** A 200 with a result for each entry. */
  | { readonly kind: 'results' }
  /** An error for the whole request. */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly code: string;
      readonly message: string | undefined;
      /** What could not be read from the body. */
      readonly unreadable?: UnreadableProperty | undefined;
    }
  /** Something arrived that is not an answer of EventBridge. */
  | { readonly kind: 'garbled'; readonly status: number; readonly what: string }
  /** The client got an error instead of a response: its connection's, or its own when it gave up waiting. */
  | { readonly kind: 'no-answer'; readonly error: Error };

/** A fault that fired. */
export interface FiredFault {
  /** As the test declared it: `failRequest("InternalException")`. */
  readonly declaration: string;
  /** The line that declared it. */
  readonly site: CallSite | undefined;
}

/** A wait between two attempts. */
export interface Backoff {
  /** The wait that the SDK asked for. Its jitter can make it 0. */
  readonly milliseconds: number;
  readonly isSkipped: boolean;
}

/** A call of the code under test: one `send`. */
export class JournalCall {
  /** Counted from 1. */
  readonly number: number;
  /** Which life of the fake it belongs to: each `reset()` starts another. */
  readonly life: number;
  /** The id that its attempts share, as long as there may be more of them. */
  invocationId: string | undefined;
  /** Whether `RetryableCalls` has it. */
  isRetryable = false;
  /** Changes with each write to one of its attempts. */
  version = 0;
  #attempts: JournalAttempt[] = NONE;

  constructor(number: number, life: number) {
    this.number = number;
    this.life = life;
  }

  get attempts(): readonly JournalAttempt[] {
    return this.#attempts;
  }

  /** Most calls have one attempt: an array that is made with it takes a sixteenth of the room of one that grows. */
  add(attempt: JournalAttempt): void {
    if (this.#attempts === NONE) this.#attempts = [attempt];
    else this.#attempts.push(attempt);
  }
}

/** One request to `PutEvents`. Only the journal writes to it. */
export class JournalAttempt {
  readonly call: JournalCall;
  /** Which of all requests, counted from 1. */
  readonly request: number;
  /** Which attempt of its call, counted from 1. */
  readonly number: number;
  readonly entries: readonly SentEntry[];
  /** The last moment that the publisher knew of when it sent this. */
  readonly sentAt: number;
  /** Whether EventBridge has decided about each entry. */
  hasResults = false;
  /** The faults that failed single entries, by the index of the entry. */
  entryFaults: Map<number, FiredFault> | undefined;
  /** The fault that failed the attempt as a whole. */
  fault: FiredFault | undefined;
  /** The fault that delayed or held it. */
  timing: (FiredFault & { readonly kind: 'delay' | 'hold' }) | undefined;
  ending: Ending | undefined;
  /** The moment of its response: what was sent from then on was sent with it known. */
  endedAt: number | undefined;
  /** The wait before the next attempt, when the SDK decided to make one. */
  backoff: Backoff | undefined;

  constructor(call: JournalCall, request: number, entries: readonly SentEntry[], sentAt: number) {
    this.call = call;
    this.request = request;
    this.number = call.attempts.length + 1;
    this.entries = entries;
    this.sentAt = sentAt;
  }

  get outcome(): Outcome {
    const { ending } = this;
    if (ending === undefined) return 'pending';
    if (ending.kind === 'error') return 'failed';
    if (ending.kind !== 'results') return 'unanswered';
    return this.entries.some(({ error }) => error !== undefined) ? 'failed in part' : 'succeeded';
  }
}

const NONE: JournalAttempt[] = [];
