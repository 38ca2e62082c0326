import type { ShownFinding } from '../search/shrink.js';
import type { TestContext } from './test-context.js';

/** The part of a test after the publisher was started: how the clock goes on, and what must hold then. */
export interface AssertionLines {
  readonly advance: readonly string[];
  readonly assert: readonly string[];
}

const DAY_MS = 86_400_000;

/** Passes with a correct publisher, and fails with the defect that was found. */
export function assertionLines(
  { finding, run, expected }: ShownFinding,
  context: TestContext,
): AssertionLines {
  const { timers, limits, isSurfacedByResult } = context;
  const toTheEnd = [`await ${timers}.runAllTimersAsync();`];
  const settled = 'await publishing;';
  switch (finding.kind) {
    case 'lost':
    case 'logged-only': {
      const knowledge = isSurfacedByResult
        ? [
            '// `surfaced` is the function that exploreFailures was given: what it returns is not lost.',
            'const { isRejected, value } = await publishing;',
            'const surfacedEvents = isRejected || surfaced(value);',
            'const callerKnows = Array.isArray(surfacedEvents) ? surfacedEvents.length > 0 : Boolean(surfacedEvents);',
          ]
        : [
            '// A publisher that cannot publish an event has to reject.',
            'const { isRejected: callerKnows } = await publishing;',
          ];
      const assert = [...knowledge, `if (!callerKnows) eb.assertNoEventLost(${expected});`];
      return { advance: toTheEnd, assert };
    }
    case 'duplicated':
      return { advance: toTheEnd, assert: [settled, 'eb.assertNoDuplicates();'] };
    case 'resent':
      return { advance: toTheEnd, assert: [settled, 'eb.assertOnlyFailedEntriesResent();'] };
    case 'not-retried':
      return { advance: toTheEnd, assert: [settled, 'eb.assertNoEventLost();'] };
    case 'crashed':
      return { advance: toTheEnd, assert: [settled, 'await new Promise(setImmediate);'] };
    case 'hung':
      return {
        advance: [
          'let isSettled = false;',
          'void publishing.then(() => {',
          '  isSettled = true;',
          '});',
          `await ${timers}.advanceTimersByTimeAsync(${DAY_MS});`,
        ],
        assert: ['expect(isSettled).toBe(true);'],
      };
    case 'retried-in-vain':
      return {
        advance: toTheEnd,
        assert: [settled, `expect(eb.calls).toHaveLength(${callsBeforeRetries(run)});`],
      };
    case 'wait':
      return {
        advance: [
          `await ${timers}.advanceTimersByTimeAsync(${Math.max(limits.wait.min - 1, 0)});`,
          'const calls = eb.calls.length;',
          ...toTheEnd,
        ],
        assert: [settled, `expect(calls).toBeLessThanOrEqual(${callsBeforeRetries(run)});`],
      };
    case 'attempts':
      return {
        advance: toTheEnd,
        assert: [
          settled,
          'for (const { sendings } of [...eb.unsettled(), ...eb.duplicates()])',
          `  expect(sendings.length).toBeLessThanOrEqual(${limits.attempts});`,
        ],
      };
    default:
      return { advance: toTheEnd, assert: [settled] };
  }
}

/** The calls that send an event for the first time. */
function callsBeforeRetries({ logicalEvents }: ShownFinding['run']): number {
  return new Set(logicalEvents.all.map(({ sendings }) => sendings[0].attempt.call)).size;
}
