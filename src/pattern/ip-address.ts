const IPV4 = /^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$/;
const IPV6 = /^[0-9a-fA-F:]*:[0-9a-fA-F:]*$/;

/** Whether a text has the form of an IPv4 address, whatever its numbers. */
export function isIPv4(text: string): boolean {
  return IPV4.test(text);
}

/** Whether a text has the form of an IPv6 address, in the loose sense of AWS's engine. */
export function isIPv6(text: string): boolean {
  return IPV6.test(text);
}

/** The bytes of an address, or `undefined` when it is none. */
export function ipBytes(text: string): readonly number[] | undefined {
  if (isIPv4(text)) {
    const bytes = text.split('.').map(Number);
    return bytes.every((byte) => byte <= 255) ? bytes : undefined;
  }
  return isIPv6(text) ? ipv6Bytes(text) : undefined;
}

function ipv6Bytes(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (head === undefined) return undefined;
  const groups = tail === undefined ? head : [...head, ...zeros(8 - head.length - tail.length), ...tail];
  if (groups.length !== 8 || groups.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 255];
  });
}

function zeros(count: number): string[] {
  return Array.from({ length: Math.max(count, 0) }, () => '0');
}
