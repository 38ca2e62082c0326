import { addressOf } from './describe-pattern.js';
import type { FieldValue } from './field-value.js';
import { comparableNumber } from './numbers.js';
import { valueMatches } from './value-matches.js';
import type { NumericRange, ValuePattern } from './value-pattern.js';

/** A change of an event that makes a field match. */
export type Suggestion =
  /** Put this value there, in place of what is on its way: of a list, too. */
  | { readonly set: string | number | boolean | null }
  /** Take the field away. */
  | { readonly remove: true };

/**
 * The change that makes a field match: the value that it has, where one of them does already, else the simplest value
 * that satisfies a pattern.
 * @internal
 */
export function suggestionFor(
  patterns: readonly ValuePattern[],
  values: readonly FieldValue[],
): Suggestion | undefined {
  // A number that no double holds cannot be suggested: as a value of JavaScript it would be another one.
  const kept = values
    .map(scalarOf)
    .find((value) => patterns.some((pattern) => valueMatches(pattern, fieldValueOf(value))));
  if (kept !== undefined) return { set: kept };
  for (const pattern of patterns) {
    if (pattern.kind === 'exists' && !pattern.exists) return { remove: true };
    const value = candidates(pattern).find((candidate) => valueMatches(pattern, fieldValueOf(candidate)));
    if (value !== undefined) return { set: value };
  }
  return undefined;
}

type Scalar = string | number | boolean | null;

function candidates(pattern: ValuePattern): readonly Scalar[] {
  switch (pattern.kind) {
    case 'exact':
      return [pattern.type === 'string' ? pattern.text : JSON.parse(pattern.text)];
    case 'wildcard':
      return [pattern.wildcard.parts.join('')];
    case 'numeric':
      return numbersIn(pattern.range);
    case 'cidr':
      return [addressOf(pattern.range.base)];
    case 'exists':
      return ['any'];
    case 'anything-but':
      // More values than one pattern can exclude one by one; those that exclude all texts leave numbers.
      return [
        ...Array.from({ length: pattern.none.length + 2 }, (_, i) => `other${i === 0 ? '' : i}`),
        '',
        'ø',
        0,
        true,
      ];
    default:
      return [pattern.text];
  }
}

function numbersIn({ bottom, top }: NumericRange): readonly number[] {
  if (bottom === Number.NEGATIVE_INFINITY) return [top, top - 1, top * 2 - 1];
  if (top === Number.POSITIVE_INFINITY) return [bottom, bottom + 1, bottom * 2 + 1];
  const middle = (bottom + top) / 2;
  return [bottom, top, Math.round(middle), middle, Number(middle.toPrecision(12))];
}

function fieldValueOf(value: Scalar): FieldValue {
  if (typeof value === 'string') return { kind: 'string', text: value };
  const text = JSON.stringify(value);
  return typeof value === 'number'
    ? { kind: 'number', text, number: comparableNumber(text) }
    : { kind: 'literal', text };
}

function scalarOf({ kind, text }: FieldValue): Scalar {
  return kind === 'string' ? text : JSON.parse(text);
}
