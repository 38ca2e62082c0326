import type { JournalEvent } from '../journal/event.js';
import { count } from '../words.js';
import type { ClaimContext } from './context.js';

/** `event 1 in call 1, event 2 in call 2`: which calls of the code under test have published events. */
export function sendersOf(
  { journal }: ClaimContext,
  events: readonly JournalEvent[],
  places: readonly number[],
): string {
  const senders = new Map<object, string>();
  for (const { number, attempts } of journal.calls) {
    for (const { outcomes = [], number: attempt } of attempts) {
      const sender = `call ${number}${attempt > 1 ? `, attempt ${attempt} of the SDK` : ''}`;
      for (const { event } of outcomes) if (event !== undefined) senders.set(event, sender);
    }
  }
  const shown = events
    .slice(0, 4)
    .map(
      ({ accepted }, index) => `event ${(places[index] ?? 0) + 1} in ${senders.get(accepted) ?? 'a call'}`,
    );
  if (events.length > shown.length) shown.push(`${count(events.length - shown.length, 'event')} more`);
  return shown.join(', ');
}
