import { CodeUnits } from './code-units.js';

/** Strings up to this length are scanned character by character. */
const SHORT_STRING = 24;

/**
 * Scans JSON, and reports where it is not valid. It works with positions: only what is needed is taken out of the JSON
 * text.
 */
export class JsonScanner {
  protected readonly json: string;
  protected readonly codes: Uint16Array;
  protected at = 0;
  readonly #units: CodeUnits;
  /** The next backslash from some position on, which is searched for once. */
  #backslash = -1;

  constructor(json: string) {
    this.json = json;
    this.#units = CodeUnits.of(json);
    this.codes = this.#units.codes;
  }

  /** The code unit reached; 0 at the end. */
  protected get code(): number {
    return this.codes[this.at] ?? 0;
  }

  /** Refuses anything that follows. */
  protected end(): void {
    this.skipSpace();
    if (this.at < this.json.length) this.unexpected();
  }

  protected skipSpace(): void {
    const { codes } = this;
    let { at } = this;
    let code = codes[at];
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = codes[++at];
    this.at = at;
  }

  /** Skips the comma between two members, and the space behind it. */
  protected comma(): void {
    if (this.code !== 0x2c) this.unexpected();
    this.at++;
    this.skipSpace();
  }

  /** Skips the colon behind a name, and the space around it. */
  protected colon(): void {
    this.skipSpace();
    if (this.code !== 0x3a) this.unexpected();
    this.at++;
    this.skipSpace();
  }

  /** The value of the string between two positions, quotes included. */
  protected stringBetween(from: number, to: number): string {
    return JSON.parse(this.json.slice(from, to));
  }

  /** Skips a string. @returns whether it has escapes */
  protected skipString(): boolean {
    const { codes } = this;
    let { at } = this;
    if (codes[at] !== 0x22) this.unexpected();
    const endOfShort = at + SHORT_STRING;
    let isEscaped = false;
    for (let code = codes[++at] ?? 0; code !== 0x22; code = codes[++at] ?? 0) {
      // A control character, or the end of the JSON.
      if (code < 0x20) this.unexpected(at);
      if (code === 0x5c) {
        isEscaped = true;
        at = this.#skipEscape(at + 1);
      }
      if (at > endOfShort) return this.#skipLongString(at + 1) || isEscaped;
    }
    this.at = at + 1;
    return isEscaped;
  }

  /** Skips the rest of a string by searching for what may end it. @returns whether it has escapes */
  #skipLongString(from: number): boolean {
    let at = from;
    let quote = -1;
    let isEscaped = false;
    for (;;) {
      // Each search begins where the last one ended, so that all of them together pass over the JSON once.
      if (quote < at) quote = indexOrEnd(this.json, '"', at);
      if (this.#backslash < at) this.#backslash = indexOrEnd(this.json, '\\', at);
      const end = Math.min(quote, this.#backslash);
      const control = this.#units.indexOfControl(at, end);
      if (control >= 0) this.unexpected(control);
      if (quote === end) break;
      isEscaped = true;
      at = this.#skipEscape(end + 1) + 1;
    }
    if (quote === this.json.length) this.unexpected(quote);
    this.at = quote + 1;
    return isEscaped;
  }

  /** @returns the position of the last character of the escape */
  #skipEscape(at: number): number {
    const letter = this.json.charAt(at);
    if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(this.json.slice(at + 1, at + 5))) return at + 4;
    if (letter === '' || !'"\\/bfnrt'.includes(letter)) this.unexpected(at);
    return at;
  }

  /** Skips a number or a literal. @returns whether it is a number */
  protected skipPlain(): boolean {
    const { code } = this;
    if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      this.#skipNumber();
      return true;
    }
    const literal = code === 0x74 ? 'true' : code === 0x66 ? 'false' : code === 0x6e ? 'null' : '';
    if (literal === '' || !this.json.startsWith(literal, this.at)) this.unexpected();
    this.at += literal.length;
    return false;
  }

  /** Skips any value, however deep. */
  protected skipValue(): void {
    const { code } = this;
    if (code === 0x22) this.skipString();
    else if (code === 0x7b || code === 0x5b) this.#skipNested();
    else this.skipPlain();
  }

  #skipNested(): void {
    const closers: number[] = [];
    // Whether the innermost object or array has just begun.
    let isFresh = false;
    for (;;) {
      const code = this.codes[this.at];
      if (code === 0x22) this.skipString();
      else if (code === 0x7b || code === 0x5b) {
        closers.push(code === 0x7b ? 0x7d : 0x5d);
        isFresh = true;
        this.at++;
        this.skipSpace();
      } else this.skipPlain();
      // On to the next value, through all that ends here.
      for (;;) {
        const closer = closers.at(-1);
        if (closer === undefined) return;
        if (!isFresh) this.skipSpace();
        if (this.codes[this.at] === closer) {
          closers.pop();
          this.at++;
          isFresh = false;
          continue;
        }
        if (!isFresh) this.comma();
        isFresh = false;
        if (closer === 0x7d) {
          this.skipString();
          this.colon();
        }
        break;
      }
    }
  }

  protected unexpected(at = this.at): never {
    throw new SyntaxError(
      at < this.json.length ? `Unexpected character at position ${at}` : 'Unexpected end of the JSON',
    );
  }

  #skipNumber(): void {
    this.#skipOne(0x2d);
    if (!this.#skipOne(0x30)) this.#digits();
    if (this.#skipOne(0x2e)) this.#digits();
    if (this.#skipOne(0x65) || this.#skipOne(0x45)) {
      if (!this.#skipOne(0x2b)) this.#skipOne(0x2d);
      this.#digits();
    }
  }

  #skipOne(code: number): boolean {
    if (this.codes[this.at] !== code) return false;
    this.at++;
    return true;
  }

  /** Skips one digit at least. */
  #digits(): void {
    const { codes } = this;
    let { at } = this;
    let code = codes[at] ?? 0;
    if (code < 0x30 || code > 0x39) this.unexpected();
    while (code >= 0x30 && code <= 0x39) code = codes[++at] ?? 0;
    this.at = at;
  }
}

function indexOrEnd(json: string, character: string, from: number): number {
  const index = json.indexOf(character, from);
  return index < 0 ? json.length : index;
}
