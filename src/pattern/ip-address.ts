const IPV4 = /^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$/;
const IPV6 = /^[0-9a-fA-F:]*:[0-9a-fA-F:]*$/;

/** Java takes no longer text for an IPv4 address. */
const LONGEST_IPV4 = 15;

/** Whether a text has the form of an IPv4 address, whatever its numbers. */
export function isIPv4(text: string): boolean {
  return IPV4.test(text);
}

/** Whether a text has the form of an IPv6 address, in the loose sense of AWS's engine. */
export function isIPv6(text: string): boolean {
  return IPV6.test(text);
}

/**
 * The bytes of an address as Java's `InetAddress` reads it, to which AWS's engine leaves it: `undefined` when it is none.
 */
export function ipBytes(text: string): readonly number[] | undefined {
  if (isIPv4(text)) {
    const bytes = text.split('.').map(Number);
    return text.length <= LONGEST_IPV4 && bytes.every((byte) => byte <= 255) ? bytes : undefined;
  }
  return isIPv6(text) ? ipv6Bytes(text) : undefined;
}

function ipv6Bytes(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (head === undefined) return undefined;
  const given = [...head, ...(tail ?? [])];
  // `::` stands for one group at least; a group may have zeros before its four digits.
  if (tail === undefined ? given.length !== 8 : given.length > 7) return undefined;
  if (given.some((group) => !/^0*[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  const zeros = Array.from({ length: 8 - given.length }, () => '0');
  const bytes = [...head, ...zeros, ...(tail ?? [])].flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 255];
  });
  // An IPv4 address in the clothes of IPv6 (`::ffff:a00:1`) is an IPv4 address to Java.
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  return isMapped ? bytes.slice(12) : bytes;
}
