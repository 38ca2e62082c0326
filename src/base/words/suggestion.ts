import { unicodeExpression } from '../unicode-expression.js';

/**
 * The known name that was probably meant.
 * @returns the nearest of `known` by letters changed, or `undefined` when none is near
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const wanted = lettersOf(name);
  let nearest: string | undefined;
  // A third of the letters wrong, and two at least, is a slip; more is another word.
  let distance = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const d = wanted === lettersOf(candidate) ? 0 : editDistance(wanted, lettersOf(candidate));
    if (d < distance) {
      nearest = candidate;
      distance = d;
    }
  }
  return nearest;
}

/** ` Did you mean "x"?`, or nothing when no name is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const nearest = nearestName(name, known);
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
}

/** Letters and digits alone, so that `detail-type`, `DetailType` and `detailType` are one word. */
export function lettersOf(name: string): string {
  return name.replace(neitherLetterNorDigit(), '').toLowerCase();
}

const neitherLetterNorDigit = unicodeExpression(String.raw`[^\p{L}\p{N}]`, 'gu');

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substituted, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
