import { CodeUnits } from './code-units.js';

/** So many code units are looked at one by one before the next special one is searched for: most names end before. */
const SHORT = 16;

/**
 * Scans JSON, and reports where it is not valid. It works with positions: only what is needed is taken out of the JSON
 * text. The methods that skip take the position where something begins, and return the position behind it.
 */
export class JsonScanner {
  protected readonly json: string;
  protected readonly codes: Uint16Array;
  readonly #units: CodeUnits;
  /** Whether the last string that was skipped has escapes. */
  protected isEscaped = false;
  /**
   * The next quote, backslash and control character from some position on. Each search begins where the last one ended, so
   * that all of them together pass over the JSON once.
   */
  #quote = -1;
  #backslash = -1;
  #control = -1;
  /** The closing characters of the objects and arrays around the innermost one, while a value is skipped. */
  readonly #closers: number[] = [];

  constructor(json: string) {
    this.json = json;
    this.#units = CodeUnits.of(json);
    this.codes = this.#units.codes;
  }

  protected skipSpace(at: number): number {
    let end = at;
    for (let code = this.codes[end] ?? 0; code <= 0x20; code = this.codes[++end] ?? 0) {
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
    }
    return end;
  }

  /** Skips a name, the colon behind it and all space, up to the value. */
  protected skipName(at: number): number {
    return this.skipColon(this.skipString(at));
  }

  protected skipColon(at: number): number {
    const { codes } = this;
    let end = at;
    if (codes[end] !== 0x3a) end = this.skipSpace(end);
    if (codes[end] !== 0x3a) this.unexpected(end);
    end++;
    return (codes[end] ?? 0) <= 0x20 ? this.skipSpace(end) : end;
  }

  /** Skips a string from its opening quote on, and notes in `isEscaped` whether it has escapes. */
  protected skipString(at: number): number {
    if (this.codes[at] !== 0x22) this.unexpected(at);
    // Searching for the quote is faster where no control character, such as a line break, has to be searched for too.
    const special =
      this.#control === this.json.length ? this.#searchSpecial(at + 1) : this.#specialFrom(at + 1);
    this.isEscaped = this.codes[special] === 0x5c;
    if (this.isEscaped) return this.#skipEscapedString(special);
    if (this.codes[special] !== 0x22) this.unexpected(special);
    return special + 1;
  }

  /** @param start its first escape */
  #skipEscapedString(start: number): number {
    const { codes } = this;
    let at = start;
    for (;;) {
      // Anything else is a control character, or the end of the JSON.
      if (codes[at] !== 0x5c) this.unexpected(at);
      at = this.#skipEscape(at);
      at = this.#specialFrom(at);
      if (codes[at] === 0x22) return at + 1;
    }
  }

  /** The next character from a position in a string on that is not an ordinary one; at the end of the JSON its length. */
  #specialFrom(from: number): number {
    const { codes } = this;
    const end = from + SHORT;
    for (let at = from; at < end; at++) {
      const code = codes[at] ?? 0;
      if (code <= 0x5c && (code < 0x20 || code === 0x22 || code === 0x5c)) return at;
    }
    return this.#searchSpecial(end);
  }

  #searchSpecial(at: number): number {
    if (this.#quote < at) this.#quote = orEnd(this.json.indexOf('"', at), this.json);
    if (this.#backslash < at) this.#backslash = orEnd(this.json.indexOf('\\', at), this.json);
    if (this.#control < at)
      this.#control = orEnd(this.#units.indexOfControl(at, this.json.length), this.json);
    if (this.#quote < this.#backslash && this.#quote < this.#control) return this.#quote;
    return Math.min(this.#backslash, this.#control);
  }

  #skipEscape(at: number): number {
    const { codes } = this;
    switch (codes[at + 1]) {
      case 0x22: // "
      case 0x5c: // \
      case 0x2f: // /
      case 0x62: // b
      case 0x66: // f
      case 0x6e: // n
      case 0x72: // r
      case 0x74: // t
        return at + 2;
      case 0x75: // u
        for (let i = at + 2; i < at + 6; i++) if (!isHexDigit(codes[i] ?? 0)) this.unexpected(i);
        return at + 6;
      default:
        return this.unexpected(at + 1);
    }
  }

  /** Skips any value, however deep. */
  protected skipValue(at: number): number {
    const code = this.codes[at];
    if (code === 0x22) return this.skipString(at);
    return code === 0x7b || code === 0x5b ? this.#skipNested(at) : this.skipPlain(at);
  }

  #skipNested(start: number): number {
    const { codes } = this;
    const outer = this.#closers;
    let depth = 0;
    /** The closing character of the innermost object or array. */
    let closer = 0;
    let at = start;
    for (;;) {
      // A value begins here.
      let code = codes[at] ?? 0;
      if (code === 0x22) at = this.skipString(at);
      else if (code === 0x7b || code === 0x5b) {
        const next = codes[at + 1] ?? 0;
        at = next <= 0x20 ? this.skipSpace(at + 1) : at + 1;
        outer[depth++] = closer;
        closer = code + 2;
        if (codes[at] !== closer) {
          if (closer === 0x7d) at = this.skipName(at);
          continue;
        }
        closer = outer[--depth] ?? 0;
        at++;
      } else at = this.skipPlain(at);
      // On to the next value, through all that ends here.
      for (;;) {
        if (depth === 0) return at;
        code = codes[at] ?? 0;
        if (code <= 0x20) {
          at = this.skipSpace(at);
          code = codes[at] ?? 0;
        }
        at++;
        if (code === 0x2c) break;
        if (code !== closer) this.unexpected(at - 1);
        closer = outer[--depth] ?? 0;
      }
      if ((codes[at] ?? 0) <= 0x20) at = this.skipSpace(at);
      if (closer === 0x7d) at = this.skipName(at);
    }
  }

  /** Skips a number or a literal. */
  protected skipPlain(at: number): number {
    const { codes } = this;
    switch (codes[at]) {
      case 0x74: // true
        if (codes[at + 1] !== 0x72 || codes[at + 2] !== 0x75 || codes[at + 3] !== 0x65) this.unexpected(at);
        return at + 4;
      case 0x66: // false
        if (codes[at + 1] !== 0x61 || codes[at + 2] !== 0x6c || codes[at + 3] !== 0x73) this.unexpected(at);
        if (codes[at + 4] !== 0x65) this.unexpected(at);
        return at + 5;
      case 0x6e: // null
        if (codes[at + 1] !== 0x75 || codes[at + 2] !== 0x6c || codes[at + 3] !== 0x6c) this.unexpected(at);
        return at + 4;
      default:
        return this.#skipNumber(at);
    }
  }

  #skipNumber(at: number): number {
    const { codes } = this;
    let end = codes[at] === 0x2d ? at + 1 : at;
    end = codes[end] === 0x30 ? end + 1 : this.#skipDigits(end);
    const code = codes[end] ?? 0;
    return code === 0x2e || code === 0x65 || code === 0x45 ? this.#skipFraction(end) : end;
  }

  #skipFraction(at: number): number {
    const { codes } = this;
    let end = codes[at] === 0x2e ? this.#skipDigits(at + 1) : at;
    if (codes[end] !== 0x65 && codes[end] !== 0x45) return end;
    end++;
    if (codes[end] === 0x2b || codes[end] === 0x2d) end++;
    return this.#skipDigits(end);
  }

  /** Skips one digit at least. */
  #skipDigits(at: number): number {
    const { codes } = this;
    let end = at;
    let code = codes[end] ?? 0;
    if (code < 0x30 || code > 0x39) this.unexpected(at);
    while (code >= 0x30 && code <= 0x39) code = codes[++end] ?? 0;
    return end;
  }

  protected unexpected(at: number): never {
    throw new SyntaxError(
      at < this.json.length ? `Unexpected character at position ${at}` : 'Unexpected end of the JSON',
    );
  }
}

function isHexDigit(code: number): boolean {
  const lower = code | 0x20;
  return (code >= 0x30 && code <= 0x39) || (lower >= 0x61 && lower <= 0x66);
}

function orEnd(index: number, json: string): number {
  return index < 0 ? json.length : index;
}
