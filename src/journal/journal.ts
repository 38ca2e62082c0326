import type { EntryError, EntryOutcome, PutEventsEntry } from '../service/put-events-types.js';
import { type Ending, JournalAttempt, JournalCall } from './attempt.js';
import { JournalEvent } from './event.js';
import type { StrayRecord } from './records.js';

/** Everything that happened, in the order in which it happened. */
export class Journal {
  /** Accepted, and a bus received them. */
  events: JournalEvent[] = [];
  /** Accepted, and lost: the bus does not exist. */
  dropped: JournalEvent[] = [];
  /** Answered with an error of their own. */
  rejected: Rejection[] = [];
  calls: JournalCall[] = [];
  strays: StrayRecord[] = [];
  /** How many requests there were. */
  requests = 0;
  /** Changes whenever something is written, so that readers know when to look again. */
  version = 0;
  /** Hears of every request that comes in, whatever becomes of it. */
  onSent: (attempt: JournalAttempt) => void = () => {};
  /** The calls that may still be retried, by the id that their attempts share. */
  #open = new Map<string, JournalCall>();

  /** A request to `PutEvents` has come in. Attempts with one invocation id are attempts of one call. */
  begin(
    invocationId: string | undefined,
    entries: readonly PutEventsEntry[],
    region: string,
  ): JournalAttempt {
    this.version++;
    const call = this.#callOf(invocationId);
    const attempt = new JournalAttempt(call, ++this.requests, entries, region);
    call.add(attempt);
    this.onSent(attempt);
    return attempt;
  }

  /** EventBridge has decided about the entries of an attempt. */
  settle(attempt: JournalAttempt, outcomes: readonly EntryOutcome[], rulesMatching: RulesMatching): void {
    this.version++;
    attempt.outcomes = outcomes;
    if (this.#hasForgotten(attempt)) return;
    for (const [index, { event, entry, error }] of outcomes.entries()) {
      if (error !== undefined) this.rejected.push({ attempt, index, entry, error });
      if (event === undefined) continue;
      if (event.busExists) this.events.push(new JournalEvent(event, entry, rulesMatching(event)));
      else this.dropped.push(new JournalEvent(event, entry, NO_RULES));
    }
  }

  /** The sender knows how the attempt ended, or has given up on it. */
  end(attempt: JournalAttempt, ending: Ending, invocationId: string | undefined): void {
    this.version++;
    attempt.ending = ending;
    attempt.requestsAtEnd = this.requests;
    // What was answered with 200 is never retried: its id will not be seen again.
    if (ending.kind === 'results' && invocationId !== undefined) this.#open.delete(invocationId);
  }

  addStray(stray: StrayRecord): void {
    this.version++;
    this.strays.push(stray);
  }

  clear(): void {
    this.version++;
    this.events = [];
    this.dropped = [];
    this.rejected = [];
    this.calls = [];
    this.strays = [];
    this.requests = 0;
    this.#open = new Map();
  }

  /** A request from before `clear()`, answered after it: what becomes of it belongs to nobody's test. */
  #hasForgotten({ call }: JournalAttempt): boolean {
    return this.calls[call.number - 1] !== call;
  }

  #callOf(invocationId: string | undefined): JournalCall {
    const known = invocationId === undefined ? undefined : this.#open.get(invocationId);
    if (known !== undefined) return known;
    const call = new JournalCall(this.calls.length + 1);
    this.calls.push(call);
    if (invocationId !== undefined) this.#open.set(invocationId, call);
    return call;
  }
}

/** An entry that was answered with an error of its own. */
export interface Rejection {
  readonly attempt: JournalAttempt;
  /** Where in the request, counted from 0. */
  readonly index: number;
  readonly entry: PutEventsEntry;
  readonly error: EntryError;
}

/** Tells which rules match an event at the moment it is accepted. */
export type RulesMatching = (event: NonNullable<EntryOutcome['event']>) => readonly string[];

const NO_RULES: readonly string[] = Object.freeze([]);
