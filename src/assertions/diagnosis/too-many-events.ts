import { joinWithAnd, times } from '../../base/words/english.js';
import type { Sending } from '../../journal/logical-events/logical-event.js';
import type { SentEntry } from '../../service/sent-entry.js';
import type { AssertionContext } from '../context.js';
import type { Report } from '../report/report.js';
import { WHOLE_TIMELINE } from '../report-constants.js';
import { originsOf } from './origins.js';
import { resendCause } from './resends.js';

/**
 * Why there are more events than expected: who sent which again.
 * @param indexes the events
 */
export function tooManyEvents(
  context: AssertionContext,
  indexes: readonly number[],
): Pick<Report, 'causes' | 'notes' | 'next'> {
  const all = context.events();
  const events = new Map<SentEntry, number>();
  for (const index of indexes) {
    const event = all[index];
    if (event !== undefined) events.set(event, index);
  }
  const received = firstDuplicate(context, events);
  const [first, second] = received;
  if (first !== undefined && second !== undefined) {
    const numbers = received.flatMap(({ entry }) => events.get(entry) ?? []);
    const what = `${indexesText(numbers, context)} are one event, published ${times(received.length)}`;
    return { causes: [resendCause(first, second, context.logicalEvents, what)], notes: [] };
  }
  const isEqual = new Set([...events.keys()].map(contents)).size === 1;
  return {
    notes: [`${isEqual ? 'The events are equal. ' : ''}${originsOf(context, indexes)}`],
    next: WHOLE_TIMELINE,
  };
}

/** The sendings of one event that are among these, and more than one. */
function firstDuplicate(
  { logicalEvents }: AssertionContext,
  events: ReadonlyMap<SentEntry, number>,
): readonly Sending[] {
  for (const event of logicalEvents.resent) {
    const received = event.received.filter(({ entry }) => events.has(entry));
    if (received.length > 1) return received;
  }
  return [];
}

function contents({ source, detailType, bus, detailJson }: SentEntry): string {
  return JSON.stringify([source, detailType, bus, detailJson]);
}

/** `eb.events[0] and eb.events[1]`, `eb.events[0], eb.events[1] and 6 more`. */
function indexesText(indexes: readonly number[], { subject }: AssertionContext): string {
  const names = indexes.map((index) => `${subject}.events[${index}]`);
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
  return joinWithAnd(names);
}
