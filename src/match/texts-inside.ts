import { conditionOf } from './conditions.js';

/** Texts that JSON can write in one way only, but for escapes that nobody needs. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/;

/** So many texts are looked for: each look goes through the whole of a detail, which may be a million characters. */
const MOST_TEXTS = 8;

/**
 * A quick first look at a detail's text, so that a claim over very many events need not parse them all: every plain text
 * that is expected somewhere inside has to stand in it. Of very many texts the first are enough.
 * @returns whether a detail with this text can hold what is expected; `true` says nothing yet
 */
export function textsInside(expected: unknown): (detailText: string | undefined) => boolean {
  // The quote before it is left to the comparison: it stands everywhere in a JSON text, and looking for it is slow.
  const texts = plainTexts(expected).map((text) => `${text}"`);
  if (texts.length === 0) return () => true;
  return (detailText) => {
    if (detailText === undefined) return false;
    // With a backslash, any character may be written in another way.
    return texts.every((text) => detailText.includes(text)) || detailText.includes('\\');
  };
}

/** The first plain texts somewhere inside. */
export function plainTexts(expected: unknown): readonly string[] {
  const found: string[] = [];
  collect(expected, found);
  return found;
}

function collect(expected: unknown, found: string[]): void {
  if (found.length >= MOST_TEXTS) return;
  if (typeof expected === 'string') {
    if (PLAIN.test(expected)) found.push(expected);
  } else if (conditionOf(expected) === undefined && typeof expected === 'object' && expected !== null) {
    if (!('toJSON' in expected)) for (const inside of Object.values(expected)) collect(inside, found);
  }
}
