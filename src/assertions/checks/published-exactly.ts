import { count } from '../../base/english.js';
import { pair } from '../../base/maximum-matching.js';
import type { CompiledMatch } from '../../match/compile-match.js';
import type { AssertionContext } from '../context.js';
import { missingEvents, whatCameInstead } from '../diagnosis/missing-events.js';
import { LEFT_OVER, sendersOf } from '../diagnosis/origins.js';
import { tooOften } from '../diagnosis/too-often.js';
import { onScope, WHOLE_STORY } from '../events-in-scope.js';
import { matchesIn } from '../match-list.js';
import type { Report, Verdict } from '../report/report.js';
import { shownEvents } from '../report/shown-events.js';

/** As many events as matches, in any order: an event of its own for each match, and none besides. */
export function publishedExactly(context: AssertionContext, list: unknown, method: string): Verdict {
  const matches = matchesIn(list, context, method);
  const events = context.events();
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
        label: negated ? 'Asked for, in any order, each in part:' : 'Expected, in any order, each in part:',
        matches: matches.map(({ written }, index) => ({
          written,
          isMeant: !negated && pairing.ofLeft[index] === undefined,
          remark: remarkOf(pairing.ofLeft[index]),
        })),
      };
      if (negated) {
        return matches.length === 0
          ? {
              summary: `Expected something to be published${onScope(context)}, but nothing was.`,
              ...whatCameInstead(context),
            }
          : {
              summary: `Expected other events than these${onScope(context)}, but exactly these were published.`,
              expected,
              next: WHOLE_STORY,
            };
      }
      return {
        ...(matches.length > 0 && { expected }),
        ...wrongReport(context, matches, missing, extra),
      };
    },
  };
}

function wrongReport(
  context: AssertionContext,
  matches: readonly CompiledMatch[],
  missing: readonly number[],
  extra: readonly number[],
): Report {
  const events = context.events();
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
      ...(nearest !== undefined && {
        events:
          extra.length === 0
            ? nearest
            : { ...nearest, label: nearest.label.replace('Published', 'Published besides') },
      }),
      ...(notes !== undefined && { notes }),
      ...(next !== undefined && { next }),
    };
  }
  return {
    summary,
    events: shownEvents(matches.length === 0 ? 'Published:' : 'Published besides:', events, extra),
    ...besides(context, matches, extra),
  };
}

/** Why there may be more events than were named: one of them twice, or others. */
function besides(
  context: AssertionContext,
  matches: readonly CompiledMatch[],
  extra: readonly number[],
): Pick<Report, 'notes' | 'next'> {
  const events = context.events();
  const again = extra.flatMap((place) => {
    const event = events[place];
    const match = event === undefined ? undefined : matches.find((each) => each.test(event));
    return match === undefined ? [] : [match];
  })[0];
  if (again === undefined) {
    return {
      notes: [`Sent: ${sendersOf(context, extra)}.`],
      next:
        matches.length === 0
          ? LEFT_OVER
          : `Name them too, or ask for the ones that matter with toHavePublished.`,
    };
  }
  return tooOften(
    context,
    events.flatMap((event, index) => (again.test(event) ? [index] : [])),
  );
}

function placesWithout(partners: readonly (number | undefined)[]): number[] {
  return partners.flatMap((partner, index) => (partner === undefined ? [index] : []));
}

function remarkOf(place: number | undefined): string {
  return place === undefined ? 'not published' : `published as ${place + 1}`;
}
