import { excerpt } from '../../base/words/excerpt.js';
import type { ValuePattern } from '../language/value-pattern.js';
import type { FieldValue } from '../matching/values/field-value.js';
import { IgnoringCase } from '../matching/values/ignoring-case.js';
import { firstOf, jsonOf } from './describe.js';

/** Why no value of a field matches its pattern: the first of the usual causes that applies. */
export function mismatchCause(patterns: readonly ValuePattern[], values: readonly FieldValue[]): string {
  if (values.length === 0) return 'it is missing';
  if (patterns.every((pattern) => pattern.kind === 'exists'))
    return 'it has a value, and the pattern requires none';
  return (
    anotherType(patterns, values) ??
    anotherCase(patterns, values) ??
    outOfRange(patterns, values) ??
    'it has another value'
  );
}

/** `"4200"` is a string, and the pattern requires a number. */
function anotherType(patterns: readonly ValuePattern[], values: readonly FieldValue[]): string | undefined {
  const expected = new Set(patterns.map(expectedType));
  const value = values.find(({ kind }) => !expected.has(kind));
  if (value === undefined || expected.has(undefined) || values.some(({ kind }) => expected.has(kind)))
    return undefined;
  const types = [...expected]
    .map((type) => (type === 'literal' ? 'true, false or null' : `a ${type}`))
    .join(' or ');
  return `${nameOf(value, values)} is ${typeOf(value)}, and the pattern requires ${types}`;
}

function typeOf(value: FieldValue): string {
  if (value.kind !== 'literal') return `a ${value.kind}`;
  return value.json === 'null' ? 'null' : 'a boolean';
}

function expectedType(pattern: ValuePattern): FieldValue['kind'] | undefined {
  switch (pattern.kind) {
    case 'exact':
      return pattern.type;
    case 'numeric':
      return 'number';
    case 'exists':
    case 'anything-but':
      return undefined;
    default:
      return 'string';
  }
}

function anotherCase(patterns: readonly ValuePattern[], values: readonly FieldValue[]): string | undefined {
  const exact = patterns.flatMap((pattern) =>
    pattern.kind === 'exact' && pattern.type === 'string' ? [new IgnoringCase(pattern.string)] : [],
  );
  for (const value of values) {
    if (value.kind === 'string' && exact.some((string) => string.equals(value.string)))
      return `${nameOf(value, values)} differs only in case`;
  }
  return undefined;
}

function outOfRange(patterns: readonly ValuePattern[], values: readonly FieldValue[]): string | undefined {
  if (!patterns.every((pattern) => pattern.kind === 'numeric')) return undefined;
  const numbers = values.filter(({ kind }) => kind === 'number');
  const [first, second] = numbers;
  if (first === undefined) return undefined;
  if (second === undefined) return `${nameOf(first, values)} is outside the range`;
  const names = numbers.length === values.length ? 'they' : firstOf(numbers.map(jsonOf));
  return `${names} are outside the range`;
}

/** The text before a cause shows the values of the field: the only one of them need not be written twice. */
function nameOf(value: FieldValue, values: readonly FieldValue[]): string {
  return values.length === 1 ? 'it' : excerpt(jsonOf(value));
}
