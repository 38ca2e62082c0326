import { count } from '../../base/words/english.js';
import type { LogicalEvent, Sending } from '../../journal/logical-events/logical-event.js';
import type { RunRecord } from '../search/running/run-record.js';
import type { Expectation } from './expectation.js';
import { isRetryable } from './retryable.js';
import type { RunFinding } from './run-finding.js';

/** One event that the publisher itself resent: the failed sending, and the next one in another call. */
interface Retry {
  readonly event: LogicalEvent;
  readonly failed: Sending;
  readonly next: Sending;
}

/** Whether, when and how often the publisher resent events. */
export function retryFindings(run: RunRecord, { limits }: Expectation): RunFinding[] {
  const retries = retriesOfPublisher(run);
  const useless = retries.filter(({ failed }) => isRetryable(failed) === false);
  const waits = retries.flatMap((retry) => {
    const wait = waitBefore(retry, run);
    return wait < limits.wait.min || wait > limits.wait.max ? [{ ...retry, wait }] : [];
  });
  const tooOften = run.logicalEvents.all.filter(({ sendings }) => sendings.length > limits.attempts);
  const findings: RunFinding[] = [];
  if (useless.length > 0) {
    const code = errorCodeOf(useless[0]?.failed);
    const consequence = `${eventsOf(useless)} resent after ${code}, which a retry cannot help`;
    findings.push({ kind: 'retried-in-vain', consequence, ...involved(useless) });
  }
  const [first] = waits;
  if (first !== undefined) {
    const { min, max } = limits.wait;
    const consequence =
      first.wait < min
        ? `the publisher resends ${first.wait === 0 ? 'without a wait' : `after ${first.wait} ms, less than ${min} ms`}`
        : `the publisher waits ${first.wait} ms before it resends, more than ${max} ms`;
    findings.push({ kind: 'wait', consequence, ...involved(waits), isTooLong: first.wait > max });
  }
  const [often] = tooOften;
  if (often !== undefined) {
    const calls = new Set(often.sendings.map(({ attempt }) => attempt.call)).size;
    const times = `${often.sendings.length} times`;
    const product =
      calls > 1 && calls < often.sendings.length ? ` in ${calls} calls, each with retries of the SDK` : '';
    findings.push({
      kind: 'attempts',
      consequence: `${count(tooOften.length, 'event')} ${tooOften.length === 1 ? 'is' : 'are'} sent ${times}${product}; the limit is ${limits.attempts}`,
      events: tooOften,
      guilty: tooOften.flatMap(({ sendings }) => sendings.slice(limits.attempts)),
    });
  }
  return findings;
}

/** Whether the publisher itself, and not only the SDK, resends what failed. */
export function hasOwnRetries(run: RunRecord): boolean {
  return retriesOfPublisher(run).length > 0;
}

function retriesOfPublisher({ logicalEvents, requestsBeforeRestart = 0 }: RunRecord): Retry[] {
  return logicalEvents.all.flatMap((event) =>
    event.sendings.slice(1).flatMap((next, index) => {
      const failed = event.sendings[index];
      if (failed === undefined || failed.attempt.call === next.attempt.call) return [];
      // What another process resends is not a retry.
      if (failed.attempt.request <= requestsBeforeRestart && next.attempt.request > requestsBeforeRestart)
        return [];
      return failed.wasKnownFailedBefore(next.attempt) ? [{ event, failed, next }] : [];
    }),
  );
}

function waitBefore({ failed, next }: Retry, { arrivedAt, endedAt }: RunRecord): number {
  const ended = endedAt.get(failed.attempt) ?? 0;
  return (arrivedAt[next.attempt.request - 1] ?? ended) - ended;
}

function involved(retries: readonly Retry[]): Pick<RunFinding, 'events' | 'guilty'> {
  return { events: [...new Set(retries.map(({ event }) => event))], guilty: retries.map(({ next }) => next) };
}

function eventsOf(retries: readonly Retry[]): string {
  const events = new Set(retries.map(({ event }) => event)).size;
  return `${count(events, 'event')} ${events === 1 ? 'is' : 'are'}`;
}

function errorCodeOf(failed: Sending | undefined): string {
  const ending = failed?.attempt.ending;
  return failed?.error?.code ?? (ending?.kind === 'error' ? ending.code : 'an error');
}
