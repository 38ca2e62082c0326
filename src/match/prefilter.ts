import { isOnBus } from '../service/event-bus.js';
import type { SentEntry } from '../service/sent-entry.js';
import type { Scalar } from './plain-values.js';

/** Strings that JSON writes in one way only, but for escapes that nobody needs. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/;

/** What can be seen of events without parsing their details. */
export interface Prefilter {
  /** Whether an event can match; `true` decides nothing yet. */
  mayMatch(event: SentEntry): boolean;
  /** How similar an event is to the match: the higher, the nearer. */
  similarity(event: SentEntry): number;
}

/**
 * A quick first look at the JSON of details, so that an assertion over very many events need not parse them all: every
 * plain string that is expected somewhere inside has to occur in it.
 * @param inDetail the plain values that the match expects in the detail
 */
export function createPrefilter(
  { detailType, source, bus }: Readonly<Record<string, unknown>>,
  inDetail: readonly Scalar[],
): Prefilter {
  // The quote before it is left to the comparison: it occurs everywhere in JSON, and searching for it is slow.
  const strings = inDetail.flatMap((value) =>
    typeof value === 'string' && PLAIN.test(value) ? [`${value}"`] : [],
  );
  return {
    mayMatch: ({ detailJson }) => {
      if (strings.length === 0) return true;
      if (detailJson === undefined) return false;
      // With a backslash, any character may be written in another way.
      return strings.every((string) => detailJson.includes(string)) || detailJson.includes('\\');
    },
    similarity: (event) => {
      let similarity = 0;
      if (event.detailType === detailType) similarity += 1000;
      if (event.source === source) similarity += 500;
      if (typeof bus === 'string' && isOnBus(event, bus)) similarity += 1;
      for (const string of strings) if (event.detailJson?.includes(string)) similarity += 10;
      return similarity;
    },
  };
}
