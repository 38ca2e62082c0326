import { InvalidPattern } from './invalid-pattern.js';

const IPV4 = /^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$/;
const IPV6 = /^[0-9a-fA-F:]*:[0-9a-fA-F:]*$/;

/** Java reads no longer string as an IPv4 address. */
const MAX_IPV4_LENGTH = 15;

/** The bytes of an address, 4 or 16. */
export type IpAddress = readonly number[];

/** A block of addresses: every address between the two, which have equally many bytes. */
export interface AddressBlock {
  readonly first: IpAddress;
  readonly last: IpAddress;
  /** How many bits the addresses have in common. */
  readonly bits: number;
}

/**
 * Parses an address as Java's `InetAddress` does, to which AWS's engine leaves it (inferred).
 * @returns `undefined` when the string is not an address
 */
export function parseIpAddress(string: string): IpAddress | undefined {
  if (IPV4.test(string)) {
    const bytes = string.split('.').map(Number);
    return string.length <= MAX_IPV4_LENGTH && bytes.every((byte) => byte <= 255) ? bytes : undefined;
  }
  return IPV6.test(string) ? parseIPv6(string) : undefined;
}

function parseIPv6(string: string): IpAddress | undefined {
  const halves = string.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (head === undefined) return undefined;
  const given = [...head, ...(tail ?? [])];
  // `::` replaces one group at least; a group may have zeros before its four digits.
  if (tail === undefined ? given.length !== 8 : given.length > 7) return undefined;
  if (given.some((group) => !/^0*[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  const zeros = Array.from({ length: 8 - given.length }, () => '0');
  const bytes = [...head, ...zeros, ...(tail ?? [])].flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 255];
  });
  // Java turns an IPv4 address that is written as IPv6 (`::ffff:a00:1`) into an IPv4 address.
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  return isMapped ? bytes.slice(12) : bytes;
}

/** Parses `10.0.0.0/8` or `2001:db8::/32`. AWS's reasons for refusing one name no location. */
export function parseCidr(cidr: string): AddressBlock {
  // Java drops empty strings at the end when it splits.
  const parts = cidr.replace(/\/+$/, '').split('/');
  const [address = '', mask = ''] = parts;
  if (parts.length !== 2) throw new InvalidPattern("Malformed CIDR, one '/' required");
  if (!/^[+-]?\d{1,10}$/.test(mask)) throw new InvalidPattern('Malformed CIDR, mask bits must be an integer');
  const bits = Number(mask);
  if (bits < 0) throw new InvalidPattern('Malformed CIDR, mask bits must not be negative');
  if (!IPV4.test(address) && !IPV6.test(address))
    throw new InvalidPattern(`Nonstandard IP address: ${address}`);
  const bytes = parseIpAddress(address);
  if (bytes === undefined) throw new InvalidPattern(`Invalid IP address: ${address}`);
  if (bytes.length === 4 && bits > 31) throw new InvalidPattern('IPv4 mask bits must be < 32');
  if (bits > 127) throw new InvalidPattern('IPv6 mask bits must be < 128');
  const first = bytes.map((byte, i) => byte & ~hostBits(bits, i));
  return { first, last: first.map((byte, i) => byte | hostBits(bits, i)), bits };
}

/** The bits of a byte that are free in a block. */
function hostBits(bits: number, byte: number): number {
  return 0xff >> Math.min(Math.max(bits - 8 * byte, 0), 8);
}

/** An address as it is usually written. */
export function formatIpAddress(bytes: IpAddress): string {
  if (bytes.length === 4) return bytes.join('.');
  const groups = Array.from({ length: 8 }, (_, i) =>
    ((bytes[2 * i] ?? 0) * 256 + (bytes[2 * i + 1] ?? 0)).toString(16),
  );
  return groups.join(':');
}
