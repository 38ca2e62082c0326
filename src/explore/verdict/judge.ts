import type { RunRecord } from '../search/running/run-record.js';
import type { Expectation } from './expectation.js';
import { losses } from './losses.js';
import { repeats } from './repeats.js';
import { retryFindings } from './retries.js';
import { isRetryable } from './retryable.js';
import type { RunFinding } from './run-finding.js';

/** Everything that one run shows about the publisher. */
export function judge(run: RunRecord, expectation: Expectation, method: string): RunFinding[] {
  return [
    ...hung(run),
    ...crashed(run),
    ...losses(run, expectation, method),
    ...repeats(run),
    ...retryFindings(run, expectation),
  ];
}

/**
 * A single passing failure that the publisher gave up on: a retry would have saved the events. It counts against
 * publishers that retry other failures only; one that never retries leaves it to its caller.
 */
export function notRetried(run: RunRecord, findings: readonly RunFinding[]): RunFinding[] {
  const [decision, ...more] = run.decisions;
  if (decision === undefined || more.length > 0 || decision.repeat !== 'once') return [];
  if (decision.failure.effect.level !== 'entry') return [];
  return findings.flatMap(({ kind, events }) => {
    if (kind !== 'lost' && kind !== 'logged-only' && kind !== 'surfaced') return [];
    const givenUp = events.filter(({ sendings }) => sendings.length === 1 && isRetryable(sendings[0]));
    if (givenUp.length === 0 || givenUp.every(({ sendings }) => sendings[0].status !== 'rejected')) return [];
    const code = decision.failure.code ?? 'a passing error';
    return [
      {
        kind: 'not-retried' as const,
        consequence: `the publisher does not resend what failed with ${code}, although it retries other failures`,
        events: givenUp,
        guilty: givenUp.map(({ sendings }) => sendings[0]),
      },
    ];
  });
}

function hung({ ending, logicalEvents }: RunRecord): RunFinding[] {
  if (ending.kind !== 'hung') return [];
  const open = logicalEvents.all.filter(({ received }) => received.length === 0);
  const consequence = `publish() never settles: it waits for ${ending.waitsFor}`;
  return [
    {
      kind: 'hung',
      consequence,
      events: open,
      guilty: open.map(({ sendings }) => sendings.at(-1) ?? sendings[0]),
    },
  ];
}

function crashed({ unhandled }: RunRecord): RunFinding[] {
  if (unhandled.length === 0) return [];
  const [error] = unhandled;
  const name = error instanceof Error ? error.name : String(error);
  return [
    {
      kind: 'crashed',
      consequence: `nothing handles the rejection with ${name}: the process would end`,
      events: [],
      guilty: [],
    },
  ];
}
