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
}

/** Events that a bus has twice, or that were resent after EventBridge had said that it has them. */
export function repeats({ logicalEvents }: RunRecord): RunFinding[] {
  const repeated = logicalEvents.all.map(repeatedSending).filter((found) => found !== undefined);
  return (['duplicated', 'resent', 'unavoidable-duplicate'] as const).flatMap((kind) => {
    const ofKind = repeated.filter((found) => found.kind === kind);
    if (ofKind.length === 0) return [];
    const guilty = ofKind.map(({ sending }) => sending);
    return [
      { kind, consequence: consequenceOf(kind, guilty), events: ofKind.map(({ event }) => event), guilty },
    ];
  });
}

function repeatedSending(event: LogicalEvent): Repeated | undefined {
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
      const wasLost = before.every((earlier) => !earlier.isAnswered);
      if (wasKnown || !wasLost) return { kind: 'duplicated', event, sending };
      unavoidable ??= { kind: 'unavoidable-duplicate', event, sending };
    } else if (wasKnown) resent ??= { kind: 'resent', event, sending };
  }
  return resent ?? unavoidable;
}

function consequenceOf(kind: Repeated['kind'], guilty: readonly Sending[]): string {
  const events = count(guilty.length, 'event');
  const are = guilty.length === 1 ? 'is' : 'are';
  switch (kind) {
    case 'duplicated':
      return `${events} ${are} published twice, although every response to ${guilty.length === 1 ? 'it' : 'them'} arrived`;
    case 'resent':
      return `${events} ${are} resent, although EventBridge had accepted ${guilty.length === 1 ? 'it' : 'them'}`;
    case 'unavoidable-duplicate':
      return `${events} ${are} published twice, because the response was lost`;
  }
}
