import { equalsIgnoringCase } from './case-folding.js';
import { describeFieldValue } from './describe-pattern.js';
import type { FieldValue } from './field-value.js';
import { firstOf, shortened } from './shortened.js';
import type { ValuePattern } from './value-pattern.js';

/** Why no value of a field satisfies its patterns: the first of the usual causes that fits. */
export function causeOf(patterns: readonly ValuePattern[], values: readonly FieldValue[]): string {
  if (values.length === 0) return 'it is missing';
  if (patterns.every((pattern) => pattern.kind === 'exists'))
    return 'it is there, and the pattern asks for none';
  return (
    anotherType(patterns, values) ??
    anotherCase(patterns, values) ??
    outOfRange(patterns, values) ??
    'it has another value'
  );
}

/** `"4200"` is a string, and the pattern asks for a number. */
function anotherType(patterns: readonly ValuePattern[], values: readonly FieldValue[]): string | undefined {
  const asked = new Set(patterns.map(typeAsked));
  const value = values.find(({ kind }) => !asked.has(kind));
  if (value === undefined || asked.has(undefined) || values.some(({ kind }) => asked.has(kind)))
    return undefined;
  const types = [...asked]
    .map((type) => (type === 'literal' ? 'true, false or null' : `a ${type}`))
    .join(' or ');
  const is =
    value.kind === 'literal' ? `is ${value.text === 'null' ? 'null' : 'a boolean'}` : `is a ${value.kind}`;
  return `${shortened(describeFieldValue(value))} ${is}, and the pattern asks for ${types}`;
}

function typeAsked(pattern: ValuePattern): FieldValue['kind'] | undefined {
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
  for (const { kind, text } of values) {
    if (kind !== 'string') continue;
    const near = patterns.find(
      (pattern) =>
        pattern.kind === 'exact' && pattern.type === 'string' && equalsIgnoringCase(pattern.text, text),
    );
    if (near !== undefined) return `${shortened(JSON.stringify(text))} differs in case only`;
  }
  return undefined;
}

function outOfRange(patterns: readonly ValuePattern[], values: readonly FieldValue[]): string | undefined {
  if (!patterns.every((pattern) => pattern.kind === 'numeric')) return undefined;
  const numbers = values.filter(({ kind }) => kind === 'number').map(({ text }) => text);
  if (numbers.length === 0) return undefined;
  return `${firstOf(numbers)} ${numbers.length === 1 ? 'is' : 'are'} outside of the range`;
}
