import { BREAK, CODE } from './mask.js';
import type { Kind, Piece } from './piece.js';

/** Most sentences have fewer than 20 words; one with more than this has to be read twice. */
export const MAX_WORDS = 25;

/** A sentence with too many words. */
export interface LongSentence {
  readonly kind: Kind;
  /** Where it starts in the file. */
  readonly index: number;
  readonly words: number;
}

/** What ends a sentence: its mark, an empty line, the next item in a comment, a tag, the end of markup. */
const END = new RegExp(`[.!?}>]['"”’)\\]*_]*(?=\\s|$)|\\n[ \\t]*(?:- |(?=\\n))|${BREAK}+`, 'g');

const WORD = new RegExp(`[\\p{L}\\p{N}${CODE}]`, 'u');

/** Finds sentences of more than `MAX_WORDS` words. Code counts as one word, and a name is not a sentence. */
export function findLongSentences(pieces: readonly Piece[]): LongSentence[] {
  return pieces
    .filter(({ kind }) => kind !== 'name')
    .flatMap(({ kind, start, prose }) =>
      sentencesOf(prose).map(({ index, text }) => ({ kind, index: start + index, words: countWords(text) })),
    )
    .filter(({ words }) => words > MAX_WORDS);
}

function sentencesOf(prose: string): { readonly index: number; readonly text: string }[] {
  const ends = [...prose.matchAll(END)].map(({ 0: end, index }) => index + end.length);
  return [...ends, prose.length].map((end, i) => {
    const rest = prose.slice(ends[i - 1] ?? 0, end);
    const text = rest.replace(/^[\s|]+/, '');
    return { index: end - text.length, text };
  });
}

const countWords = (text: string): number => text.split(/\s+/).filter((word) => WORD.test(word)).length;
