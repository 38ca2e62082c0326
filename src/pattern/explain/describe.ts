import { excerpt } from '../../base/words/excerpt.js';
import { formatIpAddress } from '../language/ip-address.js';
import type { NumericRange, ValuePattern } from '../language/value-pattern.js';
import type { FieldValue } from '../matching/values/field-value.js';

/** More alternatives than anybody reads. */
const MAX_ALTERNATIVES = 10;

/** More values than anybody reads. */
const MAX_VALUES = 5;

/** What the alternatives of a field require, in words. */
export function describeAlternatives(patterns: readonly ValuePattern[]): string {
  const required = patterns.slice(0, MAX_ALTERNATIVES).map(describePattern).join(' or ');
  const more = patterns.length - MAX_ALTERNATIVES;
  return more > 0 ? `${required} or one of ${more} more` : required;
}

function describePattern(pattern: ValuePattern): string {
  switch (pattern.kind) {
    case 'exact':
      return pattern.type === 'string' ? JSON.stringify(pattern.string) : pattern.json;
    case 'prefix':
      return `a string that begins with ${JSON.stringify(pattern.string)}`;
    case 'suffix':
      return `a string that ends with ${JSON.stringify(pattern.string)}`;
    case 'prefix-ignore-case':
      return `a string that begins with ${JSON.stringify(pattern.string)}, ignoring case`;
    case 'suffix-ignore-case':
      return `a string that ends with ${JSON.stringify(pattern.string)}, ignoring case`;
    case 'equals-ignore-case':
      return `${JSON.stringify(pattern.string)}, ignoring case`;
    case 'wildcard':
      return `a string like ${JSON.stringify(pattern.wildcard.parts.join('*'))}`;
    case 'numeric':
      return describeRange(pattern.range);
    case 'cidr':
      return `an address in ${formatIpAddress(pattern.block.first)}/${pattern.block.bits}`;
    case 'exists':
      return pattern.exists ? 'any value' : 'no value';
    case 'anything-but':
      return `anything but ${pattern.none.map(describePattern).join(' or ')}`;
  }
}

function describeRange({ bottom, isBottomOpen, top, isTopOpen }: NumericRange): string {
  if (bottom === top) return `the number ${bottom}`;
  const ends = [
    ...(bottom === Number.NEGATIVE_INFINITY ? [] : [`${isBottomOpen ? 'above' : 'at least'} ${bottom}`]),
    ...(top === Number.POSITIVE_INFINITY ? [] : [`${isTopOpen ? 'below' : 'at most'} ${top}`]),
  ];
  return `a number ${ends.join(' and ')}`;
}

/** A value as JSON writes it. */
export function jsonOf(value: FieldValue): string {
  return value.kind === 'string' ? JSON.stringify(value.string) : value.json;
}

/** The first of some values, shortened, and how many more there are. */
export function firstOf(values: readonly string[]): string {
  const shown = values.slice(0, MAX_VALUES).map(excerpt).join(', ');
  return values.length > MAX_VALUES ? `${shown} and ${values.length - MAX_VALUES} more` : shown;
}
