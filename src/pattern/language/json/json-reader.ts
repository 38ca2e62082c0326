import { InvalidPattern } from '../invalid-pattern.js';
import { formatCharacter, JsonLexer } from './json-lexer.js';

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

/** How deep Jackson reads by default; that AWS keeps the default is inferred. */
const MAX_DEPTH = 1000;

/** What Jackson says of deeper nesting, without a location. */
export function nestedTooDeep(): InvalidPattern {
  return new InvalidPattern(
    `Document nesting depth (${MAX_DEPTH + 1}) exceeds the maximum allowed (${MAX_DEPTH}, from \`StreamReadConstraints.getMaxNestingDepth()\`)`,
  );
}

/**
 * Reads JSON token by token and reports errors in the words of Jackson, the parser behind AWS's rule engine. Its
 * messages and locations are part of what `InvalidEventPatternException` says (recorded).
 *
 * Locations depend on how far Jackson reads. It reads a string only up to its opening quote until it needs the content.
 * It reads the name of a field together with the beginning of its value.
 */
export class JsonReader extends JsonLexer {
  /** The containers that are open, and where each began. */
  readonly #open: { readonly isObject: boolean; readonly start: number; members: number }[] = [];
  #value: Token | undefined;
  /** The content of the last token: a name, a number, a string that was needed. */
  #content = '';
  #isUnread = false;

  /** The name of the last field, or the value of the last token. */
  get content(): string {
    if (this.#isUnread) {
      this.#isUnread = false;
      this.#content = this.readString();
    }
    return this.#content;
  }

  /** What has been read so far; what comes behind the pattern is ignored, as AWS's engine ignores it. */
  get consumed(): string {
    return this.json.slice(0, this.at);
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
    this.skipSpace();
    if (this.at >= this.json.length) return this.#end(inside);
    const char = this.json.charAt(this.at);
    if (char === '}' || char === ']') {
      if (inside !== undefined && inside.isObject === (char === '}')) return this.#leave(char);
      if (inside?.isObject === false || inside === undefined) return this.invalidValue();
      throw this.#mismatch(char, inside.start);
    }
    const isFirst = inside === undefined || inside.members++ === 0;
    if (!isFirst) this.#comma(inside.isObject);
    if (inside?.isObject !== true) return this.#enter(this.#startValue());
    return this.#fieldName(isFirst);
  }

  #comma(inObject: boolean): void {
    const char = this.json.charAt(this.at);
    if (char !== ',') {
      this.at++;
      throw this.error(
        `Unexpected character (${formatCharacter(char)}): was expecting comma to separate ${inObject ? 'Object' : 'Array'} entries`,
      );
    }
    this.at++;
    this.skipSpace();
    const inside = this.#open.at(-1);
    if (this.at >= this.json.length && inside !== undefined) throw this.#endOfInput(inside);
  }

  #fieldName(isFirst: boolean): Token {
    const char = this.json.charAt(this.at++);
    if (char !== '"') {
      // The location is before the character for the first name, after it behind a comma (both recorded).
      if (isFirst) this.at--;
      throw this.error(
        `Unexpected character (${formatCharacter(char)}): was expecting double-quote to start field name`,
      );
    }
    const name = this.readString('name');
    this.skipSpace();
    const colon = this.json.charAt(this.at);
    if (colon !== ':') {
      if (colon === '') throw this.endOfInputWithin('within/between Object entries');
      this.at++;
      throw this.error(
        `Unexpected character (${formatCharacter(colon)}): was expecting a colon to separate field name and value`,
      );
    }
    this.at++;
    this.skipSpace();
    if (this.at >= this.json.length) throw this.endOfInputWithin('within/between Object entries');
    this.#value = this.#startValue();
    // The value may have left its own content behind; the name of the field is needed first.
    this.#valueContent = this.#content;
    this.#valueIsUnread = this.#isUnread;
    this.#isUnread = false;
    this.#content = name;
    return 'FIELD_NAME';
  }

  #valueContent = '';
  #valueIsUnread = false;

  /** Opens a container, and restores the content of a value that was read ahead. */
  #enter(token: Token): Token {
    if (this.#valueContent !== '' || this.#valueIsUnread) {
      this.#content = this.#valueContent;
      this.#isUnread = this.#valueIsUnread;
      this.#valueContent = '';
      this.#valueIsUnread = false;
    }
    if (token === 'START_OBJECT' || token === 'START_ARRAY') {
      this.#open.push({ isObject: token === 'START_OBJECT', start: this.at - 1, members: 0 });
      this.#content = token === 'START_OBJECT' ? '{' : '[';
      if (this.#open.length > MAX_DEPTH) throw nestedTooDeep();
    }
    return token;
  }

  #leave(char: string): Token {
    this.at++;
    this.#open.pop();
    this.#content = char;
    return char === '}' ? 'END_OBJECT' : 'END_ARRAY';
  }

  #startValue(): Token {
    const char = this.json.charAt(this.at);
    switch (char) {
      case '"':
        this.at++;
        this.#isUnread = true;
        return 'STRING';
      case '{':
        this.at++;
        return 'START_OBJECT';
      case '[':
        this.at++;
        return 'START_ARRAY';
      case 't':
        return this.#word('true', 'TRUE');
      case 'f':
        return this.#word('false', 'FALSE');
      case 'n':
        return this.#word('null', 'NULL');
      default:
        return char === '-' || (char >= '0' && char <= '9') ? this.#numeral() : this.invalidValue();
    }
  }

  #word(literal: string, token: Token): Token {
    this.#content = this.literal(literal);
    return token;
  }

  #numeral(): Token {
    this.#content = this.number();
    return 'NUMBER';
  }

  #end(inside: { readonly isObject: boolean; readonly start: number } | undefined): Token {
    if (inside === undefined) return 'END';
    throw this.#endOfInput(inside);
  }

  #endOfInput({ isObject, start }: { readonly isObject: boolean; readonly start: number }): InvalidPattern {
    return this.error(
      `Unexpected end-of-input: expected close marker for ${isObject ? 'Object' : 'Array'} (start marker at${this.#startLocation(start)})`,
    );
  }

  #mismatch(char: string, start: number): InvalidPattern {
    this.at++;
    return this.error(
      `Unexpected close marker '${char}': expected '}' (for Object starting at${this.#startLocation(start)})`,
    );
  }

  #startLocation(start: number): string {
    return this.location(start).replace('\n at', '');
  }
}
