import type { TestRunner } from './test-runner.js';

/** How the test to paste is written for a runner. */
export interface RunnerLines {
  /** The function that declares a test. */
  readonly test: 'test' | 'it';
  /** The parameter of the test, where it has the fake timers. */
  readonly context: 't' | '';
  readonly fakeTimers: readonly string[];
  readonly realTimers: string;
  /** Fires all timers, also those that are set meanwhile. */
  readonly toTheEnd: readonly string[];
  advanceBy(milliseconds: number): string;
  /** Goes on until `isSettled`, or for so long that it never will be. */
  readonly untilSettled: readonly string[];
  /** The timers of the process are gone, as when it dies. */
  readonly clearTimers: readonly string[];
  /** Whether the runner fails the test, and not only the run, where a rejection is not handled. */
  readonly failsTestOfUnhandled: boolean;
  equal(actual: string, expected: string): string;
  hasLength(actual: string, length: number): string;
  isAtMost(actual: string, most: number): string;
}

/** The lines for a runner: with the fake timers of Jest and Vitest, and with those of Node everywhere else. */
export function runnerLines(runner: TestRunner): RunnerLines {
  if (runner === 'jest') return withTimersOf('jest');
  if (runner === 'vitest') return withTimersOf('vi');
  if (runner === 'mocha') return { test: 'it', ...withTimersOfNode('mock.timers') };
  return { test: 'test', ...withTimersOfNode(runner === 'node-test' ? 't.mock.timers' : 'mock.timers') };
}

/** A publisher that comes to an end has done so after so many timers. */
const MAX_TIMERS = 300;

function withTimersOf(timers: 'jest' | 'vi'): RunnerLines {
  return {
    test: 'test',
    context: '',
    fakeTimers: [`${timers}.useFakeTimers();`],
    realTimers: `${timers}.useRealTimers();`,
    toTheEnd: [`await ${timers}.runAllTimersAsync();`],
    advanceBy: (milliseconds) => `await ${timers}.advanceTimersByTimeAsync(${milliseconds});`,
    untilSettled: [
      `for (let timer = 1; timer <= ${MAX_TIMERS} && !isSettled; timer++)`,
      `  await ${timers}.advanceTimersToNextTimerAsync();`,
    ],
    clearTimers: [`${timers}.clearAllTimers();`],
    failsTestOfUnhandled: timers === 'jest',
    equal: (actual, expected) => `expect(${actual}).toEqual(${expected});`,
    hasLength: (actual, length) => `expect(${actual}).toHaveLength(${length});`,
    isAtMost: (actual, most) => `expect(${actual}).toBeLessThanOrEqual(${most});`,
  };
}

/**
 * Node's fake timers know neither the next timer nor promises: the test goes on in steps of at most 5 % of the time so far.
 * @param timers the object with the fake timers
 */
function withTimersOfNode(timers: 't.mock.timers' | 'mock.timers'): Omit<RunnerLines, 'test'> {
  const enable = `${timers}.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: Date.now() });`;
  const reset = `${timers}.reset();`;
  const aDay = 'await advance(24 * 3_600_000);';
  return {
    context: timers === 't.mock.timers' ? 't' : '',
    fakeTimers: [
      enable,
      'const advance = async (end = 0) => {',
      `  for (let time = 0, step = 0; ; ${timers}.tick(step), time += step) {`,
      `    for (let turn = 0; turn < 20; turn++, ${timers}.tick(0)) await new Promise(setImmediate);`,
      '    if (time >= end) return;',
      '    step = Math.min(Math.ceil(time / 20) || 1, end - time);',
      '  }',
      '};',
    ],
    realTimers: reset,
    toTheEnd: [aDay],
    advanceBy: (milliseconds) => `await advance(${milliseconds});`,
    untilSettled: [aDay],
    clearTimers: [reset, enable],
    failsTestOfUnhandled: false,
    equal: (actual, expected) => `assert.deepEqual(${actual}, ${expected});`,
    hasLength: (actual, length) => `assert.equal(${actual}.length, ${length});`,
    isAtMost: (actual, most) =>
      `assert.ok(${actual} <= ${most}, \`${actual} is \${${actual}}, more than ${most}\`);`,
  };
}
