import { count } from '../../base/english.js';
import type { AssertionContext } from '../context.js';
import { MOST_SHOWN } from '../report/shown-events.js';

/** What to ask about an event that nobody wants. */
export const LEFT_OVER =
  'Is it left over from another test? beforeEach(() => eb.reset()) forgets what was published before.';

/**
 * `event 1 in request 1, event 2 in request 2`: which requests have published events.
 * @param places which events, by index
 */
export function sendersOf(context: AssertionContext, places: readonly number[]): string {
  const events = context.events();
  const requests = new Map<object, string>();
  for (const { entries, request, number } of context.journal.attempts) {
    const sender = `request ${request}${number > 1 ? ' (retried by the SDK)' : ''}`;
    for (const entry of entries) requests.set(entry, sender);
  }
  const shown = places.slice(0, MOST_SHOWN).map((place) => {
    const event = events[place];
    return `event ${place + 1} in ${(event && requests.get(event)) ?? 'a request'}`;
  });
  if (places.length > shown.length) shown.push(`${count(places.length - shown.length, 'event')} more`);
  return shown.join(', ');
}
