import { freezeDeep } from '../json.js';
import { putEventsAnswer } from '../service/answer.js';
import type { JournalAttempt, JournalCall } from './attempt.js';
import type { Journal } from './journal.js';
import type { AttemptRecord, CallRecord, EventRecord, RejectedEntry } from './records.js';

/** The journal as a test reads it: frozen records, made when asked for, and the same ones until more is written. */
export class Snapshots {
  readonly #journal: Journal;
  readonly #made = new Map<string, { version: number; records: readonly unknown[] }>();

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  get events(): readonly EventRecord[] {
    return this.#upToDate('events', () => this.#journal.events.map(({ record }) => record));
  }

  get dropped(): readonly EventRecord[] {
    return this.#upToDate('dropped', () => this.#journal.dropped.map(({ record }) => record));
  }

  get rejected(): readonly RejectedEntry[] {
    return this.#upToDate('rejected', () =>
      this.#journal.calls.flatMap(({ attempts }) => attempts.flatMap(rejectedIn)),
    );
  }

  get calls(): readonly CallRecord[] {
    return this.#upToDate('calls', () => this.#journal.calls.map(callRecord));
  }

  #upToDate<T>(name: string, make: () => T[]): readonly T[] {
    const { version } = this.#journal;
    const made = this.#made.get(name);
    if (made?.version === version) return made.records as readonly T[];
    const records = Object.freeze(make());
    this.#made.set(name, { version, records });
    return records;
  }
}

function rejectedIn({ call, number, outcomes }: JournalAttempt): RejectedEntry[] {
  return (outcomes ?? []).flatMap(({ entry, error }, index) =>
    error === undefined
      ? []
      : [
          freezeDeep({
            entry,
            errorCode: error.code,
            errorMessage: error.message,
            call: call.number,
            attempt: number,
            index,
          }),
        ],
  );
}

function callRecord({ number, attempts }: JournalCall): CallRecord {
  const last = attempts.at(-1);
  return freezeDeep({ number, attempts: attempts.map(attemptRecord), outcome: last?.outcome ?? 'pending' });
}

function attemptRecord(attempt: JournalAttempt): AttemptRecord {
  const { number, request, entries, outcome, outcomes, fault, ending, backoff } = attempt;
  return {
    number,
    request,
    entries,
    outcome,
    ...endingOf(attempt),
    ...(outcomes !== undefined && { results: putEventsAnswer(outcomes).Entries }),
    ...(ending?.kind === 'no-answer' && { error: errorOf(ending.error) }),
    ...(fault !== undefined && { fault: fault.label }),
    backoff,
  };
}

/** The status and the answer that arrived. */
function endingOf({ ending, outcomes }: JournalAttempt): Pick<AttemptRecord, 'status' | 'answer'> {
  switch (ending?.kind) {
    case 'results':
      return { status: 200, answer: putEventsAnswer(outcomes ?? []) };
    case 'error': {
      const { status, code, message } = ending;
      return { status, answer: message === undefined ? { code } : { code, message } };
    }
    case 'garbled':
      return { status: ending.status };
    default:
      return {};
  }
}

function errorOf(error: Error): { name: string; code?: string; message: string } {
  const { name, message } = error;
  return 'code' in error && typeof error.code === 'string'
    ? { name, code: error.code, message }
    : { name, message };
}
