import { type Finding, findWords, type Rule } from './find-words.js';
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
 * Reads files as a person would, and finds the words that the rules do not allow.
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
  const problems = [...files].flatMap(([file, source]) =>
    findWords(piecesOf(file, source), rules)
      .filter(({ words }) => {
        const exception = exceptions.find((one) => one.file === file && one.words === words);
        if (exception !== undefined) used.add(exception);
        return exception === undefined;
      })
      .map((finding) => `${file}:${locate(source, finding.index)}: ${describe(finding)}`),
  );
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
