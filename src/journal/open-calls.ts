import type { SentEntry } from '../service/sent-entry.js';
import type { JournalAttempt, JournalCall } from './attempt.js';

/** Which attempt of which `send` a request says it is. */
export interface AttemptId {
  /** The SDK gives all attempts of one `send` the same id. */
  readonly invocationId: string | undefined;
  /** Counted from 1. */
  readonly attempt: number | undefined;
}

/**
 * The calls that may still be retried. The invocation id alone does not tell them apart, because tests mock
 * `crypto.randomUUID` to a constant: the first attempt starts a call, and a later one has to carry the entries of the
 * attempt before it.
 */
export class OpenCalls {
  readonly #byId = new Map<string, JournalCall[]>();

  /** The call that a request is a further attempt of. */
  find({ invocationId, attempt }: AttemptId, entries: readonly SentEntry[]): JournalCall | undefined {
    if (invocationId === undefined || attempt === 1) return undefined;
    const fitting = (this.#byId.get(invocationId) ?? []).filter(({ attempts }) => {
      const last = attempts.at(-1);
      return last !== undefined && isNext(last, attempt) && haveEqualEntries(last.entries, entries);
    });
    // The SDK retries what has failed: of two equal calls that is the one whose last attempt has ended.
    return fitting.find(({ attempts }) => attempts.at(-1)?.ending !== undefined) ?? fitting[0];
  }

  add(invocationId: string | undefined, call: JournalCall): void {
    if (invocationId === undefined || call.invocationId !== undefined) return;
    call.invocationId = invocationId;
    const calls = this.#byId.get(invocationId);
    if (calls === undefined) this.#byId.set(invocationId, [call]);
    else calls.push(call);
  }

  delete(call: JournalCall): void {
    const { invocationId } = call;
    const calls = invocationId === undefined ? undefined : this.#byId.get(invocationId);
    if (invocationId === undefined || calls === undefined) return;
    call.invocationId = undefined;
    if (calls.length === 1) this.#byId.delete(invocationId);
    else calls.splice(calls.indexOf(call), 1);
  }
}

/** A client that does not number its attempts may be making any. */
function isNext({ number }: JournalAttempt, attempt: number | undefined): boolean {
  return attempt === undefined || attempt === number + 1;
}

function haveEqualEntries(one: readonly SentEntry[], other: readonly SentEntry[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ raw }, index) => JSON.stringify(raw) === JSON.stringify(other[index]?.raw))
  );
}
