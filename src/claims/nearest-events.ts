import type { CompiledMatch } from '../match/compile-match.js';
import type { Difference } from '../match/difference.js';
import type { EventView } from '../match/event-view.js';
import type { ReportedEvents } from './report.js';

const MOST_SHOWN = 3;

/** Of so many events none is looked at more closely than by its source, detail type and bus. */
const MOST_COMPARED = 2_000;

/** An event and how far it is from what was asked for. */
interface Candidate {
  readonly number: number;
  readonly event: EventView;
  readonly differences: readonly Difference[];
  readonly distance: number;
}

/**
 * The events nearest to a match, at most three, in the order in which they were published, the nearest one marked.
 * Of very many events the ones that differ in source, detail type or bus are left aside first: comparing all details
 * would take longer than anybody waits for a failing test.
 */
export function nearestEvents(
  match: CompiledMatch,
  events: readonly EventView[],
  label: string,
): ReportedEvents {
  const candidates = closeAtFirstSight(match, events).map(([event, number]): Candidate => {
    const differences = match.differences(event);
    return { number, event, differences, distance: distanceOf(differences) };
  });
  candidates.sort((a, b) => a.distance - b.distance || a.number - b.number);
  const nearest = candidates[0];
  const shown = candidates.slice(0, MOST_SHOWN).sort((a, b) => a.number - b.number);
  return {
    label,
    shown: shown.map(({ number, event, differences }) => ({
      number,
      event,
      differences,
      isMeant: number === nearest?.number && events.length > 1,
    })),
    more: events.length - shown.length,
  };
}

function closeAtFirstSight(
  match: CompiledMatch,
  events: readonly EventView[],
): [event: EventView, number: number][] {
  const numbered = events.map((event, index): [EventView, number] => [event, index + 1]);
  if (numbered.length <= MOST_COMPARED) return numbered;
  const written = match.written;
  const wanted = typeof written === 'object' && written !== null ? (written as Partial<EventView>) : {};
  const sight = (event: EventView) =>
    Number(event.detailType === wanted.detailType) * 4 +
    Number(event.source === wanted.source) * 2 +
    Number(event.bus === wanted.bus);
  const ranked = numbered.map((pair) => ({ pair, rank: sight(pair[0]) }));
  const best = ranked.reduce((most, { rank }) => Math.max(most, rank), 0);
  return ranked
    .filter(({ rank }) => rank === best)
    .slice(0, MOST_COMPARED)
    .map(({ pair }) => pair);
}

/** What makes an event another event weighs more than what makes it a little different. */
function distanceOf(differences: readonly Difference[]): number {
  let distance = 0;
  for (const { path, kind } of differences)
    distance += WEIGHTS[String(path[0])] ?? (kind === 'missing' ? 2 : 1);
  return distance;
}

const WEIGHTS: Readonly<Record<string, number>> = { detailType: 20, source: 10, bus: 5 };
