import type { LogicalEvent } from '../../journal/logical-events/logical-event.js';
import type { RunFinding } from '../verdict/run-finding.js';
import type { RunRecord } from './running/run-record.js';

/**
 * What the publisher did in a run, without the names of errors and ids. That is: the events of each request, which were
 * accepted, how long it waited, how it ended, and what the run shows. Two failures with the same shape are one class
 * for this publisher: that is observed, not assumed.
 */
export function shapeOf(run: RunRecord, findings: readonly RunFinding[]): string {
  const { logicalEvents, attempts, arrivedAt, ending } = run;
  const numbers = numbersOf(logicalEvents.all);
  const requests = attempts.map((attempt) => {
    const entries = logicalEvents
      .sendingsIn(attempt)
      .map(
        ({ event, status, isAnswered }) =>
          `${numbers.get(event)}${status === 'accepted' ? (isAnswered ? '+' : '?') : '-'}`,
      );
    return `${attempt.call.number}.${attempt.number}@${arrivedAt[attempt.request - 1]}:${entries.join(' ')}`;
  });
  return JSON.stringify([requests, ending.kind, findings.map(({ kind }) => kind)]);
}

/** What the publisher sent, request by request: two runs with the same decisions have the same trace. */
export function traceOf({ logicalEvents, attempts }: RunRecord): string[] {
  return attempts.map((attempt) => {
    const identities = logicalEvents.sendingsIn(attempt).map(({ event }) => event.identity);
    return `call ${attempt.call.number}, attempt ${attempt.number}: ${identities.join(', ')}`;
  });
}

/** The first difference of two traces, for people. */
export function firstDifference(before: readonly string[], after: readonly string[]): string | undefined {
  const index = before.findIndex((line, i) => line !== after[i]);
  if (index < 0 && after.length <= before.length) return undefined;
  const request = index < 0 ? before.length : index;
  return `request ${request + 1} was "${shorten(before[request])}", and then "${shorten(after[request])}"`;
}

function shorten(line = 'not sent'): string {
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}

function numbersOf(events: readonly LogicalEvent[]): Map<LogicalEvent, number> {
  return new Map(events.map((event, index) => [event, index + 1]));
}
