import { InvalidPattern } from './invalid-pattern.js';
import { ipBytes, isIPv4, isIPv6 } from './ip-address.js';

/** Longer than any address that anybody writes, zeros included. */
const LONGEST = 1000;

/** A block of addresses: every address whose first bits are those of the base. */
export interface CidrRange {
  readonly base: readonly number[];
  readonly bits: number;
}

/** Reads `10.0.0.0/8` or `2001:db8::/32`. AWS's reasons for refusing one carry no place. */
export function readCidr(text: string): CidrRange {
  // Java drops empty texts at the end when it splits.
  const parts = text.replace(/\/+$/, '').split('/');
  const [address = '', mask = ''] = parts;
  if (parts.length !== 2) throw new InvalidPattern("Malformed CIDR, one '/' required");
  if (!/^[+-]?\d{1,10}$/.test(mask)) throw new InvalidPattern('Malformed CIDR, mask bits must be an integer');
  const bits = Number(mask);
  if (bits < 0) throw new InvalidPattern('Malformed CIDR, mask bits must not be negative');
  if (!isIPv4(address) && !isIPv6(address)) throw new InvalidPattern(`Nonstandard IP address: ${address}`);
  const base = ipBytes(address);
  if (base === undefined) throw new InvalidPattern(`Invalid IP address: ${address}`);
  if (base.length === 4 && bits > 31) throw new InvalidPattern('IPv4 mask bits must be < 32');
  if (bits > 127) throw new InvalidPattern('IPv6 mask bits must be < 128');
  return { base, bits };
}

/**
 * Whether a text is an address of the block. AWS's engine compares addresses digit by digit in hex and stops at the
 * first digit that decides, so that addresses of the other length can be in a block too (`10.0.0.1` is in `::/0`).
 */
export function isInCidr({ base, bits }: CidrRange, text: string): boolean {
  const bytes = addressIn(text);
  if (bytes === undefined) return false;
  if (bytes.length >= base.length) return hasFirstBits(bytes, base, bits);
  const top = base.map((byte, i) => byte | (0xff >> Math.min(Math.max(bits - 8 * i, 0), 8)));
  const bottom = base.map((byte, i) => byte & ~(0xff >> Math.min(Math.max(bits - 8 * i, 0), 8)));
  return hex(bytes) > hex(bottom) && hex(bytes) < hex(top) && !hex(top).startsWith(hex(bytes));
}

/** Whether a text is the address, in whatever form it is written. */
export function isAddress(address: readonly number[], text: string): boolean {
  const bytes = addressIn(text);
  return (
    bytes !== undefined && bytes.length >= address.length && address.every((byte, i) => byte === bytes[i])
  );
}

/** The address that a text is; a quick look comes first, for most texts are none. */
function addressIn(text: string): readonly number[] | undefined {
  return text.length <= LONGEST && /^[0-9a-fA-F:.]+$/.test(text) ? ipBytes(text) : undefined;
}

function hasFirstBits(bytes: readonly number[], base: readonly number[], bits: number): boolean {
  const whole = bits >> 3;
  for (let i = 0; i < whole; i++) if (bytes[i] !== base[i]) return false;
  const rest = bits & 7;
  const mask = (0xff << (8 - rest)) & 0xff;
  return rest === 0 || ((bytes[whole] ?? 0) & mask) === ((base[whole] ?? 0) & mask);
}

function hex(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
