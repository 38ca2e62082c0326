import type { SentEntry } from '../service/sent-entry.js';
import type { CompiledMatch } from './compile-match.js';
import { isScalar, type Scalar } from './prefilter.js';

/** Up to this many comparisons of matches and events, an index is slower than comparing. */
const MIN_COMPARISONS = 10_000;

/**
 * Narrows the events that may match each of many matches, so that 10,000 matches and 10,000 events need not all be
 * compared. An event that matches has every plain value of the match somewhere.
 * @returns the only events that may match, by index; `undefined` where any may
 */
export function createCandidates(
  matches: readonly (Pick<CompiledMatch, 'plainValues'> | undefined)[],
  events: readonly SentEntry[],
): (match: number) => readonly number[] | undefined {
  if (matches.length * events.length <= MIN_COMPARISONS) return () => undefined;
  let index: ReadonlyMap<Scalar, readonly number[]> | undefined;
  return (match) => {
    const values = matches[match]?.plainValues ?? [];
    if (values.length === 0) return undefined;
    index ??= createIndex(events);
    let fewest: readonly number[] | undefined;
    for (const value of values) {
      const having = index.get(value) ?? NONE;
      if (fewest === undefined || having.length < fewest.length) fewest = having;
    }
    return fewest;
  };
}

const NONE: readonly number[] = [];

function createIndex(events: readonly SentEntry[]): ReadonlyMap<Scalar, readonly number[]> {
  const index = new Map<Scalar, number[]>();
  const add = (value: Scalar, event: number) => {
    const having = index.get(value);
    if (having === undefined) index.set(value, [event]);
    else if (having.at(-1) !== event) having.push(event);
  };
  events.forEach(({ source, detailType, detailJson }, event) => {
    const left: unknown[] = [source, detailType, parse(detailJson)];
    for (let next = left.pop(); left.length > 0 || next !== undefined; next = left.pop()) {
      if (isScalar(next)) add(next, event);
      else if (typeof next === 'object' && next !== null)
        for (const value of Object.values(next)) left.push(value);
    }
  });
  return index;
}

/** Not the event's own parsed detail: that would be kept. */
function parse(detailJson: string | undefined): unknown {
  try {
    return detailJson === undefined ? undefined : JSON.parse(detailJson);
  } catch {
    return undefined;
  }
}
