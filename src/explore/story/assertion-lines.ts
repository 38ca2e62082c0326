import type { Sending } from '../../journal/logical-events/logical-event.js';
import type { RunRecord } from '../search/running/run-record.js';
import type { ShownFinding } from '../search/stories/shrink.js';
import type { RunFinding } from '../verdict/run-finding.js';
import type { TestContext } from './test-context.js';

/** The part of a test after the publisher was started: how the clock goes on, and what must hold then. */
export interface AssertionLines {
  readonly advance: readonly string[];
  readonly assert: readonly string[];
}

/** A publisher that comes to an end has done so after so many timers. */
const MAX_TIMERS = 300;

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
      return { advance: toTheEnd, assert: [settled, `eb.${duplicateAssertion(finding, run)}();`] };
    case 'resent':
      return { advance: toTheEnd, assert: [settled, 'eb.assertOnlyFailedEntriesResent();'] };
    case 'not-retried':
      return { advance: toTheEnd, assert: [settled, 'eb.assertNoEventLost();'] };
    case 'crashed':
      return unhandledRejection(timers, toTheEnd);
    case 'hung':
      return {
        advance: [
          'let isSettled = false;',
          'void publishing.then(() => {',
          '  isSettled = true;',
          '});',
          `for (let timer = 1; timer <= ${MAX_TIMERS} && !isSettled; timer++)`,
          `  await ${timers}.advanceTimersToNextTimerAsync();`,
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

/** Jest fails a test in which a rejection is not handled; Vitest fails the run, and not the test. */
function unhandledRejection(timers: TestContext['timers'], toTheEnd: readonly string[]): AssertionLines {
  const assert = ['await publishing;', 'await new Promise(setImmediate);'];
  if (timers === 'jest') return { advance: toTheEnd, assert };
  return {
    advance: [
      'const unhandled: unknown[] = [];',
      "process.once('unhandledRejection', (error) => unhandled.push(error));",
      ...toTheEnd,
    ],
    assert: [...assert, 'expect(unhandled).toEqual([]);'],
  };
}

/** Where a response is lost, a correct publisher leaves duplicates too: then only what was known to be accepted counts. */
function duplicateAssertion({ guilty }: RunFinding, { logicalEvents }: RunRecord): string {
  const isLost = ({ accepted, isAnswered }: Sending) => accepted !== undefined && !isAnswered;
  const losesResponse = logicalEvents.all.some(({ sendings }) => sendings.some(isLost));
  const wasKnown = guilty.some(({ event, attempt }) =>
    event.sendings.some((earlier) => earlier.wasKnownAcceptedBefore(attempt)),
  );
  return losesResponse && wasKnown ? 'assertOnlyFailedEntriesResent' : 'assertNoDuplicates';
}

/** The calls that send an event for the first time. */
function callsBeforeRetries({ logicalEvents }: ShownFinding['run']): number {
  return new Set(logicalEvents.all.map(({ sendings }) => sendings[0].attempt.call)).size;
}
