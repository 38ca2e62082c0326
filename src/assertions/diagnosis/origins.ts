import { count, joinWithAnd } from '../../base/words/english.js';
import type { AssertionContext } from '../context.js';
import { MAX_LISTED } from '../report-constants.js';

/**
 * Which requests published events: `Sent: eb.events[0] and eb.events[1] in request 1, eb.events[2] in request 2.`
 * @param indexes which events
 */
export function originsOf(context: AssertionContext, indexes: readonly number[]): string {
  const events = context.events();
  const listed = indexes.slice(0, MAX_LISTED);
  const requests = requestsOf(context, new Set(listed.map((index) => events[index])));
  const sentIn = new Map<string, string[]>();
  for (const index of listed) {
    const event = events[index];
    const request = (event && requests.get(event)) ?? 'a request';
    const name = `${context.subject}.events[${index}]`;
    sentIn.set(request, [...(sentIn.get(request) ?? []), name]);
  }
  const origins = [...sentIn].map(([request, names]) => `${joinWithAnd(names)} in ${request}`);
  const more = indexes.length - listed.length;
  return `Sent: ${origins.join(', ')}${more === 0 ? '' : `, and ${count(more, 'more event')}`}.`;
}

function requestsOf({ journal }: AssertionContext, wanted: ReadonlySet<unknown>): Map<object, string> {
  const requests = new Map<object, string>();
  for (const { entries, request, number } of journal.attempts)
    for (const entry of entries)
      if (wanted.has(entry))
        requests.set(entry, `request ${request}${number > 1 ? ' (retried by the SDK)' : ''}`);
  return requests;
}
