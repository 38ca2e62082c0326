import { type Finding, findWords, type Rule } from './find-words.js';
import { findLongSentences, type LongSentence, MAX_WORDS } from './long-sentences.js';
import { readMarkdown } from './markdown-prose.js';
import type { Kind, Piece } from './piece.js';
import { readTypeScript } from './typescript-prose.js';

/** Words that are right where they are. */
export interface Exception {
  readonly file: string;
  /** As they are found there. */
  readonly words: string;
  readonly reason: string;
}

/** Users read the messages and the names of `src`; of the rest, what a contributor reads. */
const KINDS: { readonly [where in 'src' | 'elsewhere']: ReadonlySet<Kind> } = {
  src: new Set<Kind>(['comment', 'message', 'name']),
  elsewhere: new Set<Kind>(['comment', 'title', 'doc']),
};

/**
 * Reads files as a person would. Finds the words that the rules do not allow, and sentences that are too long.
 *
 * @param files the contents of each file by its path, with `/`
 * @returns a line for each problem: what is found, and exceptions that no longer are needed
 */
export function checkProse(
  files: ReadonlyMap<string, string>,
  rules: readonly Rule[],
  exceptions: readonly Exception[] = [],
): string[] {
  const used = new Set<Exception>();
  const problems = [...files].flatMap(([file, source]) => {
    const pieces = piecesOf(file, source);
    const words = findWords(pieces, rules).filter((finding) => {
      const exception = exceptions.find((one) => one.file === file && one.words === finding.words);
      if (exception !== undefined) used.add(exception);
      return exception === undefined;
    });
    return [
      ...words.map((finding) => ({ index: finding.index, text: describe(finding) })),
      ...findLongSentences(pieces).map((sentence) => ({
        index: sentence.index,
        text: describeSentence(sentence),
      })),
    ].map(({ index, text }) => `${file}:${locate(source, index)}: ${text}`);
  });
  const unused = exceptions.filter((exception) => !used.has(exception));
  return [
    ...problems,
    ...unused.map(({ file, words }) => `${file} does not have "${words}": delete the exception`),
  ];
}

function piecesOf(file: string, source: string): Piece[] {
  const pieces = file.endsWith('.md') ? readMarkdown(source) : readTypeScript(file, source);
  const kinds = KINDS[file.startsWith('src/') ? 'src' : 'elsewhere'];
  return pieces.filter(({ kind }) => kinds.has(kind));
}

/** `line:column`, both from 1. */
function locate(source: string, index: number): string {
  const lines = source.slice(0, index).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}

function describe({ kind, words, rule: { instead, why } }: Finding): string {
  return `"${words}" in a ${kind}. Write: ${instead}.${why === undefined ? '' : ` ${why}`}`;
}

function describeSentence({ kind, words }: LongSentence): string {
  return `A sentence of ${words} words in a ${kind}. Write sentences of at most ${MAX_WORDS} words.`;
}
