import { ASSERTION_ERROR } from '../base/symbols.js';

/**
 * An assertion about events failed. Any runner prints its message.
 *
 * It is not Node's own `AssertionError`: Jest rewrites the message of that one, and of every error of that name.
 */
export class EventAssertionError extends Error {
  override readonly name = 'EventAssertionError';

  /** @internal */
  get [ASSERTION_ERROR](): true {
    return true;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && ASSERTION_ERROR in value;
  }
}
