import { hexId, scramble } from '../base/hex-id.js';

/**
 * Request ids as AWS's front end makes them: UUIDs of version 4 (observed), which event ids are not.
 * @param random 32-bit numbers
 * @returns the next id; no id comes twice
 */
export function requestIds(random: () => number): () => string {
  let count = random();
  return () => {
    // The digits that RFC 9562 fixes: the version, and two bits of the variant.
    const version4 = (random() & ~0xf000) | 0x4000;
    const variant = (random() & 0x3fff_ffff) | 0x8000_0000;
    return hexId(scramble(count++), version4, variant, random());
  };
}
