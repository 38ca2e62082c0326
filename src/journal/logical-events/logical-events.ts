import type { Origin } from '../../service/event-bus.js';
import type { PutEventsEntry } from '../../service/put-events-types.js';
import { SentEntry } from '../../service/sent-entry.js';
import type { JournalAttempt } from '../attempt.js';
import type { Journal } from '../journal.js';
import { EqualEvents } from './equal-events.js';
import { identityByUser, identityOf } from './identity.js';
import { LogicalEvent, type Sending } from './logical-event.js';

/** What finding logical events needs of the fake's settings. */
export interface LogicalEventsDeps {
  readonly journal: Journal;
  /** Says which entries are one event, instead of the rule below. */
  readonly identify: ((entry: PutEventsEntry) => string) | undefined;
}

/**
 * The entries of all requests, grouped by what the publisher meant to publish once. They are grouped when somebody
 * asks, so that calls cost nothing more, and each request once: what the publisher knew then does not change.
 *
 * - An attempt of the SDK repeats its call's request: each entry is the one at the same index before.
 * - In another call, an entry equal to an earlier one is that one resent. Of several equal ones, those that failed come
 *   first. A publisher that resends the failed ones must not look as if it had resent the others.
 * - Equal entries of one request are different events, unless the option `identify` says that they are one.
 */
export class LogicalEvents {
  readonly #deps: LogicalEventsDeps;
  #attempts: readonly JournalAttempt[] = [];
  #events: LogicalEvent[] = [];
  /** Those that were sent more than once: most assertions are about these, and mostly there are few. */
  #resentEvents = new Set<LogicalEvent>();
  #byIdentity = new Map<string, EqualEvents>();
  #sendings: (readonly Sending[])[] = [];

  constructor(deps: LogicalEventsDeps) {
    this.#deps = deps;
  }

  /** Every logical event, in the order in which they were sent first. */
  get all(): readonly LogicalEvent[] {
    this.#groupNewAttempts();
    return this.#events;
  }

  /** The logical events that were sent more than once, in the order in which they were sent first. */
  get resent(): readonly LogicalEvent[] {
    this.#groupNewAttempts();
    return [...this.#resentEvents].sort(
      ({ sendings: [a] }, { sendings: [b] }) => a.attempt.request - b.attempt.request || a.index - b.index,
    );
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

  /** The identity that an entry would have if it were sent from a region. */
  identityAs(raw: PutEventsEntry, origin: Origin): string {
    return this.identityOf(new SentEntry(raw, 0, origin));
  }

  /** What two entries have in common when they are one logical event. */
  identityOf(entry: SentEntry): string {
    const { identify } = this.#deps;
    return identify === undefined ? identityOf(entry) : identityByUser(identify, entry);
  }

  #groupNewAttempts(): void {
    const { attempts } = this.#deps.journal;
    if (attempts !== this.#attempts) {
      this.#attempts = attempts;
      this.#events = [];
      this.#resentEvents = new Set();
      this.#byIdentity = new Map();
      this.#sendings = [];
    }
    for (let next = this.#sendings.length; next < attempts.length; next++) {
      const attempt = attempts[next];
      if (attempt !== undefined) this.#sendings.push(this.#group(attempt));
    }
  }

  /** Finds the logical event of each entry of an attempt. */
  #group(attempt: JournalAttempt): readonly Sending[] {
    const before = attempt.call.attempts[attempt.number - 2];
    const repeated = before === undefined ? undefined : this.#sendings[before.request - 1];
    if (repeated !== undefined && repeated.length === attempt.entries.length)
      return repeated.map(({ event }, index) =>
        this.#resend(event, attempt, attempt.entries[index] ?? event.entry),
      );

    // All before any is grouped: `identify` may throw, and is asked again next time.
    const identities = attempt.entries.map((entry) => this.identityOf(entry));
    const resendable = new Map<EqualEvents, Iterator<LogicalEvent>>();
    return attempt.entries.map((entry, index) => {
      const identity = identities[index] ?? '';
      const equal = this.#equal(identity);
      const event = this.#resent(equal, attempt, resendable);
      if (event !== undefined) return this.#resend(event, attempt, entry);
      const created = new LogicalEvent(attempt, entry, identity);
      equal.add(created);
      this.#events.push(created);
      return created.sendings[0];
    });
  }

  #resend(event: LogicalEvent, attempt: JournalAttempt, entry: SentEntry): Sending {
    this.#resentEvents.add(event);
    return event.add(attempt, entry);
  }

  /** The event that an entry is a resend of, if any. */
  #resent(
    equal: EqualEvents,
    attempt: JournalAttempt,
    resendable: Map<EqualEvents, Iterator<LogicalEvent>>,
  ): LogicalEvent | undefined {
    if (this.#deps.identify !== undefined) return equal.first;
    const known = resendable.get(equal);
    const events = known ?? equal.byPriority(attempt);
    if (known === undefined) resendable.set(equal, events);
    const next = events.next();
    return next.done ? undefined : next.value;
  }

  #equal(identity: string): EqualEvents {
    const known = this.#byIdentity.get(identity);
    if (known !== undefined) return known;
    const equal = new EqualEvents();
    this.#byIdentity.set(identity, equal);
    return equal;
  }
}
