import { ERROR } from './symbols.js';
import { count } from './words/english.js';
import { escapeControls } from './words/excerpt.js';

/** What went wrong, for programs; the message is for people. */
export type FakeEventBridgeErrorCode =
  /** An option, a match, a fault or a rule was written in a way that cannot work. */
  | 'ERR_WRONG_USE'
  /** `install`, `attach` or a stub was given something that is not a client of EventBridge. */
  | 'ERR_NOT_A_CLIENT'
  /** A class or client is already connected to another fake. */
  | 'ERR_ALREADY_INSTALLED'
  /** A client that is not connected tried to send a request to EventBridge. */
  | 'ERR_NOT_CONNECTED'
  /** A function of the test, such as the predicate of a fault, threw while a request was served. */
  | 'ERR_CALLBACK_THREW';

/**
 * The error of every wrong use of the library. A failed assertion is not one of these: it throws an
 * `EventAssertionError`.
 *
 * `instanceof` works across the ESM and the CommonJS copy of the package and across `jest.resetModules()`.
 *
 * @example
 * ```ts
 * import { FakeEventBridgeError, fakeEventBridge } from 'fake-eventbridge';
 *
 * try {
 *   fakeEventBridge().failEntry('any', 'InternalFailure').times(0);
 * } catch (error) {
 *   if (error instanceof FakeEventBridgeError) console.log(error.code); // ERR_WRONG_USE
 * }
 * ```
 */
export class FakeEventBridgeError extends Error {
  readonly code: FakeEventBridgeErrorCode;

  constructor(code: FakeEventBridgeErrorCode, message: string, options?: ErrorOptions) {
    super(escapeControls(message), options);
    this.code = code;
  }

  override get name(): string {
    return 'FakeEventBridgeError';
  }

  /** @internal */
  get [ERROR](): true {
    return true;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && ERROR in value;
  }
}

/**
 * An error about something that was written wrong: what, and how to write it.
 * @internal
 */
export function wrongUse(message: string, options?: ErrorOptions): FakeEventBridgeError {
  return new FakeEventBridgeError('ERR_WRONG_USE', message, options);
}

/**
 * Refuses arguments that a method would ignore: whoever passes one believes that it has an effect.
 * @param parameters what the method takes, by name
 * @internal
 */
export function refuseExtraArguments(
  method: string,
  parameters: readonly string[],
  args: readonly unknown[],
): void {
  if (args.length <= parameters.length) return;
  const takes = parameters.length === 0 ? 'no arguments' : `only ${parameters.join(' and ')}`;
  throw wrongUse(
    `${method} takes ${takes}, but it was called with ${count(args.length, 'argument')}: ${method}(${parameters.join(', ')}).`,
  );
}

/**
 * What a thrown value says: a function of the test may throw anything.
 * @internal
 */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
