/**
 * A string to compare with while ignoring case. AWS's engine accepts for each character (UTF-16 code unit) of the
 * pattern its lower and its upper case as Java makes them. These may be several characters: `ß` of a pattern matches
 * `ß` and `SS`. `ǅ` matches `ǆ` and `Ǆ`, but not itself. Half of a surrogate pair becomes `?` there (inferred).
 */
export class IgnoringCase {
  readonly #lower: readonly string[];
  readonly #upper: readonly string[];
  /** The cases as code units, where each is a single one: then lengths are equal, and nothing has to be taken apart. */
  readonly #codes: Uint16Array | undefined;
  /** The whole string in lower and in upper case, where lengths are equal: most values are written in one case. */
  readonly #allLower: string | undefined;
  readonly #allUpper: string | undefined;

  constructor(pattern: string) {
    const units = pattern.replace(/[\ud800-\udfff]/g, '?').split('');
    this.#lower = units.map((unit) => unit.toLowerCase());
    this.#upper = units.map((unit) => unit.toUpperCase());
    const isSimple = [...this.#lower, ...this.#upper].every(({ length }) => length === 1);
    this.#codes = isSimple
      ? Uint16Array.from(units.flatMap((_, i) => [codeOf(this.#lower[i]), codeOf(this.#upper[i])]))
      : undefined;
    this.#allLower = isSimple ? this.#lower.join('') : undefined;
    this.#allUpper = isSimple ? this.#upper.join('') : undefined;
  }

  equals(string: string): boolean {
    if (string === this.#allUpper || string === this.#allLower) return true;
    if (this.#codes !== undefined && this.#codes.length !== 2 * string.length) return false;
    return this.endOfPrefix(string) === string.length;
  }

  /** @returns where the pattern ends in a string that begins with it, or -1 */
  endOfPrefix(string: string): number {
    if (this.#codes !== undefined) return this.#isSimplyAt(0, string) ? this.#lower.length : -1;
    let at = 0;
    for (let i = 0; i < this.#lower.length; i++) {
      const matched = this.#caseAt(i, (one) => string.startsWith(one, at));
      if (matched === undefined) return -1;
      at += matched.length;
    }
    return at;
  }

  /** @returns where the pattern begins in a string that ends with it, or -1 */
  startOfSuffix(string: string): number {
    if (this.#codes !== undefined) {
      const start = string.length - this.#lower.length;
      return start >= 0 && this.#isSimplyAt(start, string) ? start : -1;
    }
    let at = string.length;
    for (let i = this.#lower.length - 1; i >= 0; i--) {
      const matched = this.#caseAt(i, (one) => string.endsWith(one, at));
      if (matched === undefined) return -1;
      at -= matched.length;
    }
    return at;
  }

  #isSimplyAt(start: number, string: string): boolean {
    const codes = this.#codes;
    if (codes === undefined || string.length - start < codes.length / 2) return false;
    for (let i = 0, at = start; i < codes.length; i += 2, at++) {
      const code = string.charCodeAt(at);
      if (code !== codes[i] && code !== codes[i + 1]) return false;
    }
    return true;
  }

  /** The two cases of a character begin and end differently, so at most one of them fits. */
  #caseAt(i: number, fits: (one: string) => boolean): string | undefined {
    return [this.#lower[i], this.#upper[i]].find((one) => one !== undefined && fits(one));
  }
}

function codeOf(unit: string | undefined): number {
  return unit?.charCodeAt(0) ?? 0;
}
