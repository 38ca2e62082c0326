import type { Sending } from '../../journal/logical-event.js';
import type { PutEventsEntry } from '../../service/put-events-types.js';

const MOST_OF_DETAIL = 60;
const MOST_TOLD = 3;

/** `OrderPlaced from shop.orders {"orderId":"o-1"}`, on one line. */
export function describeEntry(entry: PutEventsEntry): string {
  const { DetailType, Source } = entry;
  return `${DetailType ?? '(no detail type)'} from ${Source ?? '(no source)'}${rest(entry)}`;
}

/** `OrderPlaced {"orderId":"o-1"}`, where the source goes without saying. */
export function describeEntryBriefly(entry: PutEventsEntry): string {
  return `${entry.DetailType ?? '(no detail type)'}${rest(entry)}`;
}

function rest({ EventBusName, Detail = '' }: PutEventsEntry): string {
  const bus = EventBusName === undefined || EventBusName === 'default' ? '' : ` on ${EventBusName}`;
  const detail = Detail.replace(/\s+/g, ' ');
  const shown = detail.length > MOST_OF_DETAIL ? `${detail.slice(0, MOST_OF_DETAIL)}…` : detail;
  return `${bus} ${shown}`.trimEnd();
}

/** `entry 3, OrderPlaced from shop.orders {"orderId":"o-3"}`. */
export function describePlace({ entry, index }: Sending): string {
  return `entry ${index + 1}, ${describeEntry(entry.raw)}`;
}

/**
 * What became of an event that was lost: `request 1 rejected it with ThrottlingException, and it was not sent again`.
 * Requests that had one status after the other are told together.
 */
export function describeHistory(sendings: readonly Sending[]): string {
  const chapters: { requests: number[]; what: string }[] = [];
  for (const sending of sendings) {
    const what = describeStatus(sending);
    const last = chapters.at(-1);
    if (last?.what === what) last.requests.push(sending.attempt.request);
    else chapters.push({ requests: [sending.attempt.request], what });
  }
  const told = chapters.slice(0, MOST_TOLD).map(({ requests, what }) => `${requestsText(requests)} ${what}`);
  if (chapters.length > MOST_TOLD) told.push('and so on');
  return `${told.join(', ')}${sendings.length === 1 ? ', and it was not sent again' : ''}`;
}

function requestsText(requests: readonly number[]): string {
  if (requests.length === 1) return `request ${requests[0]}`;
  if (requests.length === 2) return `requests ${requests.join(' and ')}`;
  return `${requests.length} requests, ${requests[0]} to ${requests.at(-1)},`;
}

function describeStatus({ attempt: { ending }, status, error, accepted, entry }: Sending): string {
  switch (status) {
    case 'accepted':
      return `accepted it as ${accepted?.id}`;
    case 'dropped':
      return `accepted it as ${accepted?.id} and dropped it, for there is no bus "${entry.bus}"`;
    case 'rejected':
      return `rejected it with ${error?.code}`;
    case 'refused':
      return `got ${ending?.kind === 'error' ? `${ending.status} ${ending.code}` : 'an error'}`;
    case 'unanswered':
      return `got no answer${ending?.kind === 'no-answer' ? `, ${errorName(ending.error)}` : ' of EventBridge'}`;
    case 'pending':
      return 'has no answer yet';
  }
}

/** `ECONNREFUSED`, or the name of an error without a code. */
export function errorName(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
