import type { Origin } from '../service/event-bus.js';
import type { PutEventsEntry } from '../service/put-events-types.js';
import { SentEntry } from '../service/sent-entry.js';
import type { JournalAttempt } from './attempt.js';
import { identityByUser, identityOf } from './identity.js';
import type { Journal } from './journal.js';
import { LogicalEvent, type Sending } from './logical-event.js';

/** What finding logical events needs of the fake's settings. */
export interface LogicalEventsDeps {
  readonly journal: Journal;
  /** Says which entries are one event, instead of the rule below. */
  readonly identify: ((entry: PutEventsEntry) => string) | undefined;
}

/**
 * The entries of all requests, grouped by what the publisher meant to publish once. They are grouped when somebody
 * asks, so that calls cost nothing more, and each request once: what its sender knew then does not change.
 *
 * - An attempt of the SDK repeats its call's request: each entry is the one at the same index before.
 * - In another call, an entry equal to an earlier one is that one sent again. Of several equal ones, those that failed
 *   come first: a publisher that resends the failed ones must not look as if it had resent the others.
 * - Equal entries of one request are different events, unless the option `identify` says that they are one.
 */
export class LogicalEvents {
  readonly #deps: LogicalEventsDeps;
  #attempts: readonly JournalAttempt[] = [];
  #events: LogicalEvent[] = [];
  #byIdentity = new Map<string, LogicalEvent[]>();
  #sendings: (readonly Sending[])[] = [];

  constructor(deps: LogicalEventsDeps) {
    this.#deps = deps;
  }

  /** Every logical event, in the order in which they were sent first. */
  get all(): readonly LogicalEvent[] {
    this.#groupNewAttempts();
    return this.#events;
  }

  /** Every attempt, in the order of the requests. */
  get attempts(): readonly JournalAttempt[] {
    return this.#deps.journal.attempts;
  }

  /** The entries of an attempt as sendings of logical events. */
  sendingsIn({ request }: JournalAttempt): readonly Sending[] {
    this.#groupNewAttempts();
    return this.#sendings[request - 1] ?? [];
  }

  /** What two entries have in common when they are one logical event. */
  identityOf(entry: SentEntry): string {
    const { identify } = this.#deps;
    return identify === undefined ? identityOf(entry) : identityByUser(identify, entry);
  }

  /** The identity that an entry would have if it were sent from a region. */
  identityAs(raw: PutEventsEntry, origin: Origin): string {
    return this.identityOf(new SentEntry(raw, 0, origin));
  }

  #groupNewAttempts(): void {
    const { attempts } = this.#deps.journal;
    if (attempts !== this.#attempts) {
      this.#attempts = attempts;
      this.#events = [];
      this.#byIdentity = new Map();
      this.#sendings = [];
    }
    for (let next = this.#sendings.length; next < attempts.length; next++) {
      const attempt = attempts[next];
      if (attempt !== undefined) this.#sendings.push(this.#group(attempt));
    }
  }

  /** Finds the logical event of each entry of an attempt. */
  #group(attempt: JournalAttempt): Sending[] {
    const before = attempt.call.attempts[attempt.number - 2];
    const repeated = before === undefined ? undefined : this.#sendings[before.request - 1];
    if (repeated !== undefined && repeated.length === attempt.entries.length)
      return attempt.entries.map((entry, index) => this.#resent(repeated[index], attempt, entry));

    const taken = new Set<LogicalEvent>();
    return attempt.entries.map((entry) => {
      const equal = this.#equalTo(entry);
      const event = this.#deps.identify === undefined ? mostWantedAgain(equal, taken, attempt) : equal[0];
      const sending =
        event === undefined ? this.#sentFirst(attempt, entry, equal) : event.add(attempt, entry);
      taken.add(sending.event);
      return sending;
    });
  }

  #resent(before: Sending | undefined, attempt: JournalAttempt, entry: SentEntry): Sending {
    return before === undefined
      ? this.#sentFirst(attempt, entry, this.#equalTo(entry))
      : before.event.add(attempt, entry);
  }

  #sentFirst(attempt: JournalAttempt, entry: SentEntry, equal: LogicalEvent[]): Sending {
    const event = new LogicalEvent(attempt, entry);
    equal.push(event);
    this.#events.push(event);
    return event.sendings[0];
  }

  #equalTo(entry: SentEntry): LogicalEvent[] {
    const identity = this.identityOf(entry);
    const known = this.#byIdentity.get(identity);
    if (known !== undefined) return known;
    const equal: LogicalEvent[] = [];
    this.#byIdentity.set(identity, equal);
    return equal;
  }
}

/** Of equal events the one that the sender has most reason to send again, if any. */
function mostWantedAgain(
  events: readonly LogicalEvent[],
  taken: ReadonlySet<LogicalEvent>,
  attempt: JournalAttempt,
): LogicalEvent | undefined {
  let best: LogicalEvent | undefined;
  let bestPriority = Number.POSITIVE_INFINITY;
  for (const event of events) {
    if (taken.has(event)) continue;
    const priority = event.resendPriority(attempt);
    if (priority >= bestPriority) continue;
    best = event;
    bestPriority = priority;
    if (priority === 0) break;
  }
  return best;
}
