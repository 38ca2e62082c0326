import type { SentEntry } from '../service/sent-entry.js';
import type { JournalCall } from './attempt.js';

/** Older calls than this many are not retried any more. */
const MAX_CALLS = 10_000;

/**
 * The calls that may be retried: their last attempt failed, or has not ended. The invocation id alone does not tell
 * them apart, because tests mock `crypto.randomUUID` to a constant. A later attempt has to carry the entries of the
 * attempt before it.
 */
export class RetryableCalls {
  /** In the order in which they became retryable. */
  #calls: JournalCall[] = [];

  /**
   * The call that a request is a further attempt of.
   * @param attempt which one it says it is, counted from 1
   */
  find(
    invocationId: string,
    attempt: number | undefined,
    entries: readonly SentEntry[],
  ): JournalCall | undefined {
    const fitting = this.#calls.filter(
      (call) => call.invocationId === invocationId && isNext(call, attempt) && hasSent(call, entries),
    );
    // The SDK retries what has failed: of two equal calls that is the one whose last attempt has ended.
    return fitting.find(({ attempts }) => attempts.at(-1)?.ending !== undefined) ?? fitting[0];
  }

  add(call: JournalCall): void {
    if (call.invocationId === undefined) return;
    call.isRetryable = true;
    this.#calls.push(call);
    if (this.#calls.length > 2 * MAX_CALLS) this.#calls = this.#calls.slice(-MAX_CALLS);
  }

  delete(call: JournalCall): void {
    call.isRetryable = false;
    // Nearly always it is the last one.
    const index = this.#calls.lastIndexOf(call);
    if (index >= 0) this.#calls.splice(index, 1);
  }
}

/** A client that does not number its attempts may be making any. */
function isNext({ attempts }: JournalCall, attempt: number | undefined): boolean {
  return attempt === undefined || attempt === attempts.length + 1;
}

function hasSent({ attempts }: JournalCall, entries: readonly SentEntry[]): boolean {
  const sent = attempts.at(-1)?.entries ?? [];
  return (
    sent.length === entries.length &&
    sent.every(({ raw }, index) => JSON.stringify(raw) === JSON.stringify(entries[index]?.raw))
  );
}
