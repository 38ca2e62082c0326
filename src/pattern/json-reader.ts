import { InvalidPattern } from './invalid-pattern.js';

/** The kinds of token, as Jackson tells them apart. */
export type Token =
  | 'START_OBJECT'
  | 'END_OBJECT'
  | 'START_ARRAY'
  | 'END_ARRAY'
  | 'FIELD_NAME'
  | 'STRING'
  | 'NUMBER'
  | 'TRUE'
  | 'FALSE'
  | 'NULL'
  | 'END';

const EXPECTED_VALUE = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
const MOST_SHOWN = 500;
const IDENTIFIER_START = /[\p{L}\p{Nl}\p{Sc}\p{Pc}]/u;
const IDENTIFIER_PART = /[\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mn}\p{Mc}]/u;

/**
 * Reads JSON token by token and complains in the words of Jackson, the parser behind AWS's rule engine: its messages
 * and its places are part of what `InvalidEventPatternException` says (recorded).
 *
 * Places follow Jackson's habits: a text is read up to its opening quote until somebody asks for it, and with the name of
 * a field the beginning of its value is read too.
 */
export class JsonReader {
  readonly #text: string;
  #at = 0;
  /** The containers that are open, and where each began. */
  readonly #open: { readonly isObject: boolean; readonly start: number; members: number }[] = [];
  #value: Token | undefined;
  /** The text of the last token: a name, a number, a text that was asked for. */
  #content = '';
  #isUnread = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** The name of the last field, or what the last token stands for in the text. */
  get content(): string {
    if (this.#isUnread) {
      this.#isUnread = false;
      this.#content = this.#readString();
    }
    return this.#content;
  }

  /** An error at the place reached so far. */
  error(message: string): InvalidPattern {
    return new InvalidPattern(`${message}${this.#place(this.#at)}`);
  }

  /** The next token; a number, a name and a literal are read with it. */
  next(): Token {
    if (this.#isUnread) void this.content;
    if (this.#value !== undefined) {
      const value = this.#value;
      this.#value = undefined;
      return this.#enter(value);
    }
    const inside = this.#open.at(-1);
    this.#skipSpace();
    if (this.#at >= this.#text.length) return this.#end(inside);
    const char = this.#text.charAt(this.#at);
    if (char === '}' || char === ']') {
      if (inside !== undefined && inside.isObject === (char === '}')) return this.#leave(char);
      if (inside?.isObject === false || inside === undefined) return this.#oddValue();
      throw this.#mismatch(char, inside.start);
    }
    const isFirst = inside === undefined || inside.members++ === 0;
    if (!isFirst) this.#comma(inside.isObject);
    if (inside?.isObject !== true) return this.#enter(this.#startValue());
    return this.#fieldName(isFirst);
  }

  #comma(inObject: boolean): void {
    const char = this.#text.charAt(this.#at);
    if (char !== ',') {
      this.#at++;
      throw this.error(
        `Unexpected character (${shown(char)}): was expecting comma to separate ${inObject ? 'Object' : 'Array'} entries`,
      );
    }
    this.#at++;
    this.#skipSpace();
    const inside = this.#open.at(-1);
    if (this.#at >= this.#text.length && inside !== undefined) throw this.#endOfInput(inside);
  }

  #fieldName(isFirst: boolean): Token {
    const char = this.#text.charAt(this.#at++);
    if (char !== '"') {
      // For the first name the place is before the character, behind a comma after it (both recorded).
      if (isFirst) this.#at--;
      throw this.error(
        `Unexpected character (${shown(char)}): was expecting double-quote to start field name`,
      );
    }
    const name = this.#readString();
    this.#skipSpace();
    const colon = this.#text.charAt(this.#at);
    if (colon !== ':') {
      if (colon === '') throw this.#endOfInputWithin('within/between Object entries');
      this.#at++;
      throw this.error(
        `Unexpected character (${shown(colon)}): was expecting a colon to separate field name and value`,
      );
    }
    this.#at++;
    this.#skipSpace();
    if (this.#at >= this.#text.length) throw this.#endOfInputWithin('within/between Object entries');
    this.#value = this.#startValue();
    // A number or a literal has left its own text behind; the field's is asked for first.
    this.#valueContent = this.#content;
    this.#valueIsUnread = this.#isUnread;
    this.#isUnread = false;
    this.#content = name;
    return 'FIELD_NAME';
  }

  #valueContent = '';
  #valueIsUnread = false;

  /** Takes note of a container that begins, and of the text of a value that was read ahead. */
  #enter(token: Token): Token {
    if (this.#valueContent !== '' || this.#valueIsUnread) {
      this.#content = this.#valueContent;
      this.#isUnread = this.#valueIsUnread;
      this.#valueContent = '';
      this.#valueIsUnread = false;
    }
    if (token === 'START_OBJECT' || token === 'START_ARRAY') {
      this.#open.push({ isObject: token === 'START_OBJECT', start: this.#at - 1, members: 0 });
      this.#content = token === 'START_OBJECT' ? '{' : '[';
    }
    return token;
  }

  #leave(char: string): Token {
    this.#at++;
    this.#open.pop();
    this.#content = char;
    return char === '}' ? 'END_OBJECT' : 'END_ARRAY';
  }

  #startValue(): Token {
    const char = this.#text.charAt(this.#at);
    switch (char) {
      case '"':
        this.#at++;
        this.#isUnread = true;
        return 'STRING';
      case '{':
        this.#at++;
        return 'START_OBJECT';
      case '[':
        this.#at++;
        return 'START_ARRAY';
      case 't':
        return this.#literal('true', 'TRUE');
      case 'f':
        return this.#literal('false', 'FALSE');
      case 'n':
        return this.#literal('null', 'NULL');
      default:
        return char === '-' || (char >= '0' && char <= '9') ? this.#number() : this.#oddValue();
    }
  }

  #literal(literal: string, token: Token): Token {
    const word = this.#word();
    if (word !== literal) throw this.#unrecognized(word);
    this.#at += literal.length;
    this.#content = literal;
    return token;
  }

  #word(): string {
    let end = this.#at;
    while (end < this.#text.length && IDENTIFIER_PART.test(this.#text.charAt(end))) end++;
    return this.#text.slice(this.#at, end);
  }

  #unrecognized(word: string): InvalidPattern {
    this.#at += word.length;
    return this.error(`Unrecognized token '${word}': was expecting ${EXPECTED_VALUE}`);
  }

  #number(): Token {
    const start = this.#at;
    if (this.#text.charAt(this.#at) === '-') {
      this.#at++;
      const digit = this.#text.charAt(this.#at);
      if (!isDigit(digit)) {
        this.#at++;
        throw this.error(
          `Unexpected character (${shown(digit)}) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value`,
        );
      }
    }
    if (this.#text.charAt(this.#at) === '0' && isDigit(this.#text.charAt(this.#at + 1))) {
      this.#at++;
      throw this.error('Invalid numeric value: Leading zeroes not allowed');
    }
    this.#digits();
    if (this.#text.charAt(this.#at) === '.') {
      this.#at++;
      if (!isDigit(this.#text.charAt(this.#at)))
        throw this.#badNumber('Decimal point not followed by a digit');
      this.#digits();
    }
    if (/[eE]/.test(this.#text.charAt(this.#at))) {
      this.#at++;
      if (/[+-]/.test(this.#text.charAt(this.#at))) this.#at++;
      if (!isDigit(this.#text.charAt(this.#at)))
        throw this.#badNumber('Exponent indicator not followed by a digit');
      this.#digits();
    }
    this.#content = this.#text.slice(start, this.#at);
    return 'NUMBER';
  }

  #badNumber(why: string): InvalidPattern {
    return this.error(
      `Unexpected character (${shown(this.#text.charAt(this.#at))}) in numeric value: ${why}`,
    );
  }

  #digits(): void {
    while (isDigit(this.#text.charAt(this.#at))) this.#at++;
  }

  /** Whatever cannot begin a value. */
  #oddValue(): never {
    const char = this.#text.charAt(this.#at);
    if (char === 'N' && this.#word() === 'NaN') throw this.#nonStandard('NaN');
    if (char === 'I' && this.#word() === 'Infinity') throw this.#nonStandard('Infinity');
    if (IDENTIFIER_START.test(char)) throw this.#unrecognized(this.#word());
    if (char === '+' && isDigit(this.#text.charAt(this.#at + 1))) {
      this.#at += 2;
      throw this.error(
        `Unexpected character (${shown(char)}) in numeric value: JSON spec does not allow numbers to have plus signs: enable \`JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS\` to allow`,
      );
    }
    this.#at++;
    throw this.error(`Unexpected character (${shown(char)}): expected a valid value ${EXPECTED_VALUE}`);
  }

  #nonStandard(word: string): InvalidPattern {
    this.#at += word.length;
    return this.error(
      `Non-standard token '${word}': enable \`JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS\` to allow`,
    );
  }

  /** Reads a text from behind its opening quote. */
  #readString(): string {
    let text = '';
    for (;;) {
      const start = this.#at;
      let char = this.#text.charAt(this.#at);
      while (char !== '"' && char !== '\\' && char >= ' ') char = this.#text.charAt(++this.#at);
      text += this.#text.slice(start, this.#at);
      if (char === '') throw this.#endOfInputWithin('in VALUE_STRING');
      this.#at++;
      if (char === '"') return text;
      if (char !== '\\') {
        throw this.error(
          `Illegal unquoted character ((CTRL-CHAR, code ${char.charCodeAt(0)})): has to be escaped using backslash to be included in string value`,
        );
      }
      text += this.#escape();
    }
  }

  #escape(): string {
    const char = this.#text.charAt(this.#at++);
    if (char === 'u') {
      const digits = this.#text.slice(this.#at, this.#at + 4);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) {
        const wrong = [...digits].findIndex((digit) => !/[0-9a-fA-F]/.test(digit));
        const bad = digits.charAt(wrong < 0 ? digits.length : wrong);
        this.#at += (wrong < 0 ? digits.length : wrong) + 1;
        throw this.error(
          `Unexpected character (${shown(bad)}): expected a hex-digit for character escape sequence`,
        );
      }
      this.#at += 4;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const meaning = ESCAPES[char];
    if (meaning === undefined) throw this.error(`Unrecognized character escape ${shown(char)}`);
    return meaning;
  }

  #skipSpace(): void {
    while (/[ \t\r\n]/.test(this.#text.charAt(this.#at))) this.#at++;
  }

  #end(inside: { readonly isObject: boolean; readonly start: number } | undefined): Token {
    if (inside === undefined) return 'END';
    throw this.#endOfInput(inside);
  }

  #endOfInput({ isObject, start }: { readonly isObject: boolean; readonly start: number }): InvalidPattern {
    return this.error(
      `Unexpected end-of-input: expected close marker for ${isObject ? 'Object' : 'Array'} (start marker at${this.#place(start).slice(1).replace(/^ at/, '')})`,
    );
  }

  #endOfInputWithin(where: string): InvalidPattern {
    return this.error(`Unexpected end-of-input ${where}`);
  }

  #mismatch(char: string, start: number): InvalidPattern {
    this.#at++;
    return this.error(
      `Unexpected close marker '${char}': expected '}' (for Object starting at${this.#place(start).slice(1).replace(/^ at/, '')})`,
    );
  }

  #place(at: number): string {
    const before = this.#text.slice(0, at);
    const line = before.split('\n').length;
    const column = at - (before.lastIndexOf('\n') + 1) + 1;
    const rest = this.#text.length - MOST_SHOWN;
    const source =
      rest > 0 ? `"${this.#text.slice(0, MOST_SHOWN)}"[truncated ${rest} chars]` : `"${this.#text}"`;
    return `\n at [Source: (String)${source}; line: ${line}, column: ${column}]`;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

/** A character as Jackson shows it: `'x' (code 120)`. */
function shown(char: string): string {
  const code = char.charCodeAt(0);
  return code < 32 ? `(CTRL-CHAR, code ${code})` : `'${char}' (code ${code})`;
}
