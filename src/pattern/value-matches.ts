import { endsWithIgnoringCase, equalsIgnoringCase, startsWithIgnoringCase } from './case-folding.js';
import { isAddress, isInCidr } from './cidr.js';
import type { FieldValue } from './field-value.js';
import type { NumericRange, ValuePattern } from './value-pattern.js';
import { fitsWildcard } from './wildcard.js';

/** Whether a value that is there satisfies a pattern. */
export function valueMatches(pattern: ValuePattern, { kind, text, number }: FieldValue): boolean {
  switch (kind) {
    case 'string':
      return stringMatches(pattern, text);
    case 'number':
      return numberMatches(pattern, text, number);
    case 'literal':
      return literalMatches(pattern, text);
  }
}

/** Whether a text satisfies a pattern. */
export function stringMatches(pattern: ValuePattern, text: string): boolean {
  switch (pattern.kind) {
    case 'exact':
      if (pattern.type !== 'string') return false;
      // A text that is an IP address is compared as one (AWS's engine makes a range of it).
      return pattern.text === text || (pattern.address !== undefined && isAddress(pattern.address, text));
    case 'exists':
      return pattern.exists;
    case 'anything-but':
      return !pattern.none.some((none) => stringMatches(none, text));
    case 'prefix':
      return startsWith(pattern.text, text);
    case 'suffix':
      return endsWith(pattern.text, text);
    case 'prefix-ignore-case':
      return startsWithIgnoringCase(pattern.text, text);
    case 'suffix-ignore-case':
      return endsWithIgnoringCase(pattern.text, text);
    case 'equals-ignore-case':
      return equalsIgnoringCase(pattern.text, text);
    case 'wildcard':
      return fitsWildcard(pattern.wildcard, text);
    case 'cidr':
      return isInCidr(pattern.range, text);
    case 'numeric':
      return false;
  }
}

/**
 * Whether a number satisfies a pattern.
 * @param text as it is written; `undefined` of a parsed number, which is its value and no more
 * @param number its value, when it can be compared
 */
export function numberMatches(
  pattern: ValuePattern,
  text: string | undefined,
  number: number | undefined,
): boolean {
  switch (pattern.kind) {
    case 'exact':
      if (pattern.type !== 'number') return false;
      return pattern.text === text || (pattern.number !== undefined && pattern.number === number);
    case 'exists':
      return pattern.exists;
    case 'anything-but':
      return !pattern.none.some((none) => numberMatches(none, text, number));
    case 'numeric':
      return number !== undefined && isInRange(pattern.range, number);
    default:
      return false;
  }
}

/** Whether `true`, `false` or `null` satisfies a pattern. */
export function literalMatches(pattern: ValuePattern, text: string): boolean {
  switch (pattern.kind) {
    case 'exact':
      return pattern.type === 'literal' && pattern.text === text;
    case 'exists':
      return pattern.exists;
    case 'anything-but':
      return !pattern.none.some((none) => literalMatches(none, text));
    default:
      return false;
  }
}

/** AWS's engine compares texts within their quotes, so that a prefix can name the closing one: `a"` begins `"a"`. */
function startsWith(prefix: string, text: string): boolean {
  return text.startsWith(prefix) || (prefix.length === text.length + 1 && prefix === `${text}"`);
}

function endsWith(suffix: string, text: string): boolean {
  return text.endsWith(suffix) || (suffix.length === text.length + 1 && suffix === `"${text}`);
}

function isInRange({ bottom, isBottomOpen, top, isTopOpen }: NumericRange, number: number): boolean {
  if (isBottomOpen ? number <= bottom : number < bottom) return false;
  return isTopOpen ? number < top : number <= top;
}
