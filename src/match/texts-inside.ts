import { isObject } from '../json.js';
import { conditionOf } from './conditions.js';

/** Texts that JSON can write in one way only, but for escapes that nobody needs. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/;

/**
 * A quick first look at a detail's text, so that a claim over very many events need not parse them all: every plain text
 * that is expected somewhere inside has to stand in it.
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

/** The plain texts somewhere inside. */
export function plainTexts(expected: unknown): string[] {
  if (typeof expected === 'string') return PLAIN.test(expected) ? [expected] : [];
  if (conditionOf(expected) !== undefined) return [];
  if (Array.isArray(expected)) return expected.flatMap(plainTexts);
  if (!isObject(expected) || 'toJSON' in expected) return [];
  return Object.values(expected).flatMap(plainTexts);
}
