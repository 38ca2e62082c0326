/** What stands in for a character of code inside a sentence. */
export const CODE = '\u00b7';

/** What stands in for a character that ends a sentence without a full stop, such as the tag of TSDoc. White space. */
export const BREAK = '\u2029';

/**
 * A part of a file as prose of the same length. What is not prose (a URL, the stars of a comment) becomes spaces, code
 * inside a sentence becomes `CODE`. So an index into the prose is an index into the file.
 */
export class Mask {
  readonly #characters: string[];
  readonly #start: number;

  constructor(source: string, start: number, end: number) {
    this.#characters = source.slice(start, end).split('');
    this.#start = start;
  }

  /** Hides a range of the file. Line breaks stay. */
  hide(start: number, end: number, by = ' '): void {
    const first = Math.max(0, start - this.#start);
    const last = Math.min(this.#characters.length, end - this.#start);
    for (let i = first; i < last; i++) if (this.#characters[i] !== '\n') this.#characters[i] = by;
  }

  /** Hides each match of an expression in what is left. */
  hideMatches(expression: RegExp, by = ' '): void {
    for (const { index, 0: found } of this.toString().matchAll(expression))
      this.hide(this.#start + index, this.#start + index + found.length, by);
  }

  toString(): string {
    return this.#characters.join('');
  }
}

/** Code between backticks, and addresses. */
export function hideCode(mask: Mask): void {
  mask.hideMatches(/`[^`\n]*`/g, CODE);
  mask.hideMatches(/\bhttps?:\/\/\S+/g, CODE);
}
