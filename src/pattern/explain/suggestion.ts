import { comparableNumber } from '../language/comparable-number.js';
import { formatIpAddress } from '../language/ip-address.js';
import type { NumericRange, ValuePattern } from '../language/value-pattern.js';
import { FieldPattern } from '../matching/field-pattern.js';
import type { FieldValue } from '../matching/values/field-value.js';

/** A change of an event that makes a field match. */
export type Suggestion =
  /** Set the field to this value, in place of whatever is on the way to it: of an array, too. */
  | { readonly set: string | number | boolean | null }
  /** Remove the field. */
  | { readonly remove: true };

type Scalar = string | number | boolean | null;

/**
 * The change that makes a field match: one of its values that matches already, else the simplest value that matches an
 * alternative.
 * @internal
 */
export function suggestionFor(field: FieldPattern, values: readonly FieldValue[]): Suggestion | undefined {
  // A number that no double holds cannot be suggested: as a value of JavaScript it would be another one.
  const kept = values.map(scalarOf).find((value) => field.matches(fieldValueOf(value)));
  if (kept !== undefined) return { set: kept };
  for (const pattern of field.alternatives) {
    if (pattern.kind === 'exists' && !pattern.exists) return { remove: true };
    const alternative = new FieldPattern(0, 0, [pattern]);
    const value = candidates(pattern).find((candidate) => alternative.matches(fieldValueOf(candidate)));
    if (value !== undefined) return { set: value };
  }
  return undefined;
}

function candidates(pattern: ValuePattern): readonly Scalar[] {
  switch (pattern.kind) {
    case 'exact':
      return [pattern.type === 'string' ? pattern.string : JSON.parse(pattern.json)];
    case 'wildcard':
      return [pattern.wildcard.parts.join('')];
    case 'numeric':
      return numbersIn(pattern.range);
    case 'cidr':
      return [formatIpAddress(pattern.block.first)];
    case 'exists':
      return ['any'];
    case 'anything-but':
      // More values than one pattern can exclude one by one; a pattern that excludes all strings leaves numbers.
      return [
        ...Array.from({ length: pattern.none.length + 2 }, (_, i) => `other${i === 0 ? '' : i}`),
        '',
        'ø',
        0,
        true,
      ];
    default:
      // The second one for characters like `ǅ`, which match only in another case.
      return [pattern.string, pattern.string.toLowerCase()];
  }
}

function numbersIn({ bottom, top }: NumericRange): readonly number[] {
  if (bottom === Number.NEGATIVE_INFINITY) return [top, top - 1, top * 2 - 1];
  if (top === Number.POSITIVE_INFINITY) return [bottom, bottom + 1, bottom * 2 + 1];
  const middle = (bottom + top) / 2;
  return [bottom, top, Math.round(middle), middle, Number(middle.toPrecision(12))];
}

function fieldValueOf(value: Scalar): FieldValue {
  if (typeof value === 'string') return { kind: 'string', string: value };
  const json = JSON.stringify(value);
  return typeof value === 'number'
    ? { kind: 'number', json, number: comparableNumber(json) }
    : { kind: 'literal', json };
}

function scalarOf(value: FieldValue): Scalar {
  return value.kind === 'string' ? value.string : JSON.parse(value.json);
}
