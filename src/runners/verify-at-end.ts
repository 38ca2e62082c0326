import { isThenable } from '../base/is-thenable.js';

/** A test of Mocha: its function takes a callback, returns a promise, or neither. */
interface MochaTest {
  fn?: unknown;
}

type TestFunction = (this: unknown, done?: (error?: unknown) => void) => unknown;

const verifying = new WeakMap<() => void, WeakSet<object>>();

/**
 * Makes a test of Mocha call `verify` when it has passed. In an `afterEach`, a failing `verify` would end the whole suite:
 * Mocha skips all tests after a hook that throws.
 */
export function verifyAtEndOf(test: MochaTest | undefined, verify: () => void): void {
  const fn = test?.fn;
  // A retried test is a copy of the one before, with the same function.
  if (test === undefined || !isTestFunction(fn) || verifying.get(verify)?.has(fn)) return;
  test.fn = fn.length > 0 ? verifiedCallback(fn, verify) : verified(fn, verify);
  const functions = verifying.get(verify) ?? new WeakSet();
  verifying.set(verify, functions.add(test.fn as object));
}

function verifiedCallback(fn: TestFunction, verify: () => void): TestFunction {
  return function (this: unknown, done) {
    return fn.call(this, (error) => {
      if (error) return done?.(error);
      try {
        verify();
      } catch (failure) {
        return done?.(failure);
      }
      done?.();
    });
  };
}

function verified(fn: TestFunction, verify: () => void): TestFunction {
  return function (this: unknown) {
    const returned = fn.call(this);
    if (isThenable(returned)) return returned.then(verify);
    verify();
    return returned;
  };
}

function isTestFunction(value: unknown): value is TestFunction {
  return typeof value === 'function';
}
