import { CodeUnits } from './code-units.js';

/** So many code units behind an escape are looked at one by one before the end of the string is searched for. */
const SHORT = 16;

/** So many code units of a name are looked at one by one: a search for its end takes longer than most names. */
const SHORT_NAME = 12;

const LITERALS = ['true', 'false', 'null'];

/**
 * Scans JSON, and reports where it is not valid. It works with positions: only what is needed is taken out of the JSON
 * text. The methods that skip take the position where something begins, and return the position behind it.
 */
export class JsonScanner {
  protected readonly json: string;
  protected readonly codes: Uint8Array | Uint16Array;
  readonly #units: CodeUnits;
  /** Whether the last string that was skipped has escapes. */
  protected isEscaped = false;
  /**
   * The next backslash and the next control character from some position on. Each search begins where the last one ended,
   * so that all of them together pass over the JSON once.
   */
  #backslash = -1;
  #control = -1;
  /** The nearer one of the two: strings that end before it have no escapes, and are valid. */
  #special = -1;
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
    return this.skipColon(this.skipQuotedName(at));
  }

  /** Skips a name alone, and notes in `isEscaped` whether it has escapes. */
  protected skipQuotedName(at: number): number {
    const { codes } = this;
    if (codes[at] !== 0x22) this.unexpected(at);
    let end = at + 1;
    const endOfShort = end + SHORT_NAME;
    while (end < endOfShort && isOrdinary(codes[end] ?? 0)) end++;
    if (codes[end] !== 0x22) return this.skipString(at);
    this.isEscaped = false;
    return end + 1;
  }

  protected skipColon(at: number): number {
    const { codes } = this;
    if (codes[at] === 0x3a && (codes[at + 1] ?? 0) > 0x20) return at + 1;
    const colon = this.skipSpace(at);
    if (codes[colon] !== 0x3a) this.unexpected(colon);
    return this.skipSpace(colon + 1);
  }

  /** Skips a string from its opening quote on, and notes in `isEscaped` whether it has escapes. */
  protected skipString(at: number): number {
    const quote = this.json.indexOf('"', at + 1);
    if (quote >= this.#special || quote < 0) return this.#skipSpecialString(at + 1, quote);
    this.isEscaped = false;
    return quote + 1;
  }

  /** @param quote the next quote, or -1 */
  #skipSpecialString(start: number, quote: number): number {
    const { codes } = this;
    let nextQuote = quote;
    let at = this.#endOfOrdinary(start, quote);
    this.isEscaped = codes[at] === 0x5c;
    while (codes[at] === 0x5c) {
      at = this.#skipEscape(at);
      const endOfShort = at + SHORT;
      while (at < endOfShort && isOrdinary(codes[at] ?? 0)) at++;
      if (at < endOfShort) continue;
      if (nextQuote < at && nextQuote >= 0) nextQuote = this.json.indexOf('"', at);
      at = this.#endOfOrdinary(at, nextQuote);
    }
    // Anything else is a control character, or the end of the JSON.
    if (codes[at] !== 0x22) this.unexpected(at);
    return at + 1;
  }

  /** The next character of a string that is not an ordinary one. @param quote the next quote, or -1 */
  #endOfOrdinary(at: number, quote: number): number {
    const { length } = this.json;
    if (this.#backslash < at) this.#backslash = orElse(this.json.indexOf('\\', at), length);
    if (this.#control < at) this.#control = orElse(this.#units.indexOfControl(at, length), length);
    this.#special = Math.min(this.#backslash, this.#control);
    return Math.min(orElse(quote, length), this.#special);
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
    let code = codes[at] ?? 0;
    for (;;) {
      // A value begins here. Literals are compared here as well: a call takes longer than the comparison.
      if (code === 0x22) at = this.skipString(at);
      else if (code >= 0x31 && code <= 0x39) {
        do code = codes[++at] ?? 0;
        while (code >= 0x30 && code <= 0x39);
        if (code === 0x2e || code === 0x65 || code === 0x45) at = this.#skipFraction(at);
      } else if (code === 0x7b || code === 0x5b) {
        outer[depth++] = closer;
        closer = code + 2;
        code = codes[++at] ?? 0;
        if (code <= 0x20) {
          at = this.skipSpace(at);
          code = codes[at] ?? 0;
        }
        if (code !== closer) {
          if (closer === 0x7d) {
            at = this.skipName(at);
            code = codes[at] ?? 0;
          }
          continue;
        }
        at++;
        closer = outer[--depth] ?? 0;
        if (depth === 0) return at;
      } else if (code === 0x74) {
        if (codes[at + 1] !== 0x72 || codes[at + 2] !== 0x75 || codes[at + 3] !== 0x65) this.unexpected(at);
        at += 4; // true
      } else if (code === 0x66) {
        if (codes[at + 1] !== 0x61 || codes[at + 2] !== 0x6c || codes[at + 3] !== 0x73) this.unexpected(at);
        if (codes[at + 4] !== 0x65) this.unexpected(at);
        at += 5; // false
      } else if (code === 0x6e) {
        if (codes[at + 1] !== 0x75 || codes[at + 2] !== 0x6c || codes[at + 3] !== 0x6c) this.unexpected(at);
        at += 4; // null
      } else at = this.#skipNumber(at);
      // On to the next value, through all that ends here.
      code = codes[at] ?? 0;
      while (code !== 0x2c) {
        if (code === closer) {
          closer = outer[--depth] ?? 0;
          at++;
          if (depth === 0) return at;
        } else {
          const next = this.skipSpace(at);
          if (next === at) this.unexpected(at);
          at = next;
        }
        code = codes[at] ?? 0;
      }
      code = codes[++at] ?? 0;
      if (code <= 0x20) {
        at = this.skipSpace(at);
        code = codes[at] ?? 0;
      }
      if (closer === 0x7d) {
        at = this.skipName(at);
        code = codes[at] ?? 0;
      }
    }
  }

  /** Skips a number or a literal. */
  protected skipPlain(at: number): number {
    switch (this.codes[at]) {
      case 0x74:
      case 0x66:
      case 0x6e:
        return this.#skipLiteral(at);
      default:
        return this.#skipNumber(at);
    }
  }

  #skipLiteral(at: number): number {
    for (const literal of LITERALS) if (this.json.startsWith(literal, at)) return at + literal.length;
    return this.unexpected(at);
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

  /** `readEvent` says in the words of `JSON.parse` what is wrong. */
  protected unexpected(at: number): never {
    throw new SyntaxError(`Not JSON at position ${at}`);
  }
}

function isHexDigit(code: number): boolean {
  const lower = code | 0x20;
  return (code >= 0x30 && code <= 0x39) || (lower >= 0x61 && lower <= 0x66);
}

function isOrdinary(code: number): boolean {
  return code > 0x5c || (code > 0x22 && code !== 0x5c) || code === 0x20 || code === 0x21;
}

function orElse(index: number, missing: number): number {
  return index < 0 ? missing : index;
}
