import { toValueTest } from './value-test.js';

/** Strings that JSON writes in one way only, but for escapes that nobody needs. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/;

/** So many strings are searched for: each search goes through a whole detail, which may have a million characters. */
const MAX_STRINGS = 8;

/**
 * A quick first look at the JSON of a detail, so that an assertion over very many events need not parse them all: every
 * plain string that is expected somewhere inside has to occur in it.
 * @returns whether a detail with this JSON can match; `true` decides nothing yet
 */
export function prefilter(expected: unknown): (detailJson: string | undefined) => boolean {
  // The quote before it is left to the comparison: it occurs everywhere in JSON, and searching for it is slow.
  const strings = plainStrings(expected).map((string) => `${string}"`);
  if (strings.length === 0) return () => true;
  return (detailJson) => {
    if (detailJson === undefined) return false;
    // With a backslash, any character may be written in another way.
    return strings.every((string) => detailJson.includes(string)) || detailJson.includes('\\');
  };
}

/** The first plain strings somewhere inside. */
export function plainStrings(expected: unknown): readonly string[] {
  const found: string[] = [];
  collect(expected, found);
  return found;
}

function collect(expected: unknown, found: string[]): void {
  if (found.length >= MAX_STRINGS) return;
  if (typeof expected === 'string') {
    if (PLAIN.test(expected)) found.push(expected);
  } else if (toValueTest(expected) === undefined && typeof expected === 'object' && expected !== null) {
    if (!('toJSON' in expected)) for (const inside of Object.values(expected)) collect(inside, found);
  }
}
