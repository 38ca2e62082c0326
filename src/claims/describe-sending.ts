import type { Sending } from '../journal/logical-event.js';
import type { PutEventsEntry } from '../service/put-events-types.js';
import { times } from '../words.js';

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
export function describePlace({ attempt, index }: Sending): string {
  return `entry ${index + 1}, ${describeEntry(attempt.entries[index] ?? {})}`;
}

/** What became of an event that was lost: `request 1 rejected it with ThrottlingException, and it was not sent again`. */
export function describeHistory(sendings: readonly Sending[]): string {
  const told = sendings.length > MOST_TOLD ? [sendings[0], sendings.at(-1)] : sendings;
  const parts = told.flatMap((sending) => (sending === undefined ? [] : describeFate(sending)));
  if (sendings.length > MOST_TOLD) return `sent ${times(sendings.length)}: ${parts.join(', … ')}`;
  return `${parts.join(', ')}${sendings.length === 1 ? ', and it was not sent again' : ''}`;
}

function describeFate({ attempt, fate, error, accepted }: Sending): string {
  const { request, ending } = attempt;
  switch (fate) {
    case 'accepted':
      return `request ${request} accepted it as ${accepted?.id}`;
    case 'dropped':
      return `request ${request} accepted it as ${accepted?.id} and dropped it: there is no bus "${accepted?.bus}"`;
    case 'rejected':
      return `request ${request} rejected it with ${error?.code}`;
    case 'refused':
      return `request ${request} was answered with ${ending?.kind === 'error' ? `${ending.status} ${ending.code}` : 'an error'}`;
    case 'unanswered':
      return `request ${request} got no answer${ending?.kind === 'no-answer' ? `: ${errorName(ending.error)}` : ''}`;
    case 'pending':
      return `request ${request} is not answered yet`;
  }
}

/** `ECONNREFUSED`, or the name of an error without a code. */
export function errorName(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
