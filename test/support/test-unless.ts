import { test } from '@jest/globals';

/**
 * `test`, or what skips it with a reason, which the run prints at its end.
 * @param missing what the test needs and this machine does not have; `undefined` when nothing is missing
 */
export function testUnless(missing: string | undefined): (title: string, run: () => unknown) => void {
  return missing === undefined
    ? (title, run) => test(title, async () => void (await run()))
    : (title, run) => test.skip(`${title} (skipped: ${missing})`, async () => void (await run()));
}
