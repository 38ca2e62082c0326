import { type AddressBlock, type IpAddress, parseIpAddress } from '../../language/ip-address.js';

/** Longer than any address that anybody writes, zeros included. */
const MAX_LENGTH = 1000;

const HEX_DIGITS = '0123456789ABCDEF';

/** Whether a value is in a block of addresses: a string by the address that it is, a number by its digits. */
export interface AddressTest {
  readonly string: (string: string) => boolean;
  /** @param json the number as it is written */
  readonly number: (json: string) => boolean;
}

/**
 * The test of a block. AWS's engine compares hexadecimal digits one after the other and stops at the first that
 * decides. So addresses of the other length can be in a block too (`10.0.0.1` is in `::/0`). So can numbers, because it
 * takes their digits for those of an address (`12345` is in `0.0.0.0/0`).
 */
export function addressTest({ first, last }: AddressBlock): AddressTest {
  const bottom = hex(first);
  const top = hex(last);
  return {
    string: (string) => {
      const address = addressIn(string);
      return address !== undefined && isBetween(hex(address), bottom, top);
    },
    number: (json) => isBetween(json, bottom, top),
  };
}

/** Whether digits are between two others of equal length, for all that follows behind the digit that decides. */
function isBetween(digits: string, bottom: string, top: string): boolean {
  let isAboveBottom = false;
  let isBelowTop = false;
  for (let i = 0; i < bottom.length; i++) {
    const digit = digits.charAt(i);
    if (digit === '' || !HEX_DIGITS.includes(digit)) return false;
    const [low, high] = [bottom.charAt(i), top.charAt(i)];
    if ((!isAboveBottom && digit < low) || (!isBelowTop && digit > high)) return false;
    isAboveBottom ||= digit > low;
    isBelowTop ||= digit < high;
    if (isAboveBottom && isBelowTop) return true;
  }
  return true;
}

/** The address that a string is; a quick look comes first, for most strings are not addresses. */
function addressIn(string: string): IpAddress | undefined {
  return string.length <= MAX_LENGTH && /^[0-9a-fA-F:.]+$/.test(string) ? parseIpAddress(string) : undefined;
}

function hex(address: IpAddress): string {
  return address.map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('');
}
