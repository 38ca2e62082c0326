/** The 256 bytes in hex: formatting numbers one by one was a tenth of what a call costs. */
const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Sixteen bytes, given as four 32-bit numbers, in the shape of AWS's ids: 8-4-4-4-12 lower-case hex digits. */
export function hexId(a: number, b: number, c: number, d: number): string {
  return `${high(a)}${low(a)}-${high(b)}-${low(b)}-${high(c)}-${low(c)}${high(d)}${low(d)}`;
}

function high(number: number): string {
  return `${BYTES[number >>> 24]}${BYTES[(number >>> 16) & 255]}`;
}

function low(number: number): string {
  return `${BYTES[(number >>> 8) & 255]}${BYTES[number & 255]}`;
}

/** A one-to-one map of the 32-bit numbers onto themselves, so that a counter does not look like one. */
export function scramble(count: number): number {
  // Odd multipliers and shifted xors can be undone.
  let mixed = Math.imul(count, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
