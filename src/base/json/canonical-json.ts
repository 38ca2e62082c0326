import { formatDecimal, parseDecimal } from './decimal.js';
import { isObject } from './json.js';

/** Where there may be a number that a double cannot hold: it has many digits, or a large exponent. */
const UNSAFE = /\d[\d.]{15}|\d[eE][+-]?\d{3}/;
const STRINGS_AND_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** A double keeps so many digits of whatever number. */
const SAFE_DIGITS = 15;
/** The powers of ten between which it does. */
const SAFE_POWER = 290;

/**
 * JSON in one way of writing it: keys in order, no spaces, plain numbers. Two JSON texts are equal exactly when they
 * come out equal. What is not JSON stays as it is.
 * @param without properties at the top that are left out
 */
export function canonicalJson(text: string, without: readonly string[] = []): string {
  try {
    const value: unknown = JSON.parse(UNSAFE.test(text) ? withUnsafeNumbersAsStrings(text) : text);
    if (isObject(value)) for (const name of without) delete value[name];
    return isInOrder(value) ? JSON.stringify(value) : write(value);
  } catch {
    return text;
  }
}

/** Parsing would round long numbers, and make two ids of a database one. A string that no publisher sends replaces each. */
function withUnsafeNumbersAsStrings(text: string): string {
  return text.replace(STRINGS_AND_NUMBERS, (token) => {
    if (token.startsWith('"')) return token;
    const decimal = parseDecimal(token);
    const isSafe = decimal.digits.length <= SAFE_DIGITS && Math.abs(decimal.exponent) < SAFE_POWER;
    return isSafe ? token : `"\\u0000${formatDecimal(decimal)}"`;
  });
}

/** Most publishers write every event of a kind alike, and many in order: then there is nothing to be put in order. */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let last = '';
  for (const [key, item] of Object.entries(value)) {
    if (key < last || !isInOrder(item)) return false;
    last = key;
  }
  return true;
}

function write(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${write(item)}`).join(',')}}`;
}
