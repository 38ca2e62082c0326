import { unicodeExpression } from '../../../base/unicode-expression.js';
import { InvalidPattern } from '../invalid-pattern.js';

const EXPECTED_VALUE = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
const MAX_SHOWN = 500;
const identifierStart = unicodeExpression(String.raw`[\p{L}\p{Nl}\p{Sc}\p{Pc}]`);
const identifierPart = unicodeExpression(String.raw`[\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mn}\p{Mc}]`);

/** Reads the single values of a JSON text, numbers, strings and literals, and reports what is wrong as Jackson does. */
export class JsonLexer {
  protected readonly json: string;
  protected at = 0;

  constructor(json: string) {
    this.json = json;
  }

  /** An error at the location reached so far. */
  error(message: string): InvalidPattern {
    return new InvalidPattern(`${message}${this.location(this.at)}`);
  }

  protected literal(literal: string): string {
    const word = this.word();
    if (word !== literal) throw this.unrecognized(word);
    this.at += literal.length;
    return literal;
  }

  protected word(): string {
    let end = this.at;
    while (end < this.json.length && identifierPart().test(this.json.charAt(end))) end++;
    return this.json.slice(this.at, end);
  }

  protected unrecognized(word: string): InvalidPattern {
    this.at += word.length;
    return this.error(`Unrecognized token '${word}': was expecting ${EXPECTED_VALUE}`);
  }

  protected number(): string {
    const start = this.at;
    if (this.json.charAt(this.at) === '-') {
      this.at++;
      const digit = this.json.charAt(this.at);
      if (!isDigit(digit)) {
        this.at++;
        throw this.error(
          `Unexpected character (${formatCharacter(digit)}) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value`,
        );
      }
    }
    if (this.json.charAt(this.at) === '0' && isDigit(this.json.charAt(this.at + 1))) {
      this.at++;
      throw this.error('Invalid numeric value: Leading zeroes not allowed');
    }
    this.digits();
    if (this.json.charAt(this.at) === '.') {
      this.at++;
      if (!isDigit(this.json.charAt(this.at)))
        throw this.invalidNumber('Decimal point not followed by a digit');
      this.digits();
    }
    if (/[eE]/.test(this.json.charAt(this.at))) {
      this.at++;
      if (/[+-]/.test(this.json.charAt(this.at))) this.at++;
      if (!isDigit(this.json.charAt(this.at)))
        throw this.invalidNumber('Exponent indicator not followed by a digit');
      this.digits();
    }
    return this.json.slice(start, this.at);
  }

  protected invalidNumber(why: string): InvalidPattern {
    return this.error(
      `Unexpected character (${formatCharacter(this.json.charAt(this.at))}) in numeric value: ${why}`,
    );
  }

  protected digits(): void {
    while (isDigit(this.json.charAt(this.at))) this.at++;
  }

  /** Reports what cannot begin a value. */
  protected invalidValue(): never {
    const char = this.json.charAt(this.at);
    if (char === 'N' && this.word() === 'NaN') throw this.nonStandard('NaN');
    if (char === 'I' && this.word() === 'Infinity') throw this.nonStandard('Infinity');
    if (identifierStart().test(char)) throw this.unrecognized(this.word());
    if (char === '+' && isDigit(this.json.charAt(this.at + 1))) {
      this.at += 2;
      throw this.error(
        `Unexpected character (${formatCharacter(char)}) in numeric value: JSON spec does not allow numbers to have plus signs: enable \`JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS\` to allow`,
      );
    }
    this.at++;
    throw this.error(
      `Unexpected character (${formatCharacter(char)}): expected a valid value ${EXPECTED_VALUE}`,
    );
  }

  protected nonStandard(word: string): InvalidPattern {
    this.at += word.length;
    return this.error(
      `Non-standard token '${word}': enable \`JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS\` to allow`,
    );
  }

  /** Reads a string from behind its opening quote. @param what the name of a field, or a value: errors say which */
  protected readString(what: 'name' | 'string value' = 'string value'): string {
    let string = '';
    for (;;) {
      const start = this.at;
      let char = this.json.charAt(this.at);
      while (char !== '"' && char !== '\\' && char >= ' ') char = this.json.charAt(++this.at);
      string += this.json.slice(start, this.at);
      if (char === '') {
        throw this.error(
          `Unexpected end-of-input${what === 'name' ? ' in field name' : ': was expecting closing quote for a string value'}`,
        );
      }
      this.at++;
      if (char === '"') return string;
      if (char !== '\\') {
        throw this.error(
          `Illegal unquoted character ((CTRL-CHAR, code ${char.charCodeAt(0)})): has to be escaped using backslash to be included in ${what}`,
        );
      }
      string += this.escape();
    }
  }

  protected escape(): string {
    const char = this.escapedCharacter();
    if (char === 'u') {
      let digits = '';
      while (digits.length < 4) {
        const digit = this.escapedCharacter();
        if (!/[0-9a-fA-F]/.test(digit))
          throw this.error(
            `Unexpected character (${formatCharacter(digit)}): expected a hex-digit for character escape sequence`,
          );
        digits += digit;
      }
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const meaning = ESCAPES[char];
    if (meaning === undefined) throw this.error(`Unrecognized character escape ${formatCharacter(char)}`);
    return meaning;
  }

  protected escapedCharacter(): string {
    if (this.at >= this.json.length) throw this.endOfInputWithin('in character escape sequence');
    return this.json.charAt(this.at++);
  }

  protected skipSpace(): void {
    while (/[ \t\r\n]/.test(this.json.charAt(this.at))) this.at++;
  }

  protected endOfInputWithin(where: string): InvalidPattern {
    return this.error(`Unexpected end-of-input ${where}`);
  }

  protected location(at: number): string {
    const before = this.json.slice(0, at);
    const line = before.split('\n').length;
    const column = at - (before.lastIndexOf('\n') + 1) + 1;
    const rest = this.json.length - MAX_SHOWN;
    const source =
      rest > 0 ? `"${this.json.slice(0, MAX_SHOWN)}"[truncated ${rest} chars]` : `"${this.json}"`;
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
export function formatCharacter(char: string): string {
  const code = char.charCodeAt(0);
  return code < 32 ? `(CTRL-CHAR, code ${code})` : `'${char}' (code ${code})`;
}
