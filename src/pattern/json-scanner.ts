/** Room for the texts of most events, which are read one after the other. */
const room = new Uint16Array(8192);
const roomAsBytes = bytesOf(room);

/**
 * Reads over JSON, and finds out where it is none. Works with positions: nothing is taken out of the text but what is
 * asked for. The characters are copied into an array first, from which they are read several times as fast.
 */
export class JsonScanner {
  protected readonly json: string;
  /** The characters as codes, and a zero behind them: no JSON has one. */
  protected readonly codes: Uint16Array<ArrayBuffer>;
  protected at = 0;

  constructor(json: string) {
    this.json = json;
    this.codes = json.length < room.length ? room : new Uint16Array(json.length + 1);
    (this.codes === room ? roomAsBytes : bytesOf(this.codes)).write(json, 'utf16le');
    this.codes[json.length] = 0;
  }

  /** The character reached, as its code; 0 at the end. */
  protected get code(): number {
    return this.codes[this.at] ?? 0;
  }

  /** Nothing may follow. */
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

  /** The comma between two members, and the space behind it. */
  protected comma(): void {
    if (this.code !== 0x2c) this.unexpected();
    this.at++;
    this.skipSpace();
  }

  /** The colon behind a name, and the space around it. */
  protected colon(): void {
    this.skipSpace();
    if (this.code !== 0x3a) this.unexpected();
    this.at++;
    this.skipSpace();
  }

  /** What a JSON text between two positions says, quotes included. */
  protected textBetween(from: number, to: number): string {
    return JSON.parse(this.json.slice(from, to));
  }

  /** Reads over a text. @returns whether it has escapes */
  protected skipString(): boolean {
    const { codes } = this;
    let { at } = this;
    if (codes[at] !== 0x22) this.unexpected();
    let isEscaped = false;
    for (let code = codes[++at] ?? 0; code !== 0x22; code = codes[++at] ?? 0) {
      // A control character, or the end of the text.
      if (code < 0x20) this.unexpected(at);
      if (code !== 0x5c) continue;
      isEscaped = true;
      at = this.#skipEscape(at + 1);
    }
    this.at = at + 1;
    return isEscaped;
  }

  /** @returns the position of the last character of the escape */
  #skipEscape(at: number): number {
    const letter = this.json.charAt(at);
    if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(this.json.slice(at + 1, at + 5))) return at + 4;
    if (letter === '' || !'"\\/bfnrt'.includes(letter)) this.unexpected(at);
    return at;
  }

  /** Reads over a number or a literal. @returns whether it is a number */
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

  /** Reads over whatever value begins here, however deep. */
  protected skipValue(): void {
    const { code } = this;
    if (code === 0x22) this.skipString();
    else if (code === 0x7b || code === 0x5b) this.#skipNested();
    else this.skipPlain();
  }

  #skipNested(): void {
    const closers: number[] = [];
    // Whether the innermost object or list has just begun.
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
      // On to the next value, through whatever ends here.
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
      at < this.json.length ? `Unexpected character at position ${at}` : 'Unexpected end of the text',
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

  /** One digit at least. */
  #digits(): void {
    const { codes } = this;
    let { at } = this;
    let code = codes[at] ?? 0;
    if (code < 0x30 || code > 0x39) this.unexpected();
    while (code >= 0x30 && code <= 0x39) code = codes[++at] ?? 0;
    this.at = at;
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint16Array<ArrayBuffer>): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
