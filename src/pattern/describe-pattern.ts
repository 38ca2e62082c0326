import type { FieldValue } from './field-value.js';
import type { NumericRange, ValuePattern } from './value-pattern.js';

/** What a pattern asks of a value, in words. */
export function describePattern(pattern: ValuePattern): string {
  switch (pattern.kind) {
    case 'exact':
      return pattern.type === 'string' ? JSON.stringify(pattern.text) : pattern.text;
    case 'prefix':
      return `a text that begins with ${JSON.stringify(pattern.text)}`;
    case 'suffix':
      return `a text that ends with ${JSON.stringify(pattern.text)}`;
    case 'prefix-ignore-case':
      return `a text that begins with ${JSON.stringify(pattern.text)}, in any case`;
    case 'suffix-ignore-case':
      return `a text that ends with ${JSON.stringify(pattern.text)}, in any case`;
    case 'equals-ignore-case':
      return `${JSON.stringify(pattern.text)}, in any case`;
    case 'wildcard':
      return `a text like ${JSON.stringify(pattern.wildcard.parts.join('*'))}`;
    case 'numeric':
      return describeRange(pattern.range);
    case 'cidr':
      return `an address in ${addressOf(pattern.range.base)}/${pattern.range.bits}`;
    case 'exists':
      return pattern.exists ? 'any value' : 'no value at all';
    case 'anything-but':
      return `anything but ${pattern.none.map(describePattern).join(' or ')}`;
  }
}

/** A value as JSON writes it. */
export function describeFieldValue({ kind, text }: FieldValue): string {
  return kind === 'string' ? JSON.stringify(text) : text;
}

/** An address as it is usually written. */
export function addressOf(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join('.');
  const groups = Array.from({ length: 8 }, (_, i) =>
    ((bytes[2 * i] ?? 0) * 256 + (bytes[2 * i + 1] ?? 0)).toString(16),
  );
  return groups.join(':');
}

function describeRange({ bottom, isBottomOpen, top, isTopOpen }: NumericRange): string {
  if (bottom === top) return `the number ${bottom}`;
  const ends = [
    ...(bottom === Number.NEGATIVE_INFINITY ? [] : [`${isBottomOpen ? 'above' : 'at least'} ${bottom}`]),
    ...(top === Number.POSITIVE_INFINITY ? [] : [`${isTopOpen ? 'below' : 'at most'} ${top}`]),
  ];
  return `a number ${ends.join(' and ')}`;
}
