import type { CompiledMatch } from '../match/compile-match.js';
import { count, times } from '../words.js';
import type { ClaimContext } from './context.js';
import { eventsOf, onScope } from './events-of.js';
import { matchesIn } from './matches-in.js';
import { missingEvents } from './missing-events.js';
import { type Pairing, pair } from './pairing.js';
import type { Report, Verdict } from './report.js';
import { sendersOf } from './senders.js';
import { shownEvents } from './shown-events.js';

/** As many events as matches, in any order: an event of its own for each match, and none besides. */
export function publishedExactly(context: ClaimContext, list: unknown, method: string): Verdict {
  const matches = matchesIn(list, context, method);
  const events = eventsOf(context);
  const pairing = pair(matches.length, events.length, (m, e) => {
    const event = events[e];
    return event !== undefined && (matches[m]?.test(event) ?? false);
  });
  const missing = placesWithout(pairing.ofLeft);
  const extra = placesWithout(pairing.ofRight);
  return {
    holds: missing.length === 0 && extra.length === 0,
    report: (negated) => {
      const expected = {
        label: negated ? 'These:' : 'Expected, in any order, each in part:',
        matches: matches.map(({ written }, index) => ({
          written,
          isMeant: !negated && pairing.ofLeft[index] === undefined,
          remark: remarkOf(pairing.ofLeft[index]),
        })),
      };
      if (negated) {
        return {
          summary: `Expected other events than ${matches.length === 0 ? 'none' : 'these'}, but exactly ${matches.length === 0 ? 'nothing' : 'these'} was published.`,
          ...(matches.length > 0 && { expected }),
        };
      }
      return {
        ...(matches.length > 0 && { expected }),
        ...wrongReport(context, matches, pairing, missing, extra),
      };
    },
  };
}

function wrongReport(
  context: ClaimContext,
  matches: readonly CompiledMatch[],
  { ofRight }: Pairing,
  missing: readonly number[],
  extra: readonly number[],
): Report {
  const events = eventsOf(context);
  const parts = [
    ...(missing.length > 0
      ? [`${missing.length === 1 ? '1 of them was' : `${missing.length} of them were`} not published`]
      : []),
    ...(extra.length > 0 ? [`${count(extra.length, 'event was', 'events were')} published besides`] : []),
  ];
  const summary =
    matches.length === 0
      ? `Expected no event${onScope(context)}, but ${count(events.length, 'event was', 'events were')} published.`
      : `Expected exactly ${count(matches.length, 'event')}${onScope(context)}, but ${parts.join(', and ')}.`;
  const [first] = missing;
  const match = first === undefined ? undefined : matches[first];
  if (match !== undefined) {
    // What is left over is what the missing one may have become.
    const {
      events: nearest,
      notes,
      next,
    } = missingEvents(match, context, extra.length > 0 ? extra : undefined);
    return {
      summary,
      ...(nearest !== undefined && { events: nearest }),
      ...(notes !== undefined && { notes }),
      ...(next !== undefined && { next }),
    };
  }
  const taken = extra.filter((place) => {
    const event = events[place];
    return event !== undefined && matches.some((each) => each.test(event));
  });
  return {
    summary,
    events: shownEvents('Published besides:', events, extra),
    notes: taken.slice(0, 1).map((place) => {
      const event = events[place];
      const twins = events.flatMap((other, index) =>
        other.source === event?.source &&
        other.detailType === event.detailType &&
        other.detailText === event.detailText &&
        other.bus === event.bus
          ? [index]
          : [],
      );
      return twins.length > 1
        ? `The same event was published ${times(twins.length)}: ${sendersOf(
            context,
            twins.flatMap((index) => events[index] ?? []),
            twins,
          )}.`
        : `Event ${place + 1} matches as well, but the event asked for is there already${ofRight.length > 0 ? ': one match stands for one event' : ''}.`;
    }),
    next: 'Ask for at least these with toHavePublished, or name the others too.',
  };
}

function placesWithout(partners: readonly (number | undefined)[]): number[] {
  return partners.flatMap((partner, index) => (partner === undefined ? [index] : []));
}

function remarkOf(place: number | undefined): string {
  return place === undefined ? 'not published' : `published as ${place + 1}`;
}
