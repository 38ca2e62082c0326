import { InvalidPattern } from './invalid-pattern.js';
import { ipBytes, isIPv4, isIPv6 } from './ip-address.js';

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
 * Whether a text is an address of the block. AWS's engine compares addresses as hex digits, so that short IPv4 ones fall
 * into wide IPv6 blocks too (`10.0.0.1` is in `::/0`).
 */
export function isInCidr({ base, bits }: CidrRange, text: string): boolean {
  // The longest address has 45 characters.
  const bytes = text.length <= 45 ? ipBytes(text) : undefined;
  if (bytes === undefined) return false;
  if (bytes.length === base.length) return hasFirstBits(bytes, base, bits);
  const top = base.map((byte, i) => byte | (0xff >> Math.min(Math.max(bits - 8 * i, 0), 8)));
  const bottom = base.map((byte, i) => byte & ~(0xff >> Math.min(Math.max(bits - 8 * i, 0), 8)));
  return hex(bytes) > hex(bottom) && hex(bytes) < hex(top);
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
