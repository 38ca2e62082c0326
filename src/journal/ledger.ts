import type { AcceptedEvent, PutEventsEntry } from '../service/put-events-types.js';
import type { JournalAttempt } from './attempt.js';
import type { JournalEvent } from './event.js';
import { identityByUser, identityOf } from './identity.js';
import type { Journal } from './journal.js';
import { LogicalEvent, type Sending } from './logical-event.js';

/** What the ledger needs of the fake's settings. */
export interface LedgerSettings {
  readonly account: string;
  readonly region: string;
  readonly identify: ((entry: PutEventsEntry) => string) | undefined;
}

/**
 * What became of every logical event: the entries of all requests, sorted by what the publisher meant to send once.
 * It is made from the journal when somebody asks, so that calls cost nothing more.
 *
 * - An attempt of the SDK repeats its call's request: each entry is the one at the same place before.
 * - In another call, an entry equal to an earlier one is that one sent again. Of several equal ones, those that failed
 *   come first: a publisher that sends the failed ones again must not look as if it had sent the others.
 * - Equal entries of one request are different events, unless the option `identify` says that they are one.
 */
export class Ledger {
  readonly #journal: Journal;
  readonly #settings: LedgerSettings;
  #version = -1;
  #events: LogicalEvent[] = [];
  #sendings = new Map<JournalAttempt, readonly Sending[]>();
  #attempts: readonly JournalAttempt[] = [];
  #journalEvents: Map<AcceptedEvent, JournalEvent> | undefined;

  constructor(journal: Journal, settings: LedgerSettings) {
    this.#journal = journal;
    this.#settings = settings;
  }

  /** Every logical event, in the order in which they were sent first. */
  get events(): readonly LogicalEvent[] {
    this.#bringUpToDate();
    return this.#events;
  }

  /** Every attempt, in the order in which their requests came in. */
  get attempts(): readonly JournalAttempt[] {
    this.#bringUpToDate();
    return this.#attempts;
  }

  /** The entries of an attempt as sendings of logical events. */
  sendingsIn(attempt: JournalAttempt): readonly Sending[] {
    this.#bringUpToDate();
    return this.#sendings.get(attempt) ?? [];
  }

  /** The logical event that an entry would be: those sent with its identity. */
  identityOf(entry: PutEventsEntry, region = this.#settings.region): string {
    const { identify, account } = this.#settings;
    return identify === undefined ? identityOf(entry, region, account) : identityByUser(identify, entry);
  }

  /** The published event of a sending that a bus has. */
  publishedAs(sending: Sending): JournalEvent | undefined {
    this.#bringUpToDate();
    this.#journalEvents ??= new Map(this.#journal.events.map((event) => [event.accepted, event]));
    return sending.accepted === undefined ? undefined : this.#journalEvents.get(sending.accepted);
  }

  #bringUpToDate(): void {
    if (this.#version === this.#journal.version) return;
    this.#version = -1;
    this.#events = [];
    this.#sendings = new Map();
    this.#journalEvents = undefined;
    this.#attempts = this.#journal.calls
      .flatMap(({ attempts }) => attempts)
      .sort((a, b) => a.request - b.request);
    const known = new Map<string, LogicalEvent[]>();
    for (const attempt of this.#attempts) this.#sendings.set(attempt, this.#sort(attempt, known));
    this.#version = this.#journal.version;
  }

  /** Finds the logical event of each entry of an attempt. */
  #sort(attempt: JournalAttempt, known: Map<string, LogicalEvent[]>): Sending[] {
    const before = attempt.call.attempts[attempt.number - 2];
    const repeated = before === undefined ? undefined : this.#sendings.get(before);
    if (repeated !== undefined && repeated.length === attempt.entries.length)
      return repeated.map(({ event }, index) => event.add(attempt, index));

    const taken = new Set<LogicalEvent>();
    return attempt.entries.map((entry, index) => {
      const identity = this.identityOf(entry, attempt.region);
      const equal = known.get(identity) ?? [];
      if (equal.length === 0) known.set(identity, equal);
      const event = this.#settings.identify === undefined ? leastContent(equal, taken) : equal[0];
      if (event !== undefined) {
        taken.add(event);
        return event.add(attempt, index);
      }
      const fresh = new LogicalEvent();
      equal.push(fresh);
      taken.add(fresh);
      this.#events.push(fresh);
      return fresh.add(attempt, index);
    });
  }
}

function leastContent(
  events: readonly LogicalEvent[],
  taken: ReadonlySet<LogicalEvent>,
): LogicalEvent | undefined {
  let best: LogicalEvent | undefined;
  for (const event of events) {
    if (taken.has(event)) continue;
    if (best === undefined || event.contentment < best.contentment) best = event;
  }
  return best;
}
