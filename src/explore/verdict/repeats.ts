import { count } from '../../base/words/english.js';
import type { LogicalEvent, Sending } from '../../journal/logical-events/logical-event.js';
import type { RunRecord } from '../search/running/run-record.js';
import type { FindingKind } from './finding-kinds.js';
import type { RunFinding } from './run-finding.js';

/** An event that was resent although a bus had it: the kind, and the sending that was too many. */
interface Repeated {
  readonly kind: Extract<FindingKind, 'duplicated' | 'resent' | 'unavoidable-duplicate'>;
  readonly event: LogicalEvent;
  readonly sending: Sending;
  /** Whether a response came, but after the publisher had resent the event. */
  readonly isTooLate?: boolean;
}

/** Events that a bus has twice, or that were resent after EventBridge had said that it has them. */
export function repeats(run: RunRecord): RunFinding[] {
  const { logicalEvents } = run;
  const repeated = logicalEvents.all
    .map((event) => repeatedSending(event, run))
    .filter((found) => found !== undefined);
  return (['duplicated', 'resent', 'unavoidable-duplicate'] as const).flatMap((kind) => {
    const ofKind = repeated.filter((found) => found.kind === kind);
    if (ofKind.length === 0) return [];
    const guilty = ofKind.map(({ sending }) => sending);
    return [
      { kind, consequence: consequenceOf(kind, ofKind), events: ofKind.map(({ event }) => event), guilty },
    ];
  });
}

function repeatedSending(event: LogicalEvent, run: RunRecord): Repeated | undefined {
  const { sendings } = event;
  if (sendings.length === 1) return undefined;
  let unavoidable: Repeated | undefined;
  let resent: Repeated | undefined;
  for (const [index, sending] of sendings.entries()) {
    const before = sendings.slice(0, index).filter(({ accepted }) => accepted !== undefined);
    if (before.length === 0) continue;
    const wasKnown = before.some((earlier) => earlier.wasKnownAcceptedBefore(sending.attempt));
    if (sending.status === 'accepted') {
      // Two requests in flight with the same event: both responses arrived, and neither call waited for the other.
      const wasLost = before.every((earlier) => !earlier.isAnswered || cameTooLate(earlier, run));
      if (wasKnown || !wasLost) return { kind: 'duplicated', event, sending };
      const isTooLate = before.some(({ isAnswered }) => isAnswered);
      unavoidable ??= { kind: 'unavoidable-duplicate', event, sending, isTooLate };
    } else if (wasKnown) resent ??= { kind: 'resent', event, sending };
  }
  return resent ?? unavoidable;
}

/** Nobody waits so long for a response: whoever resends then does what is right after a lost one. */
const TOO_LATE_MS = 60_000;

function cameTooLate({ attempt }: Sending, { arrivedAt, endedAt }: RunRecord): boolean {
  const arrived = arrivedAt[attempt.request - 1] ?? 0;
  return (endedAt.get(attempt) ?? arrived) - arrived > TOO_LATE_MS;
}

function consequenceOf(kind: Repeated['kind'], repeated: readonly Repeated[]): string {
  const events = count(repeated.length, 'event');
  const [are, them] = repeated.length === 1 ? ['is', 'it'] : ['are', 'them'];
  const fault = repeated.every(({ isTooLate }) => isTooLate) ? 'came too late' : 'was lost';
  switch (kind) {
    case 'duplicated':
      return `${events} ${are} published twice, although every response to ${them} arrived`;
    case 'resent':
      return `${events} ${are} resent, although EventBridge had accepted ${them}`;
    case 'unavoidable-duplicate':
      return `${events} ${are} published twice, because the response ${fault}`;
  }
}
