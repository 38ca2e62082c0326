import type { CompiledMatch } from '../../match/compile-match.js';
import type { Difference } from '../../match/difference.js';
import type { SentEntry } from '../../service/sent-entry.js';
import type { AssertionContext } from '../context.js';
import type { ReportedEvents } from '../report/report.js';
import { MAX_LISTED } from '../report-constants.js';
import { nearMiss } from './near-miss.js';

/** Of more events only those that look similar are compared in full. */
const MAX_COMPARED = 1_000;

/** An event and how far it is from the match. */
interface Candidate {
  readonly index: number;
  readonly event: SentEntry;
  readonly differences: readonly Difference[];
  readonly distance: number;
}

/**
 * The events nearest to a match, at most three, in the order in which they were published, with the nearest in focus.
 * Of very many events only those that look similar are compared: comparing all details would take longer than anybody
 * waits for a failing test.
 * @param indexes which of the events may be listed; all of them when left out
 */
export function nearestEvents(
  match: CompiledMatch,
  { events: eventsOf, subject }: AssertionContext,
  indexes?: readonly number[],
): ReportedEvents {
  const events = eventsOf();
  const candidates = mostSimilar(match, events, indexes).flatMap((index): Candidate[] => {
    const event = events[index];
    if (event === undefined) return [];
    const differences = match.differences(event);
    return [{ index, event, differences, distance: distanceOf(differences) }];
  });
  candidates.sort((a, b) => a.distance - b.distance || a.index - b.index);
  const nearest = candidates[0];
  const listed = candidates.slice(0, MAX_LISTED).sort((a, b) => a.index - b.index);
  const total = indexes?.length ?? events.length;
  // A condition on the whole event only says no: none is nearer than another.
  const isNear = nearest?.differences.some(({ path }) => path.length > 0) ?? false;
  return {
    label: total <= MAX_LISTED ? 'Received:' : `Received, the ${isNear ? 'nearest' : 'first'} of ${total}:`,
    subject,
    listed: listed.map(({ index, event, differences }) => ({
      index,
      event,
      differences,
      isFocus: isNear && index === nearest?.index && total > 1,
    })),
    more: 0,
  };
}

function mostSimilar(
  match: CompiledMatch,
  events: readonly SentEntry[],
  indexes: readonly number[] = Array.from(events.keys()),
): readonly number[] {
  if (indexes.length <= MAX_COMPARED) return indexes;
  const bySimilarity = new Map<number, number[]>();
  for (const index of indexes) {
    const event = events[index];
    if (event === undefined) continue;
    const similarity = match.similarity(event);
    const same = bySimilarity.get(similarity);
    if (same === undefined) bySimilarity.set(similarity, [index]);
    else if (same.length < MAX_COMPARED) same.push(index);
  }
  const groups = [...bySimilarity].sort(([a], [b]) => b - a);
  return groups.flatMap(([, same]) => same).slice(0, MAX_COMPARED);
}

/** What makes it another event weighs more than what makes it a little different; a near miss weighs least. */
function distanceOf(differences: readonly Difference[]): number {
  let distance = 0;
  for (const difference of differences) {
    const { path, kind } = difference;
    if (nearMiss(difference) !== undefined) distance += 0.5;
    else distance += WEIGHTS.get(path[0]) ?? (kind === 'missing' ? 2 : 1);
  }
  return distance;
}

const WEIGHTS: ReadonlyMap<unknown, number> = new Map([
  ['detailType', 20],
  ['source', 10],
  ['bus', 0.75],
]);
