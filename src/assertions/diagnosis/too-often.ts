import { times } from '../../base/english.js';
import type { Sending } from '../../journal/logical-event.js';
import type { SentEntry } from '../../service/sent-entry.js';
import type { AssertionContext } from '../context.js';
import { WHOLE_STORY } from '../events-in-scope.js';
import type { Report } from '../report/report.js';
import { sendersOf } from './origins.js';
import { sentAgain } from './resend-cause.js';

/**
 * Why there are more events than were asked for: who sent which again.
 * @param places the events, by index
 */
export function tooOften(
  context: AssertionContext,
  places: readonly number[],
): Pick<Report, 'notes' | 'next'> {
  const { logicalEvents } = context;
  const all = context.events();
  const events = places.flatMap((place) => all[place] ?? []);
  const twin = logicalEvents.all.find(({ received }) => {
    const [first, second] = received.map(({ entry }) => entry);
    return first !== undefined && second !== undefined && events.includes(first) && events.includes(second);
  });
  const [first, second] = twin?.received ?? [];
  if (first !== undefined && second !== undefined) {
    const numbers = (twin?.received ?? []).flatMap((sending) => numberOf(sending, context));
    return {
      notes: [
        `Events ${inWords(numbers)} are one event, sent ${times(numbers.length)}: ${sentAgain(first, second)}.`,
      ],
      next: nextAfter(first, second),
    };
  }
  const same = new Set(events.map(likeness)).size === 1 ? 'They are equal: ' : '';
  return {
    notes: [`${same}${sendersOf(context, places)}.`],
    next: `Is what publishes called more than once, or is one of them left over from another test? ${WHOLE_STORY}`,
  };
}

function nextAfter(first: Sending, second: Sending): string {
  return first.wasKnownAcceptedBefore(second.attempt)
    ? 'Is a batch sent again as a whole after one of its entries has failed? Result i of an answer belongs to entry i of its request: send again only the entries whose result has an ErrorCode.'
    : 'EventBridge keeps both: a consumer can tell only by an id of your own in the detail.';
}

function numberOf(sending: Sending, context: AssertionContext): number[] {
  const place = context.events().indexOf(sending.entry);
  return place < 0 ? [] : [place + 1];
}

function likeness({ source, detailType, bus, detailJson }: SentEntry): string {
  return [source, detailType, bus, detailJson].join('\n');
}

/** `1 and 2`, `1, 2, 3 and 6 more`. */
function inWords(numbers: readonly number[]): string {
  if (numbers.length > 4) return `${numbers.slice(0, 3).join(', ')} and ${numbers.length - 3} more`;
  return `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}
