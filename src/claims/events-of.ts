import type { JournalEvent } from '../journal/event.js';
import type { ClaimContext } from './context.js';

/** The events that a claim is about: all of them, or those of the bus that it is limited to. */
export function eventsOf({ journal, scope }: ClaimContext): readonly JournalEvent[] {
  return scope === undefined ? journal.events : journal.events.filter(({ bus }) => bus === scope);
}

/** ` on the bus orders`, where a claim is limited to one. */
export function onScope({ scope }: ClaimContext): string {
  return scope === undefined ? '' : ` on the bus ${scope}`;
}
