import { FakeEventBridgeError } from './errors.js';
import { warnOfLateError } from './late-error.js';
import { describeError } from './words/describe-value.js';

/**
 * Errors that functions of the test threw while a request was served: a predicate of a fault, the `clock`, a schema. Thrown into
 * the code under test, a `catch` there would hide them; so they wait for the next assertion.
 */
export class CallbackErrors {
  /** How often the errors were cleared: what is thrown later belongs to another test. */
  #life = 0;
  #waiting: { readonly error: unknown; readonly callback: string }[] = [];

  /**
   * Runs a function of the test.
   * @param callback what it is, for the message: `the match of failEntry(match, "X") (declared at …)`
   * @returns its result, or `fallback` when it throws
   */
  guard<T>(run: () => T, fallback: T, callback: () => string): T {
    try {
      return run();
    } catch (error) {
      this.add(error, callback());
      return fallback;
    }
  }

  /** @param callback what threw, as for `guard` */
  add(error: unknown, callback: string): void {
    this.#waiting.push({ error, callback });
  }

  /**
   * For a function that throws later: after `clear()` its error is only warned of.
   * @param wait how a test can wait for it
   */
  adderOfNow(wait: string): (error: unknown, callback: string) => void {
    const life = this.#life;
    return (error, callback) => {
      if (life === this.#life) this.add(error, callback);
      else warnOfLateError(callback, error, wait);
    };
  }

  /** @throws {FakeEventBridgeError} with the first error as its cause, once */
  throwFirst(): void {
    const [first] = this.#waiting;
    if (first === undefined) return;
    this.#waiting = [];
    const { error, callback } = first;
    const reason = describeError(error);
    throw new FakeEventBridgeError(
      'ERR_CALLBACK_THREW',
      `${callback} threw ${reason}\n\nThe request was served without it. Fix the function: it must not throw.`,
      { cause: error },
    );
  }

  clear(): void {
    this.#life++;
    this.#waiting = [];
  }
}
