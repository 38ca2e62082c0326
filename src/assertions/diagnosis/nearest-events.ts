import type { CompiledMatch } from '../../match/compile-match.js';
import { type Difference, isPlace } from '../../match/difference.js';
import type { SentEntry } from '../../service/sent-entry.js';
import type { ReportedEvents } from '../report/report.js';
import { MOST_SHOWN } from '../report/shown-events.js';
import { slipIn } from './near-miss.js';

/** Of more events only those that are close at first sight are compared in full. */
const MOST_COMPARED = 1_000;

/** An event and how far it is from what was asked for. */
interface Candidate {
  readonly place: number;
  readonly event: SentEntry;
  readonly differences: readonly Difference[];
  readonly distance: number;
}

/**
 * The events nearest to a match, at most three, in the order in which they were published, the nearest one marked.
 * Of very many events the ones that are far at first sight are left aside: comparing all details would take longer than
 * anybody waits for a failing test.
 * @param places which of the events may be shown, by index; all of them when left out
 */
export function nearestEvents(
  match: CompiledMatch,
  events: readonly SentEntry[],
  places?: readonly number[],
): ReportedEvents {
  const candidates = closeAtFirstSight(match, events, places).flatMap((place): Candidate[] => {
    const event = events[place];
    if (event === undefined) return [];
    const differences = match.differences(event);
    return [{ place, event, differences, distance: distanceOf(differences) }];
  });
  candidates.sort((a, b) => a.distance - b.distance || a.place - b.place);
  const nearest = candidates[0];
  const shown = candidates.slice(0, MOST_SHOWN).sort((a, b) => a.place - b.place);
  const total = places?.length ?? events.length;
  // A condition that was asked about the whole event says no, and of none that it is nearer.
  const isNear = nearest?.differences.some(isPlace) ?? false;
  return {
    label: total <= MOST_SHOWN ? 'Published:' : `Published, the ${isNear ? 'nearest' : 'first'} of ${total}:`,
    shown: shown.map(({ place, event, differences }) => ({
      number: place + 1,
      event,
      differences,
      isMeant: isNear && place === nearest?.place && total > 1,
    })),
    more: 0,
  };
}

function closeAtFirstSight(
  match: CompiledMatch,
  events: readonly SentEntry[],
  places: readonly number[] = Array.from(events.keys()),
): readonly number[] {
  if (places.length <= MOST_COMPARED) return places;
  const byRank = new Map<number, number[]>();
  for (const place of places) {
    const event = events[place];
    if (event === undefined) continue;
    const rank = match.likeness(event);
    const same = byRank.get(rank);
    if (same === undefined) byRank.set(rank, [place]);
    else if (same.length < MOST_COMPARED) same.push(place);
  }
  const ranks = [...byRank].sort(([a], [b]) => b - a);
  return ranks.flatMap(([, same]) => same).slice(0, MOST_COMPARED);
}

/** What makes an event another event weighs more than what makes it a little different; a slip weighs least. */
function distanceOf(differences: readonly Difference[]): number {
  let distance = 0;
  for (const difference of differences) {
    const { path, kind } = difference;
    if (slipIn(difference) !== undefined) distance += 0.5;
    else distance += WEIGHTS[String(path[0])] ?? (kind === 'missing' ? 2 : 1);
  }
  return distance;
}

const WEIGHTS: Readonly<Record<string, number>> = { detailType: 20, source: 10, bus: 0.75 };
