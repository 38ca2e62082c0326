import { freezeDeep } from '../base/json.js';
import { putEventsAnswer } from '../service/answer.js';
import type { JournalAttempt, JournalCall } from './attempt.js';
import type { JournalEvent } from './event.js';
import { GrownList } from './grown-list.js';
import type { Journal, Rejection } from './journal.js';
import type { AttemptRecord, CallRecord, EventRecord, RejectedEntry } from './records.js';

/**
 * The journal as a test reads it: frozen records, made when asked for, and the same ones until more is written. What was
 * made before is kept, so that a test may look after each of very many calls.
 */
export class Snapshots {
  readonly #journal: Journal;
  readonly #events = new GrownList<JournalEvent, EventRecord>(({ record }) => record);
  readonly #dropped = new GrownList<JournalEvent, EventRecord>(({ record }) => record);
  readonly #rejected = new GrownList(rejectedEntry);
  #calls: { readonly version: number; readonly records: readonly CallRecord[] } | undefined;

  /** The records of the first calls, up to one that may still change. */
  #over: { readonly source: readonly JournalCall[]; readonly records: CallRecord[] } = {
    source: [],
    records: [],
  };

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  get events(): readonly EventRecord[] {
    return this.#events.of(this.#journal.events);
  }

  get dropped(): readonly EventRecord[] {
    return this.#dropped.of(this.#journal.dropped);
  }

  get rejected(): readonly RejectedEntry[] {
    return this.#rejected.of(this.#journal.rejected);
  }

  get calls(): readonly CallRecord[] {
    const { version, calls } = this.#journal;
    if (this.#calls?.version === version) return this.#calls.records;
    if (this.#over.source !== calls) this.#over = { source: calls, records: [] };
    const { records } = this.#over;
    for (const call of calls.slice(records.length)) {
      if (!isOver(call)) break;
      records.push(callRecord(call));
    }
    this.#calls = {
      version,
      records: Object.freeze([...records, ...calls.slice(records.length).map(callRecord)]),
    };
    return this.#calls.records;
  }
}

/** What was answered with 200 is never tried again. */
function isOver({ attempts }: JournalCall): boolean {
  return attempts.at(-1)?.ending?.kind === 'results';
}

function rejectedEntry({
  attempt: { call, number: attempt },
  index,
  entry,
  error,
}: Rejection): RejectedEntry {
  const { code: errorCode, message: errorMessage } = error;
  return freezeDeep({ entry, errorCode, errorMessage, call: call.number, attempt, index });
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
