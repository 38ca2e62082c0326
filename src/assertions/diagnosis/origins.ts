import { count } from '../../base/english.js';
import type { AssertionContext } from '../context.js';
import { MAX_LISTED } from '../report-constants.js';

/**
 * Which requests published events: `Sent: eb.events[0] in request 1, eb.events[1] in request 2.`
 * @param indexes which events
 */
export function originsOf(context: AssertionContext, indexes: readonly number[]): string {
  const events = context.events();
  const listed = indexes.slice(0, MAX_LISTED);
  const requests = requestsOf(context, new Set(listed.map((index) => events[index])));
  const origins = listed.map((index) => {
    const event = events[index];
    return `${context.subject}.events[${index}] in ${(event && requests.get(event)) ?? 'a request'}`;
  });
  if (indexes.length > listed.length) origins.push(`${count(indexes.length - listed.length, 'event')} more`);
  return `Sent: ${origins.join(', ')}.`;
}

function requestsOf({ journal }: AssertionContext, wanted: ReadonlySet<unknown>): Map<object, string> {
  const requests = new Map<object, string>();
  for (const { entries, request, number } of journal.attempts)
    for (const entry of entries)
      if (wanted.has(entry))
        requests.set(entry, `request ${request}${number > 1 ? ' (retried by the SDK)' : ''}`);
  return requests;
}
