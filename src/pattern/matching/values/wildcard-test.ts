import type { Wildcard } from '../../language/wildcard/wildcard.js';

/** Parts so short that trying them at every position costs no more than searching cleverly. */
const MAX_SHORT_PART = 16;

/**
 * The test of a wildcard, in time linear in the string: the leftmost position of each part is always the best.
 */
export function wildcardTest({ parts }: Wildcard): (string: string) => boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return (string) => string === first;
  const searches = rest.map(createSearch);
  return (string) => {
    if (string.length < first.length + last.length || !string.startsWith(first) || !string.endsWith(last))
      return false;
    const end = string.length - last.length;
    let at = first.length;
    for (const search of searches) {
      at = search(string, at);
      if (at < 0 || at > end) return false;
    }
    return true;
  };
}

/** Searches a string from a position, and returns the position behind what was found, or -1. */
type Search = (string: string, from: number) => number;

/** As `String#indexOf`, but linear whatever the strings are (Knuth, Morris and Pratt). */
function createSearch(part: string): Search {
  if (part.length <= MAX_SHORT_PART) {
    return (string, from) => {
      const found = string.indexOf(part, from);
      return found < 0 ? -1 : found + part.length;
    };
  }
  const borders = bordersOf(part);
  return (string, from) => {
    let matched = 0;
    for (let at = from; at < string.length; at++) {
      const code = string.charCodeAt(at);
      while (matched > 0 && part.charCodeAt(matched) !== code) matched = borders[matched - 1] ?? 0;
      if (part.charCodeAt(matched) === code) matched++;
      if (matched === part.length) return at + 1;
    }
    return -1;
  };
}

/** For each prefix of a string the length of its longest proper prefix that is also its suffix. */
function bordersOf(part: string): readonly number[] {
  const borders = [0];
  for (let at = 1, length = 0; at < part.length; at++) {
    while (length > 0 && part[at] !== part[length]) length = borders[length - 1] ?? 0;
    if (part[at] === part[length]) length++;
    borders.push(length);
  }
  return borders;
}
