/**
 * Event ids as AWS makes them: 8-4-4-4-12 lower-case hexadecimal digits that are not a UUID of version 4 (three
 * observed ids), so that code which demands a version 4 fails here as it fails in production.
 * @param random 32-bit numbers
 * @returns the next id; no id comes twice, for the first group is a counter, scrambled so that it does not look like one
 */
export function createEventIds(random: () => number): () => string {
  const write = createIdWriter();
  let count = random();
  return () => {
    const second = random();
    // The digit in which a UUID says its version.
    const looksLikeVersion4 = (second & 0xf000) === 0x4000;
    return write(scramble(count++), looksLikeVersion4 ? second ^ 0x1000 : second, random(), random());
  };
}

/**
 * Request ids as AWS's front end makes them: UUIDs of version 4 (observed), which event ids are not.
 * @param random 32-bit numbers
 * @returns the next id; no id comes twice
 */
export function createRequestIds(random: () => number): () => string {
  const write = createIdWriter();
  let count = random();
  return () => {
    // The digits that RFC 9562 fixes: the version, and two bits of the variant.
    const version4 = (random() & ~0xf000) | 0x4000;
    const variant = (random() & 0x3fff_ffff) | 0x8000_0000;
    return write(scramble(count++), version4, variant, random());
  };
}

/** The two hexadecimal digits of each byte, as character codes. */
const DIGITS = Uint8Array.from({ length: 512 }, (_, at) =>
  (at >> 1)
    .toString(16)
    .padStart(2, '0')
    .charCodeAt(at & 1),
);

/** The index of each of the 16 bytes of an id in its 36 characters. */
const POSITIONS = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

const HYPHEN = 0x2d;

/**
 * Writes four 32-bit numbers as an id. The string comes out of a buffer in one piece: a string that is concatenated
 * keeps each of its pieces alive, which would be most of what a recorded call takes.
 */
function createIdWriter(): (...numbers: [number, number, number, number]) => string {
  const buffer = Buffer.alloc(36, HYPHEN);
  return (...numbers) => {
    for (let byte = 0; byte < 16; byte++) {
      const value = ((numbers[byte >> 2] ?? 0) >>> (24 - 8 * (byte & 3))) & 255;
      const at = POSITIONS[byte] ?? 0;
      buffer[at] = DIGITS[2 * value] ?? 0;
      buffer[at + 1] = DIGITS[2 * value + 1] ?? 0;
    }
    return buffer.toString('latin1');
  };
}

/** A one-to-one map of the 32-bit numbers onto themselves, so that a counter does not look like one. */
function scramble(count: number): number {
  // Odd multipliers and shifted xors can be undone.
  let mixed = Math.imul(count, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
