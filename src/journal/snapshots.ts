import { declaredAt } from '../base/call-site.js';
import { freezeDeep } from '../base/json/json.js';
import { putEventsAnswer } from '../service/answer.js';
import type { EventRecord } from '../service/event-record.js';
import type { SentEntry } from '../service/sent-entry.js';
import type { JournalAttempt, JournalCall } from './attempt.js';
import type { Journal, Rejection } from './journal.js';
import { RecordList } from './record-list.js';
import type { AttemptRecord, CallRecord, RejectedEntry } from './records.js';

/** The journal as a test reads it: frozen records, made when somebody reads them, and the same ones until they change. */
export class Snapshots {
  readonly #journal: Journal;
  readonly #events = new RecordList<SentEntry, EventRecord>(({ eventRecord }) => eventRecord);
  readonly #dropped = new RecordList<SentEntry, EventRecord>(({ eventRecord }) => eventRecord);
  readonly #rejected = new RecordList(cached(rejectedEntry, () => 0));
  readonly #calls = new RecordList(cached(callRecord, ({ version }) => version));

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  get events(): readonly EventRecord[] {
    return this.#events.read(this.#journal.events);
  }

  get dropped(): readonly EventRecord[] {
    return this.#dropped.read(this.#journal.dropped);
  }

  get rejected(): readonly RejectedEntry[] {
    return this.#rejected.read(this.#journal.rejected);
  }

  get calls(): readonly CallRecord[] {
    return this.#calls.read(this.#journal.calls, this.#journal.version);
  }
}

/** Remembers what it made of an object until the object's version changes. */
function cached<Item extends object, Made>(
  make: (item: Item) => Made,
  versionOf: (item: Item) => number,
): (item: Item) => Made {
  const known = new WeakMap<Item, { readonly version: number; readonly made: Made }>();
  return (item) => {
    const version = versionOf(item);
    const before = known.get(item);
    if (before?.version === version) return before.made;
    const made = make(item);
    known.set(item, { version, made });
    return made;
  };
}

function rejectedEntry({ attempt: { call, number: attempt }, entry }: Rejection): RejectedEntry {
  const { code: errorCode = '', message: errorMessage = '' } = entry.error ?? {};
  return freezeDeep({
    entry: entry.entry,
    errorCode,
    errorMessage,
    call: call.number,
    attempt,
    index: entry.index,
  });
}

function callRecord({ number, attempts }: JournalCall): CallRecord {
  const last = attempts.at(-1);
  return freezeDeep({ number, attempts: attempts.map(attemptRecord), outcome: last?.outcome ?? 'pending' });
}

function attemptRecord(attempt: JournalAttempt): AttemptRecord {
  const { number, request, entries, outcome, fault, ending, backoff } = attempt;
  const answer = attempt.hasResults
    ? putEventsAnswer(entries.flatMap(({ result }) => (result === undefined ? [] : [result])))
    : undefined;
  return {
    number,
    request,
    entries: entries.map(({ entry }) => entry),
    outcome,
    ...(ending?.kind === 'results' && { status: 200, ...(answer !== undefined && { answer }) }),
    ...(ending?.kind === 'garbled' && { status: ending.status }),
    ...(ending?.kind === 'error' && {
      status: ending.status,
      answer: {
        code: ending.code,
        ...(ending.message !== undefined && { message: ending.message }),
      },
    }),
    ...(answer !== undefined && { results: answer.Entries }),
    ...(ending?.kind === 'no-answer' && { error: errorOf(ending.error) }),
    ...(fault !== undefined && { fault: `${fault.declaration}${declaredAt(fault.site?.location)}` }),
    backoff: backoff?.milliseconds ?? 0,
  };
}

function errorOf(error: Error): { name: string; code?: string; message: string } {
  const { name, message } = error;
  return 'code' in error && typeof error.code === 'string'
    ? { name, code: error.code, message }
    : { name, message };
}
