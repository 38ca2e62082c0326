import type { RunRecord } from '../search/running/run-record.js';
import type { TestContext } from './test-context.js';

/** Longer than any wait of a publisher, and shorter than the delay of an answer that never comes. */
const HOUR_MS = 3_600_000;

/** The part of a test in which the process dies and is started again. */
export interface CrashLines {
  /** Faults beside those of the decisions. */
  readonly faults: readonly string[];
  /** From the call of the publisher to the second start. */
  readonly publishing: readonly string[];
  /** Whether a line counts the requests so far. */
  readonly countsRequests: boolean;
}

/** Starts the publisher, and keeps how it ends. */
export function publishingLine(call: string): string {
  return `const publishing = Promise.allSettled([${call}]);`;
}

/**
 * The lines of a run whose process died. Nothing is answered from then on, and no timer of it fires.
 * @param call how the test publishes
 */
export function crashLines(
  { decisions, requestsBeforeRestart = 0 }: RunRecord,
  { lines }: Pick<TestContext, 'lines'>,
  call: string,
): CrashLines | undefined {
  const crash = decisions.find(({ failure }) => failure.effect.level === 'process');
  if (crash === undefined) return undefined;
  const othersFollow = requestsBeforeRestart > crash.request;
  return {
    faults: othersFollow
      ? [
          'let isRestarted = false;',
          `eb.hold().always().when(() => !isRestarted && requests() > ${crash.request});`,
        ]
      : [],
    publishing: [
      `void Promise.resolve(${call}).catch(() => {});`,
      lines.advanceBy(HOUR_MS),
      '// The process dies here, and its timers with it. `restart` is the function that exploreFailures was given.',
      ...lines.clearTimers,
      ...(othersFollow ? ['isRestarted = true;'] : []),
      publishingLine('restart()'),
    ],
    countsRequests: othersFollow,
  };
}
