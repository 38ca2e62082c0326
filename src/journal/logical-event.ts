import type { AcceptedEvent, EntryError, PutEventsEntry } from '../service/put-events-types.js';
import type { JournalAttempt } from './attempt.js';

/** What became of an entry in one request. */
export type Fate =
  /** A bus has it, whether or not its sender heard of that. */
  | 'accepted'
  /** Accepted, and lost: the bus does not exist. */
  | 'dropped'
  /** Answered with an error of its own, in a 200. */
  | 'rejected'
  /** Its whole request was answered with an error. */
  | 'refused'
  /** It never reached EventBridge, and no answer of EventBridge its sender. */
  | 'unanswered'
  /** Not decided yet. */
  | 'pending';

/** One sending of a logical event: an entry of a request. */
export class Sending {
  readonly event: LogicalEvent;
  readonly attempt: JournalAttempt;
  /** Where in the request, counted from 0. */
  readonly index: number;

  constructor(event: LogicalEvent, attempt: JournalAttempt, index: number) {
    this.event = event;
    this.attempt = attempt;
    this.index = index;
  }

  get fate(): Fate {
    if (this.accepted !== undefined) return this.accepted.busExists ? 'accepted' : 'dropped';
    if (this.error !== undefined) return 'rejected';
    const { ending } = this.attempt;
    if (ending === undefined) return 'pending';
    return ending.kind === 'error' ? 'refused' : 'unanswered';
  }

  /** What EventBridge made of it. */
  get accepted(): AcceptedEvent | undefined {
    return this.attempt.outcomes?.[this.index]?.event;
  }

  /** Why EventBridge rejected it. */
  get error(): EntryError | undefined {
    return this.attempt.outcomes?.[this.index]?.error;
  }

  /** Whether its sender was told what became of it. */
  get isAnswered(): boolean {
    return this.attempt.ending?.kind === 'results';
  }

  /** The SDK repeats a request within a call; whatever comes in another call, the publisher sent. */
  get isRetryOfSdk(): boolean {
    return this.attempt.number > 1;
  }

  /** Whether the answer to this one had arrived, and said accepted, when the other was sent. */
  wasKnownAcceptedBefore(later: Sending): boolean {
    return (
      this.accepted !== undefined &&
      this.isAnswered &&
      later.attempt.request > (this.attempt.requestsAtEnd ?? Number.POSITIVE_INFINITY)
    );
  }
}

/** What the publisher meant to send once, and every time it was sent. */
export class LogicalEvent {
  readonly sendings: Sending[] = [];
  #isAccepted = false;
  #isKnownAccepted = false;

  /** The entry as it was sent first. */
  get entry(): PutEventsEntry {
    const first = this.sendings[0];
    return first?.attempt.entries[first.index] ?? {};
  }

  /** Takes note of a further sending. */
  add(attempt: JournalAttempt, index: number): Sending {
    const sending = new Sending(this, attempt, index);
    this.sendings.push(sending);
    if (sending.accepted !== undefined) {
      this.#isAccepted = true;
      this.#isKnownAccepted ||= sending.isAnswered;
    }
    return sending;
  }

  /** How much its sender may want to send it again: 0 when it failed, 1 when nobody knows, 2 when there is no need. */
  get contentment(): 0 | 1 | 2 {
    if (this.#isKnownAccepted) return 2;
    return this.#isAccepted ? 1 : 0;
  }

  /** The sendings that a bus has. */
  get received(): Sending[] {
    return this.sendings.filter(({ fate }) => fate === 'accepted');
  }

  /** Whether EventBridge never accepted it, on whatever bus. */
  get isUnsettled(): boolean {
    return !this.#isAccepted;
  }
}
