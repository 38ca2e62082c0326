import { oneLine } from '../../base/words/excerpt.js';
import type { Sending } from '../../journal/logical-events/logical-event.js';
import type { EntryAcceptance, PutEventsEntry } from '../../service/put-events-types.js';

const MAX_DETAIL = 60;
const MAX_CHAPTERS = 3;

/** `OrderPlaced from shop.orders {"orderId":"o-1"}`, on one line. */
export function describeEntry(entry: PutEventsEntry): string {
  return oneLine(
    `${entry.DetailType || '(no DetailType)'} from ${entry.Source || '(no Source)'}${rest(entry)}`,
  );
}

/** `OrderPlaced {"orderId":"o-1"}`, where the source is known. */
export function describeEntryBriefly(entry: PutEventsEntry): string {
  return oneLine(`${entry.DetailType || '(no DetailType)'}${rest(entry)}`);
}

function rest({ EventBusName, Detail = '' }: PutEventsEntry): string {
  const bus = EventBusName === undefined || EventBusName === 'default' ? '' : ` on ${EventBusName}`;
  const detail = Detail.slice(0, MAX_DETAIL + 1).replace(/\s+/g, ' ');
  const shown = detail.length > MAX_DETAIL ? `${detail.slice(0, MAX_DETAIL)}…` : detail;
  return `${bus} ${shown}`.trimEnd();
}

/** The first part of an event id tells two events of one screen apart. */
export function shortId(accepted: EntryAcceptance | undefined): string {
  return `${accepted?.id.slice(0, 8)}…`;
}

/** `Entries[2] of request 1`. */
export function describeLocation({ attempt, index }: Sending): string {
  return `Entries[${index}] of request ${attempt.request}`;
}

/**
 * What happened to an event in each of its requests: `request 1 rejected it (ThrottlingException)`. Requests that had one
 * result after the other are described together.
 */
export function describeHistory(sendings: readonly Sending[]): string {
  const chapters: { requests: number[]; what: string }[] = [];
  for (const sending of sendings) {
    const what = describeStatus(sending);
    const last = chapters.at(-1);
    if (last?.what === what) last.requests.push(sending.attempt.request);
    else chapters.push({ requests: [sending.attempt.request], what });
  }
  const told = chapters
    .slice(0, MAX_CHAPTERS)
    .map(({ requests, what }) => `${requestsText(requests)} ${what}`);
  if (chapters.length > MAX_CHAPTERS) told.push('…');
  return told.join(', ');
}

function requestsText(requests: readonly number[]): string {
  if (requests.length === 1) return `request ${requests[0]}`;
  if (requests.length === 2) return `requests ${requests.join(' and ')}`;
  return `${requests.length} requests (${requests[0]} to ${requests.at(-1)})`;
}

function describeStatus({ attempt: { ending }, status, error, accepted, entry }: Sending): string {
  switch (status) {
    case 'accepted':
      return `accepted it as ${shortId(accepted)}`;
    case 'dropped':
      return `accepted and dropped it (the bus "${entry.bus}" does not exist)`;
    case 'rejected':
      return `rejected it (${error?.code})`;
    case 'refused':
      return `failed (${ending?.kind === 'error' ? `${ending.status} ${ending.code}` : 'an error'})`;
    case 'unanswered':
      return `got no response${ending?.kind === 'no-answer' ? ` (${errorName(ending.error)})` : ' from EventBridge'}`;
    case 'pending':
      return 'has not finished';
  }
}

/** `ECONNREFUSED`, or the name of an error without a code. */
export function errorName(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
