import type { Kind, Piece } from './piece.js';

/** A rule as words.yaml has it. */
export interface Rule {
  readonly find: string;
  readonly instead: string;
  readonly why?: string;
  readonly wrong: string;
  readonly right?: string;
  readonly names?: boolean;
}

/** A rule that matched. */
export interface Finding {
  readonly kind: Kind;
  /** Where it starts in the file. */
  readonly index: number;
  /** The words that are there. */
  readonly words: string;
  readonly rule: Rule;
}

/** Finds what the rules do not allow, in the order of the file. */
export function findWords(pieces: readonly Piece[], rules: readonly Rule[]): Finding[] {
  return rules
    .flatMap((rule) => {
      const expression = toExpression(rule);
      return pieces
        .filter(({ kind }) => kind !== 'name' || rule.names === true)
        .flatMap((piece) => findingsIn(piece, expression, rule));
    })
    .sort((one, other) => one.index - other.index);
}

/** Whole words, in any case, also across lines. */
function toExpression({ find }: Rule): RegExp {
  return new RegExp(`(?<![\\w-])(?:${find.replaceAll(' ', '\\s+')})(?![\\w-])`, 'gi');
}

function findingsIn({ kind, start, prose }: Piece, expression: RegExp, rule: Rule): Finding[] {
  return [...prose.matchAll(expression)].map(({ 0: found, index }) => ({
    kind,
    index: kind === 'name' ? start : start + index,
    words: found.replace(/\s+/g, ' '),
    rule,
  }));
}
