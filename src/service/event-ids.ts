/**
 * Event ids as AWS makes them: 8-4-4-4-12 lower-case hex that is not a UUID of version 4 (three observed ids), so
 * that code which demands a version 4 fails here as it fails in production.
 * @param random 32-bit numbers
 * @returns the next id; no id comes twice, for the first group is a counter, scrambled so that it does not look like one
 */
export function eventIds(random: () => number): () => string {
  let count = random();
  return () => {
    const first = hex(scramble(count++));
    const second = hex(random());
    const third = hex(random());
    const last = hex(random());
    const version = second[4] === '4' ? '5' : second[4];
    return `${first}-${second.slice(0, 4)}-${version}${second.slice(5)}-${third.slice(0, 4)}-${third.slice(4)}${last}`;
  };
}

/** A one-to-one map of the 32-bit numbers onto themselves: odd multipliers and shifted xors can be undone. */
function scramble(count: number): number {
  let mixed = Math.imul(count, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** The 256 bytes in hex: formatting numbers one by one was a tenth of what a call costs. */
const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A 32-bit number as eight hex digits. */
function hex(number: number): string {
  return `${BYTES[number >>> 24]}${BYTES[(number >>> 16) & 255]}${BYTES[(number >>> 8) & 255]}${BYTES[number & 255]}`;
}
