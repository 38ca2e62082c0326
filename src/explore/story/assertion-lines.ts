import type { Sending } from '../../journal/logical-events/logical-event.js';
import type { RunRecord } from '../search/running/run-record.js';
import type { ShownFinding } from '../search/stories/shrink.js';
import type { RunFinding } from '../verdict/run-finding.js';
import type { RunnerLines } from './runner-lines.js';
import type { TestContext } from './test-context.js';

/** The part of a test after the publisher was started: how the clock goes on, and what must hold then. */
export interface AssertionLines {
  readonly advance: readonly string[];
  readonly assert: readonly string[];
}

/** Passes with a correct publisher, and fails with the defect that was found. */
export function assertionLines(
  { finding, run, expected }: ShownFinding,
  context: TestContext,
): AssertionLines {
  const { lines, limits, isSurfacedByResult } = context;
  const { toTheEnd } = lines;
  const settled = 'await publishing;';
  switch (finding.kind) {
    case 'lost':
    case 'logged-only': {
      const knowledge = isSurfacedByResult
        ? [
            '// `surfaced` is the function that exploreFailures was given: what it returns is not lost.',
            'const [outcome] = await publishing;',
            "const surfacedEvents = outcome.status === 'rejected' || surfaced(outcome.value);",
            'const callerKnows = Array.isArray(surfacedEvents) ? surfacedEvents.length > 0 : Boolean(surfacedEvents);',
          ]
        : [
            '// A publisher that cannot publish an event has to reject.',
            'const [outcome] = await publishing;',
          ];
      const resolves = isSurfacedByResult ? '!callerKnows' : "outcome.status === 'fulfilled'";
      const assert = [...knowledge, `if (${resolves}) eb.assertNoEventLost(${expected});`];
      return { advance: toTheEnd, assert };
    }
    case 'duplicated':
      return { advance: toTheEnd, assert: [settled, `eb.${duplicateAssertion(finding, run)}();`] };
    case 'resent':
      return { advance: toTheEnd, assert: [settled, 'eb.assertOnlyFailedEntriesResent();'] };
    case 'not-retried':
      return { advance: toTheEnd, assert: [settled, 'eb.assertNoEventLost();'] };
    case 'crashed':
      return unhandledRejection(lines);
    case 'hung':
      return {
        advance: [
          'let isSettled = false;',
          'void publishing.then(() => {',
          '  isSettled = true;',
          '});',
          ...lines.untilSettled,
        ],
        assert: [lines.equal('isSettled', 'true')],
      };
    case 'retried-in-vain':
      return {
        advance: toTheEnd,
        assert: [settled, lines.hasLength('eb.calls', callsBeforeRetries(run))],
      };
    case 'wait': {
      const { min, max } = limits.wait;
      const calls = callsBeforeRetries(run);
      return {
        advance: [
          lines.advanceBy(finding.isTooLong === true ? max : Math.max(min - 1, 0)),
          'const calls = eb.calls.length;',
          ...toTheEnd,
        ],
        assert: [
          settled,
          finding.isTooLong === true
            ? lines.equal('calls', String(calls + 1))
            : lines.isAtMost('calls', calls),
        ],
      };
    }
    case 'attempts':
      return {
        advance: toTheEnd,
        assert: [
          settled,
          'for (const { sendings } of [...eb.unsettled(), ...eb.duplicates()])',
          `  ${lines.isAtMost('sendings.length', limits.attempts)}`,
        ],
      };
    default:
      return { advance: toTheEnd, assert: [settled] };
  }
}

/** Where the runner fails the run and not the test, the test listens itself. */
function unhandledRejection({ toTheEnd, failsTestOfUnhandled, equal }: RunnerLines): AssertionLines {
  const assert = ['await publishing;', 'await new Promise(setImmediate);'];
  if (failsTestOfUnhandled) return { advance: toTheEnd, assert };
  return {
    advance: [
      'const unhandled = Array.of();',
      "process.once('unhandledRejection', (error) => unhandled.push(error));",
      ...toTheEnd,
    ],
    assert: [...assert, equal('unhandled', '[]')],
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
