import type { SentEntry } from '../service/sent-entry.js';
import { type Ending, type FiredFault, JournalAttempt, JournalCall } from './attempt.js';
import { InFlightCalls } from './in-flight-calls.js';
import { Moments } from './moments.js';
import type { StrayRecord } from './records.js';
import { RetryableCalls } from './retryable-calls.js';

/** An entry that EventBridge answered with an error. */
export interface Rejection {
  readonly attempt: JournalAttempt;
  readonly entry: SentEntry;
}

/** Everything that happened, in the order in which it happened. */
export class Journal {
  /** Accepted, and on a bus. */
  events: SentEntry[] = [];
  /** Accepted and dropped: the bus does not exist. */
  dropped: SentEntry[] = [];
  rejected: Rejection[] = [];
  calls: JournalCall[] = [];
  /** Every attempt, in the order of the requests. */
  attempts: JournalAttempt[] = [];
  strays: StrayRecord[] = [];
  /** Changes with each write, so that readers know when to look again. */
  version = 0;
  readonly inFlight = new InFlightCalls();
  readonly moments: Moments;
  /** Called with each event that a bus receives. */
  readonly eventListeners = new Set<(event: SentEntry) => void>();
  readonly #retryable = new RetryableCalls();
  #life = 0;

  /** @param moments those of the calls that it records */
  constructor(moments = new Moments()) {
    this.moments = moments;
  }

  /** How many requests there were. */
  get requests(): number {
    return this.attempts.length;
  }

  /**
   * A request has come in.
   * @param invocationId the SDK gives all attempts of one `send` the same one
   * @param number which attempt it is, counted from 1, where the client says so
   * @param begunAt the moment at which its call began, where that is known
   */
  recordRequest(
    invocationId: string | undefined,
    number: number | undefined,
    entries: readonly SentEntry[],
    begunAt?: number,
  ): JournalAttempt {
    // The first attempt starts a call.
    const isFirst = invocationId === undefined || number === 1;
    const known = isFirst ? undefined : this.#retryable.find(invocationId, number, entries);
    const call = known ?? this.#newCall(invocationId);
    // A retry of the SDK's knows what has arrived since.
    const sentAt = (call.attempts.length === 0 ? begunAt : undefined) ?? this.moments.now;
    const attempt = new JournalAttempt(call, this.attempts.length + 1, entries, sentAt);
    call.add(attempt);
    this.#touch(attempt);
    if (this.#isRecorded(attempt)) this.attempts.push(attempt);
    return attempt;
  }

  /** A fault has delayed or held the attempt. */
  recordTiming(attempt: JournalAttempt, fault: FiredFault & { readonly kind: 'delay' | 'hold' }): void {
    this.#touch(attempt);
    attempt.timing = fault;
    this.#setRetryable(attempt.call, true);
    if (this.#isRecorded(attempt)) this.inFlight.begin(attempt);
  }

  /** A fault has failed the attempt as a whole. */
  recordFault(attempt: JournalAttempt, fault: FiredFault): void {
    this.#touch(attempt);
    attempt.fault = fault;
  }

  /** A fault has failed one entry of the attempt. */
  recordEntryFault(attempt: JournalAttempt, index: number, fault: FiredFault): void {
    this.#touch(attempt);
    attempt.entryFaults ??= new Map();
    attempt.entryFaults.set(index, fault);
  }

  /** EventBridge has decided about each entry of an attempt. */
  recordResults(attempt: JournalAttempt, results: readonly NonNullable<SentEntry['result']>[]): void {
    this.#touch(attempt);
    attempt.hasResults = true;
    const isRecorded = this.#isRecorded(attempt);
    const { entries } = attempt;
    for (let index = 0; index < entries.length; index++) {
      const entry = entries[index];
      const result = results[index];
      if (entry === undefined) continue;
      entry.result = result;
      if (!isRecorded || result === undefined) continue;
      if (result.error !== undefined) this.rejected.push({ attempt, entry });
      else if (result.isDropped) this.dropped.push(entry);
      else {
        this.events.push(entry);
        if (this.eventListeners.size > 0) for (const listener of this.eventListeners) listener(entry);
      }
    }
  }

  /** The client knows how the attempt ended, or has given up on it. What has ended stays as it is. */
  recordEnding(attempt: JournalAttempt, ending: Ending): void {
    if (attempt.ending !== undefined) return;
    this.#touch(attempt);
    attempt.ending = ending;
    attempt.endedAt = ++this.moments.now;
    if (attempt.timing !== undefined) this.inFlight.end(attempt);
    // The SDK retries whatever is not a 200.
    this.#setRetryable(attempt.call, ending.kind !== 'results');
  }

  /** The SDK waits before its next attempt, or would if the wait were not skipped. */
  recordBackoff(attempt: JournalAttempt, milliseconds: number, isSkipped: boolean): void {
    this.#touch(attempt);
    attempt.backoff = { milliseconds, isSkipped };
  }

  recordStray(stray: StrayRecord): void {
    this.version++;
    this.strays.push(stray);
  }

  /** Whether the call began before the last `reset()`: what happens to it is not the business of the test that runs now. */
  isFromEarlierLife({ call }: JournalAttempt): boolean {
    return call.life !== this.#life;
  }

  /** Forgets what was recorded. A call that is under way is not recorded any more. */
  clear(): void {
    this.version++;
    this.events = [];
    this.dropped = [];
    this.rejected = [];
    this.calls = [];
    this.attempts = [];
    this.strays = [];
  }

  /** As `clear()`; a call that is under way has nothing to do with what comes now. */
  reset(): void {
    this.clear();
    this.inFlight.forget();
    this.#life++;
  }

  #touch({ call }: JournalAttempt): void {
    this.version++;
    call.version++;
  }

  #newCall(invocationId: string | undefined): JournalCall {
    const call = new JournalCall(this.calls.length + 1, this.#life);
    call.invocationId = invocationId;
    this.calls.push(call);
    return call;
  }

  #setRetryable(call: JournalCall, isRetryable: boolean): void {
    if (isRetryable !== call.isRetryable) {
      if (isRetryable) this.#retryable.add(call);
      else this.#retryable.delete(call);
    }
    if (!isRetryable) call.invocationId = undefined;
  }

  #isRecorded({ call }: JournalAttempt): boolean {
    return this.calls[call.number - 1] === call;
  }
}
