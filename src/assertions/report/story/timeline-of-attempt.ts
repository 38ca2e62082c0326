import { count } from '../../../base/words/english.js';
import type { FiredFault, JournalAttempt } from '../../../journal/attempt.js';
import type { Sending } from '../../../journal/logical-events/logical-event.js';
import type { LogicalEvents } from '../../../journal/logical-events/logical-events.js';
import { describeEntryBriefly, errorName, shortId } from '../describe-sending.js';

/** Accepted entries are listed one by one only when there are no more than this. */
const MAX_LISTED = 3;

const MAX_MESSAGE = 100;

/** An attempt in a few lines: its status, the fault that fired, its entries, the backoff that followed. */
export function attemptLines(attempt: JournalAttempt, logicalEvents: LogicalEvents): string[] {
  const { request, number, fault, timing, backoff } = attempt;
  const retry = number > 1 ? ' (retried by the SDK)' : '';
  return [
    `  request ${request}${retry}: ${statusOf(attempt)}${faultOf(fault)}`,
    ...(timing === undefined ? [] : [`    ${timing.kind === 'hold' ? 'held' : 'delayed'}${faultOf(timing)}`]),
    ...entryLines(attempt, logicalEvents.sendingsIn(attempt)),
    ...(backoff === undefined
      ? []
      : [`    ${backoff.milliseconds} ms of backoff ${backoff.isSkipped ? 'skipped' : 'waited'}`]),
  ];
}

function statusOf({ ending, hasResults, entries, fault, timing }: JournalAttempt): string {
  switch (ending?.kind) {
    case undefined:
      return !hasResults ? 'not answered yet' : 'processed, not answered yet';
    case 'error':
      return `${ending.status} ${ending.code}${(fault ?? timing) === undefined ? reasonOf(ending.message) : ''}`;
    case 'garbled':
      return `${ending.status} with ${ending.what}`;
    case 'no-answer':
      return `no response (${errorName(ending.error)})`;
    case 'results': {
      const failed = entries.filter(({ error }) => error !== undefined).length;
      return failed === 0 ? '200' : `200, ${failed} of ${entries.length} failed`;
    }
  }
}

/** `  <- failRequest("InternalException") at test/orders.test.ts:12:6`. */
function faultOf(fault: FiredFault | undefined): string {
  if (fault === undefined) return '';
  const location = fault.site?.location;
  return `  <- ${fault.declaration}${location === undefined ? '' : ` at ${location}`}`;
}

/** EventBridge's own message, when no fault made it fail. */
function reasonOf(message: string | undefined): string {
  if (message === undefined) return '';
  return `: ${message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message}`;
}

/** The entries that EventBridge decided about: those that failed or were resent one by one, the others in one line. */
function entryLines(
  { hasResults, entryFaults, ending }: JournalAttempt,
  sendings: readonly Sending[],
): string[] {
  if (!hasResults) return [];
  const isLost = ending !== undefined && ending.kind !== 'results';
  const lost = isLost ? ', but the response was lost' : '';
  const plain: number[] = [];
  const lines: string[] = [];
  for (const sending of sendings) {
    const { index, status, accepted, error } = sending;
    const duplicate = duplicateOf(sending);
    if (status === 'accepted' && duplicate === '' && sendings.length > MAX_LISTED) {
      plain.push(index);
      continue;
    }
    const title = `    Entries[${index}] ${describeEntryBriefly(sending.entry.raw)}`;
    if (error === undefined) lines.push(`${title}: ${status} as ${shortId(accepted)}${lost}${duplicate}`);
    else {
      const fault = entryFaults?.get(index);
      const reason = fault === undefined ? reasonOf(error.message) : '';
      lines.push(`${title}: ${error.code}${reason}${lost}`);
      if (fault !== undefined) lines.push(`      ${faultOf(fault)}`);
    }
  }
  if (plain.length > 0) lines.push(`    ${rangesOf(plain)} accepted${lost}`);
  return lines;
}

/** Says of an event that EventBridge had accepted before. */
function duplicateOf(sending: Sending): string {
  const { request } = sending.attempt;
  const earlier = sending.event.sendings.find(
    ({ accepted, attempt }) => accepted !== undefined && attempt.request < request,
  );
  return earlier === undefined ? '' : `, although request ${earlier.attempt.request} had already accepted it`;
}

/** `6 entries (Entries[0-3], [5], [7])`. */
function rangesOf(indexes: readonly number[]): string {
  const ranges: [from: number, to: number][] = [];
  for (const index of indexes) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === index - 1) last[1] = index;
    else ranges.push([index, index]);
  }
  const texts = ranges.map(([from, to]) => (from === to ? `[${from}]` : `[${from}-${to}]`));
  return `${count(indexes.length, 'entry', 'entries')} (Entries${texts.join(', ')})`;
}
