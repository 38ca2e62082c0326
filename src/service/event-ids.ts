import { hexId, scramble } from '../base/hex-id.js';

/**
 * Event ids as AWS makes them: 8-4-4-4-12 lower-case hex that is not a UUID of version 4 (three observed ids), so
 * that code which demands a version 4 fails here as it fails in production.
 * @param random 32-bit numbers
 * @returns the next id; no id comes twice, for the first group is a counter, scrambled so that it does not look like one
 */
export function eventIds(random: () => number): () => string {
  let count = random();
  return () => {
    const second = random();
    return hexId(scramble(count++), looksLikeVersion4(second) ? second ^ 0x1000 : second, random(), random());
  };
}

/** The digit in which a UUID says its version. */
function looksLikeVersion4(second: number): boolean {
  return (second & 0xf000) === 0x4000;
}
