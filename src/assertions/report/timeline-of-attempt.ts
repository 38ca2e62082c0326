import { count } from '../../base/english.js';
import type { FiredFault, JournalAttempt } from '../../journal/attempt.js';
import type { Sending } from '../../journal/logical-event.js';
import type { LogicalEvents } from '../../journal/logical-events.js';
import type { EntryAcceptance } from '../../service/put-events-types.js';
import { describeEntryBriefly, errorName } from './describe-sending.js';

/** Entries that all went well are told one by one only when they are so few. */
const FEW = 3;

const MOST_OF_MESSAGE = 100;

/** An attempt in a few lines: its status, the fault that fired, its entries, the wait that followed. */
export function attemptLines(attempt: JournalAttempt, logicalEvents: LogicalEvents): string[] {
  const { request, number, fault, timing, backoff } = attempt;
  const retry = number > 1 ? ', retried by the SDK' : '';
  return [
    `  request ${request}${retry}: ${statusOf(attempt)}${faultOf(fault)}`,
    ...(timing === undefined
      ? []
      : [`      ${timing.kind === 'hold' ? 'held' : 'answered late'}${faultOf(timing)}`]),
    ...entryLines(attempt, logicalEvents.sendingsIn(attempt)),
    ...(backoff === undefined
      ? []
      : [`      ${backoff.milliseconds} ms of backoff ${backoff.isSkipped ? 'skipped' : 'waited'}`]),
  ];
}

function statusOf({ ending, hasResults, entries, fault, timing }: JournalAttempt): string {
  switch (ending?.kind) {
    case undefined:
      return !hasResults ? 'not answered yet' : 'taken, not answered yet';
    case 'error':
      return `${ending.status} ${ending.code}${(fault ?? timing) === undefined ? reasonOf(ending.message) : ''}`;
    case 'garbled':
      return `${ending.status} with ${ending.what}`;
    case 'no-answer':
      return `no answer, ${errorName(ending.error)}`;
    case 'results': {
      const failed = entries.filter(({ error }) => error !== undefined).length;
      return failed === 0 ? '200' : `200, ${failed} of ${entries.length} failed`;
    }
  }
}

/** `  <- failRequest("InternalException") at test/orders.test.ts:12:6`. */
function faultOf(fault: FiredFault | undefined): string {
  if (fault === undefined) return '';
  return `  <- ${fault.declaration}${fault.location === undefined ? '' : ` at ${fault.location}`}`;
}

/** What EventBridge itself said, when no fault made it say so. */
function reasonOf(message: string | undefined): string {
  if (message === undefined) return '';
  return `: ${message.length > MOST_OF_MESSAGE ? `${message.slice(0, MOST_OF_MESSAGE)}…` : message}`;
}

/** The same on a line of its own, for entries: theirs are long enough. */
function faultLines(fault: FiredFault | undefined): string[] {
  return fault === undefined ? [] : [`        ${faultOf(fault)}`];
}

/** The first part of an event id tells two events of one screen apart. */
function shortId(accepted: EntryAcceptance | undefined): string {
  return `${accepted?.id.slice(0, 8)}…`;
}

/** The entries of a request that EventBridge decided about: the failed ones and what was sent again one by one. */
function entryLines(
  { hasResults, entryFaults, ending }: JournalAttempt,
  sendings: readonly Sending[],
): string[] {
  if (!hasResults) return [];
  const unheard = ending === undefined || ending.kind === 'results' ? '' : ', its sender never heard';
  const quiet: number[] = [];
  const lines: string[] = [];
  for (const sending of sendings) {
    const { index, status, accepted, error } = sending;
    const again = sentBefore(sending);
    if (status === 'accepted' && again === '' && sendings.length > FEW) {
      quiet.push(index + 1);
      continue;
    }
    const title = `    ${String(index + 1).padStart(4)}. ${describeEntryBriefly(sending.entry.raw)}`;
    if (error === undefined) lines.push(`${title}: ${status} as ${shortId(accepted)}${unheard}${again}`);
    else {
      const fault = entryFaults?.get(index);
      const reason = fault === undefined ? reasonOf(error.message) : '';
      lines.push(`${title}: ${error.code}${reason}${unheard}`, ...faultLines(fault));
    }
  }
  if (quiet.length > 0) lines.push(`      ${rangesOf(quiet)} accepted${unheard}`);
  return lines;
}

/** What is worth saying of an event that EventBridge had accepted already. */
function sentBefore(sending: Sending): string {
  const { request } = sending.attempt;
  const earlier = sending.event.sendings.find(
    ({ accepted, attempt }) => accepted !== undefined && attempt.request < request,
  );
  return earlier === undefined ? '' : `, again: request ${earlier.attempt.request} had accepted it`;
}

/** `1-4, 6 and 8`: the places of entries, from 1. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [from: number, to: number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const texts = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  return `${count(numbers.length, 'entry', 'entries')} (${texts.join(', ')})`;
}
