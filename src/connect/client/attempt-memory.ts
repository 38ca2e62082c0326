import type { JournalAttempt } from '../../journal/attempt.js';

/** Remembers which attempt each error and each error response of a client came from. */
export class AttemptMemory {
  readonly #attempts = new WeakMap<object, JournalAttempt>();

  remember(errorOrResponse: object, attempt: JournalAttempt | undefined): void {
    if (attempt !== undefined) this.#attempts.set(errorOrResponse, attempt);
  }

  /** The attempt behind an error of the SDK's pipeline: an error of the connection, or one made of a response. */
  attemptOf(error: unknown): JournalAttempt | undefined {
    if (!isObjectLike(error)) return undefined;
    const response: unknown = '$response' in error ? error.$response : undefined;
    return this.#attempts.get(error) ?? (isObjectLike(response) ? this.#attempts.get(response) : undefined);
  }
}

function isObjectLike(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
