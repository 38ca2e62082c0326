import { RUNNER } from '../../base/symbols.js';

/** For whose runner a test is printed; `other` is any that runs in Node. */
export type TestRunner = 'jest' | 'vitest' | 'mocha' | 'node-test' | 'other';

/** The runner of this process: the one whose set-up was called, or what it is known by. */
export function testRunner(): TestRunner {
  const { env } = process;
  const home = globalThis as { [RUNNER]?: TestRunner };
  if (home[RUNNER] !== undefined) return home[RUNNER];
  // Mocha sets no environment variable. No other runner has a global `before` that takes hooks.
  if (hasGlobal('before') && hasGlobal('it')) return 'mocha';
  if (env['VITEST'] !== undefined) return 'vitest';
  if (env['NODE_TEST_CONTEXT'] !== undefined) return 'node-test';
  return env['JEST_WORKER_ID'] === undefined ? 'other' : 'jest';
}

function hasGlobal(name: string): boolean {
  return typeof Reflect.get(globalThis, name) === 'function';
}
