import type { ShownFinding } from '../search/shrink.js';
import { assertionLines } from './assertion-lines.js';
import { describeDecisions } from './describe-decisions.js';
import { faultLines } from './fault-lines.js';
import type { TestContext } from './test-context.js';

/** A test in the public API that fails as long as the publisher has the defect. */
export function testToPaste(shown: ShownFinding, context: TestContext): string {
  const { run, finding, decisions } = shown;
  const { timers, events } = context;
  const call = context.call ?? `publish(${events ?? ''})`;
  const { lines, countsRequests } = faultLines(run);
  const hasCrashed = decisions.some(({ failure }) => failure.effect.level === 'process');
  const { advance, assert } = assertionLines(shown, context);
  const publishing = hasCrashed
    ? [
        `  void Promise.resolve(${call}).catch(() => {});`,
        `  await ${timers}.advanceTimersByTimeAsync(0);`,
        '  // The process dies here, and is started again.',
        '  const publishing = Promise.resolve(restart()).then(result, rejection);',
      ]
    : [`  const publishing = Promise.resolve(${call}).then(result, rejection);`];
  return [
    `test('${nameOf(shown)}', async () => {`,
    `  // When ${describeDecisions(decisions)}.`,
    `  ${timers}.useFakeTimers();`,
    ...(countsRequests
      ? ['  const requests = () => eb.calls.reduce((sum, { attempts }) => sum + attempts.length, 0);']
      : []),
    '  const result = (value: unknown) => ({ isRejected: false, value });',
    '  const rejection = (error: unknown) => ({ isRejected: true, value: error });',
    ...lines,
    ...publishing,
    ...advance.map((line) => `  ${line}`),
    `  ${timers}.useRealTimers();`,
    ...assert.map((line) => `  ${line}`),
    '});',
  ]
    .filter((line, _, all) => !isUnused(line, all))
    .join('\n');

  /** The helpers are left out where the assertion does not need them. */
  function isUnused(line: string, all: readonly string[]): boolean {
    const helper = /^ {2}const (result|rejection) = /.exec(line)?.[1];
    return helper !== undefined && !all.some((other) => other !== line && other.includes(helper));
  }
  function nameOf(_: ShownFinding): string {
    return NAMES[finding.kind];
  }
}

const NAMES: Readonly<Record<ShownFinding['finding']['kind'], string>> = {
  lost: 'publishes every event, or tells the caller',
  'logged-only': 'publishes every event, or tells the caller',
  duplicated: 'publishes no event twice',
  resent: 'resends only failed entries',
  hung: 'comes to an end',
  crashed: 'leaves no rejection unhandled',
  'retried-in-vain': 'does not retry what cannot succeed',
  'not-retried': 'retries what can succeed',
  wait: 'waits before it resends',
  attempts: 'does not send an event too often',
  'unavoidable-duplicate': 'publishes an event twice when its response is lost',
  surfaced: 'tells the caller what was not published',
  unknown: 'does the same each time',
};
