import type { EntryAcceptance, EntryError } from '../../service/put-events-types.js';
import type { SentEntry } from '../../service/sent-entry.js';
import type { JournalAttempt } from '../attempt.js';

/** The status of an entry in one request. */
export type EntryStatus =
  /** A bus has it, whether or not the client received the response. */
  | 'accepted'
  /** Accepted and then dropped: the bus does not exist. */
  | 'dropped'
  /** EventBridge rejected it, in a 200. */
  | 'rejected'
  /** Its whole request failed. */
  | 'refused'
  /** It never reached EventBridge, and the client received no response of EventBridge. */
  | 'unanswered'
  /** Not decided yet. */
  | 'pending';

/** One sending of a logical event: an entry of a request. */
export class Sending {
  readonly event: LogicalEvent;
  readonly attempt: JournalAttempt;
  readonly entry: SentEntry;

  constructor(event: LogicalEvent, attempt: JournalAttempt, entry: SentEntry) {
    this.event = event;
    this.attempt = attempt;
    this.entry = entry;
  }

  /** Its index in the request. */
  get index(): number {
    return this.entry.index;
  }

  get status(): EntryStatus {
    const { accepted, error } = this.entry;
    if (accepted !== undefined) return accepted.isDropped ? 'dropped' : 'accepted';
    if (error !== undefined) return 'rejected';
    const { ending } = this.attempt;
    if (ending === undefined) return 'pending';
    return ending.kind === 'error' ? 'refused' : 'unanswered';
  }

  get accepted(): EntryAcceptance | undefined {
    return this.entry.accepted;
  }

  get error(): EntryError | undefined {
    return this.entry.error;
  }

  /** Whether the client received the result. */
  get isAnswered(): boolean {
    return this.attempt.ending?.kind === 'results';
  }

  /** Whether this had ended for the client before a request went out. */
  hadEndedBefore({ sentAt }: JournalAttempt): boolean {
    return sentAt >= (this.attempt.endedAt ?? Number.POSITIVE_INFINITY);
  }

  /** Whether the publisher knew that this had failed, or could expect it, when a request went out. */
  wasKnownFailedBefore(attempt: JournalAttempt): boolean {
    return this.hadEndedBefore(attempt) && (this.accepted === undefined || !this.isAnswered);
  }

  /** Whether the publisher knew that this was accepted when a request went out. */
  wasKnownAcceptedBefore(attempt: JournalAttempt): boolean {
    return this.accepted !== undefined && this.isAnswered && this.hadEndedBefore(attempt);
  }
}

/** What the publisher meant to publish once, and every time it was sent. */
export class LogicalEvent {
  /** The first sending is there from the beginning. */
  readonly sendings: [Sending, ...Sending[]];

  /** What it has in common with equal entries. */
  readonly identity: string;

  constructor(attempt: JournalAttempt, entry: SentEntry, identity: string) {
    this.identity = identity;
    this.sendings = [new Sending(this, attempt, entry)];
  }

  /** As it was sent first. */
  get entry(): SentEntry {
    return this.sendings[0].entry;
  }

  /** Adds a further sending. */
  add(attempt: JournalAttempt, entry: SentEntry): Sending {
    const sending = new Sending(this, attempt, entry);
    this.sendings.push(sending);
    return sending;
  }

  /** The sendings that a bus has. */
  get received(): Sending[] {
    return this.sendings.filter(({ status }) => status === 'accepted');
  }

  /** Whether a bus has it. */
  get isReceived(): boolean {
    return this.sendings.some(({ status }) => status === 'accepted');
  }

  /** Whether EventBridge never accepted it, on whatever bus. */
  get isUnsettled(): boolean {
    return this.sendings.every(({ accepted }) => accepted === undefined);
  }

  /**
   * Resend priority, by what the publisher knew when a request went out: 0 not accepted, 1 accepted but unacknowledged or not
   * answered yet, 2 acknowledged. Once 2, it stays 2.
   */
  resendPriority(attempt: JournalAttempt): 0 | 1 | 2 {
    if (this.sendings.some((sending) => sending.wasKnownAcceptedBefore(attempt))) return 2;
    return this.sendings.every(
      (sending) => sending.wasKnownFailedBefore(attempt) && sending.accepted === undefined,
    )
      ? 0
      : 1;
  }
}
