import { describeError } from './words/describe-value.js';

/**
 * Warns of what a function of the test threw when its test had ended. It must not vanish, and the test that runs now must
 * not fail for it.
 * @param callback what threw: `the target of the rule "r" on default (declared at …)`
 * @param wait how that test can wait for it
 */
export function warnOfLateError(callback: string, error: unknown, wait: string): void {
  console.warn(
    `fake-eventbridge: ${callback} threw ${describeError(error)}\nIt threw after eb.reset() or eb.clear() had ended its test. Call ${wait} in that test.`,
  );
}
