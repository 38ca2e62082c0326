/**
 * Event ids as AWS makes them: 8-4-4-4-12 lower-case hexadecimal digits that are not a UUID of version 4 (three
 * observed ids). So code that demands a version 4 fails here as it fails in production.
 * @param random 32-bit numbers: a few of them decide about all ids
 * @returns the next id; no id comes twice
 */
export function createEventIds(random: () => number): () => string {
  const numbers = new IdNumbers(random);
  return () => {
    numbers.advance();
    const { first, second, third, fourth } = numbers;
    // The digit in which a UUID says its version.
    const looksLikeVersion4 = (second & 0xf000) === 0x4000;
    return formatId(first, looksLikeVersion4 ? second ^ 0x1000 : second, third, fourth);
  };
}

/**
 * Request ids as AWS's front end makes them: UUIDs of version 4 (observed), which event ids are not.
 * @param random 32-bit numbers: a few of them decide about all ids
 * @returns the next id; no id comes twice
 */
export function createRequestIds(random: () => number): () => string {
  const numbers = new IdNumbers(random);
  return () => {
    numbers.advance();
    const { first, second, third, fourth } = numbers;
    // The digits that RFC 9562 fixes: the version, and two bits of the variant.
    const version4 = (second & ~0xf000) | 0x4000;
    const variant = (third & 0x3fff_ffff) | 0x8000_0000;
    return formatId(first, version4, variant, fourth);
  };
}

/**
 * The four 32-bit numbers of one id after the other. The first is a counter, scrambled, so that no id comes twice; each
 * of the others is the one before it, scrambled once more.
 */
class IdNumbers {
  first = 0;
  second = 0;
  third = 0;
  fourth = 0;
  #count: number;
  readonly #secondKey: number;
  readonly #thirdKey: number;
  readonly #fourthKey: number;

  constructor(random: () => number) {
    this.#count = random() | 0;
    this.#secondKey = random() | 0;
    this.#thirdKey = random() | 0;
    this.#fourthKey = random() | 0;
  }

  advance(): void {
    this.first = scramble(this.#count);
    this.second = scramble(this.first ^ this.#secondKey);
    this.third = scramble(this.second ^ this.#thirdKey);
    this.fourth = scramble(this.third ^ this.#fourthKey);
    this.#count = (this.#count + 1) | 0;
  }
}

/** A one-to-one map of the 32-bit numbers onto themselves, so that a counter does not look like one. */
function scramble(count: number): number {
  // Odd multipliers and shifted xors can be undone.
  let mixed = Math.imul(count, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

/** The character codes of the hexadecimal digits. */
const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

const HYPHEN = 0x2d;

/** The character code of the four bits of a number from a bit on. */
function digit(number: number, bit: number): number {
  return DIGITS[(number >>> bit) & 15] ?? 0;
}

/**
 * Writes an id in one piece. A concatenated string keeps each of its pieces alive, which would be most of the memory of
 * a recorded call. A single call for all characters takes half the time of a buffer.
 */
function formatId(a: number, b: number, c: number, d: number): string {
  // biome-ignore format: a line for each group of digits
  return String.fromCharCode(
    digit(a, 28), digit(a, 24), digit(a, 20), digit(a, 16), digit(a, 12), digit(a, 8), digit(a, 4), digit(a, 0), HYPHEN,
    digit(b, 28), digit(b, 24), digit(b, 20), digit(b, 16), HYPHEN,
    digit(b, 12), digit(b, 8), digit(b, 4), digit(b, 0), HYPHEN,
    digit(c, 28), digit(c, 24), digit(c, 20), digit(c, 16), HYPHEN,
    digit(c, 12), digit(c, 8), digit(c, 4), digit(c, 0),
    digit(d, 28), digit(d, 24), digit(d, 20), digit(d, 16), digit(d, 12), digit(d, 8), digit(d, 4), digit(d, 0),
  );
}
