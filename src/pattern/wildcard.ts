/** A wildcard pattern: the texts between its stars. */
export interface Wildcard {
  readonly parts: readonly string[];
}

/** Why a wildcard pattern is refused: the reason, to which the reader adds the place. */
export class InvalidWildcard extends Error {}

/**
 * Reads a wildcard pattern: `*` is any number of characters, `\*` a star, `\\` a backslash.
 * Positions are bytes of UTF-8, and count the quote that AWS's engine keeps before the text.
 */
export function readWildcard(text: string): Wildcard {
  const parts = [''];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '*') {
      if (text.charAt(at + 1) === '*')
        throw new InvalidWildcard(`Consecutive wildcard characters at pos ${positionOf(text, at)}`);
      parts.push('');
      continue;
    }
    let literal = char;
    if (char === '\\') {
      literal = text.charAt(at + 1);
      if (literal !== '*' && literal !== '\\')
        throw new InvalidWildcard(`Invalid escape character at pos ${positionOf(text, at)}`);
      at++;
    }
    parts.push(`${parts.pop() ?? ''}${literal}`);
  }
  return { parts };
}

function positionOf(text: string, at: number): number {
  return Buffer.byteLength(text.slice(0, at)) + 1;
}

/** Whether a text fits, in time linear in the text: the leftmost place for each part is always the best. */
export function fitsWildcard({ parts }: Wildcard, text: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
    return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of rest) {
    const found = indexOf(text, part, at, end);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= end;
}

/** Parts so short that trying them at every place costs no more than being clever. */
const SHORT = 16;

/** As `String#indexOf`, but linear whatever the texts are (Knuth, Morris and Pratt). */
function indexOf(text: string, part: string, from: number, end: number): number {
  if (part === '') return from <= end ? from : -1;
  if (part.length <= SHORT) {
    const found = text.indexOf(part, from);
    return found + part.length <= end ? found : -1;
  }
  const borders = bordersOf(part);
  let matched = 0;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    while (matched > 0 && part.charCodeAt(matched) !== code) matched = borders[matched - 1] ?? 0;
    if (part.charCodeAt(matched) === code) matched++;
    if (matched === part.length) return at - matched + 1;
  }
  return -1;
}

const knownBorders = new Map<string, readonly number[]>();

/** For each beginning of a text the longest proper beginning that is also its end. */
function bordersOf(part: string): readonly number[] {
  const known = knownBorders.get(part);
  if (known !== undefined) return known;
  const borders = [0];
  for (let at = 1, length = 0; at < part.length; at++) {
    while (length > 0 && part[at] !== part[length]) length = borders[length - 1] ?? 0;
    if (part[at] === part[length]) length++;
    borders.push(length);
  }
  if (knownBorders.size > 1000) knownBorders.clear();
  knownBorders.set(part, borders);
  return borders;
}
