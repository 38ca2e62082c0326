import { count } from '../../base/english.js';
import type { AssertionContext } from '../context.js';
import { eventsOf } from '../events-in-scope.js';
import { MOST_SHOWN } from '../report/shown-events.js';

/** What to ask about an event that nobody wants. */
export const LEFT_OVER =
  'Is it left over from another test? beforeEach(() => eb.reset()) forgets what was published before.';

/**
 * `event 1 in request 1, event 2 in request 2`: which requests have published events.
 * @param places which events, by index
 */
export function sendersOf(context: AssertionContext, places: readonly number[]): string {
  const events = eventsOf(context);
  const requests = new Map<object, string>();
  for (const { attempts } of context.journal.calls) {
    for (const { outcomes = [], request, number } of attempts) {
      const sender = `request ${request}${number > 1 ? ' (retried by the SDK)' : ''}`;
      for (const { event } of outcomes) if (event !== undefined) requests.set(event, sender);
    }
  }
  const shown = places.slice(0, MOST_SHOWN).map((place) => {
    const accepted = events[place]?.accepted;
    return `event ${place + 1} in ${(accepted && requests.get(accepted)) ?? 'a request'}`;
  });
  if (places.length > shown.length) shown.push(`${count(places.length - shown.length, 'event')} more`);
  return shown.join(', ');
}
