import { endsWithIgnoringCase, equalsIgnoringCase, startsWithIgnoringCase } from './case-folding.js';
import { isInCidr } from './cidr.js';
import type { FieldValue } from './field-value.js';
import type { NumericRange, ValuePattern } from './value-pattern.js';
import { fitsWildcard } from './wildcard.js';

/** Whether a value that is there satisfies a pattern. */
export function valueMatches(pattern: ValuePattern, value: FieldValue): boolean {
  switch (pattern.kind) {
    case 'exact':
      return (
        pattern.type === value.kind &&
        (pattern.text === value.text || (pattern.number !== undefined && pattern.number === value.number))
      );
    case 'exists':
      return pattern.exists;
    case 'anything-but':
      return !pattern.none.some((none) => valueMatches(none, value));
    case 'numeric':
      return value.kind === 'number' && value.number !== undefined && isInRange(pattern.range, value.number);
    default:
      return value.kind === 'string' && textMatches(pattern, value.text);
  }
}

function textMatches(
  pattern: Exclude<ValuePattern, { kind: 'exact' | 'exists' | 'anything-but' | 'numeric' }>,
  text: string,
): boolean {
  switch (pattern.kind) {
    case 'prefix':
      return text.startsWith(pattern.text);
    case 'suffix':
      return text.endsWith(pattern.text);
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
  }
}

function isInRange({ bottom, isBottomOpen, top, isTopOpen }: NumericRange, number: number): boolean {
  if (isBottomOpen ? number <= bottom : number < bottom) return false;
  return isTopOpen ? number < top : number <= top;
}
