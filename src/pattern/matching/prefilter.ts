import type { FieldPattern } from './field-pattern.js';

/** A field pattern, with the names that lead to its value. */
interface NamedField {
  readonly field: FieldPattern;
  readonly names: readonly string[];
  /** Whether it takes a walk, whatever the event has. */
  readonly needsWalk: boolean;
  /** For each name the names with dots that could lead on in its place. */
  readonly dotted: readonly (readonly string[])[];
}

/** The names with dots of a longer path would be too many: they grow with the square of its length. */
const MAX_NAMES = 16;

/**
 * Decides about most parsed events without a walk (bench: a parsed event of three fields). It reads the values that
 * names lead to one by one, through no array. When all of them match, the event does, for values outside of arrays go
 * together. When one does not match that every branch needs, the event does not, unless a name with dots leads to
 * another value.
 */
export class Prefilter {
  /** The fields that every conjunction has. */
  readonly #required: readonly NamedField[];
  /** The other fields of each conjunction. */
  readonly #branches: readonly (readonly NamedField[])[];

  constructor(conjunctions: readonly (readonly FieldPattern[])[], paths: readonly string[]) {
    const isRequired = (field: FieldPattern) => conjunctions.every((fields) => fields.includes(field));
    const named = (field: FieldPattern) => namedField(field, (paths[field.leaf] ?? '').split('.'));
    this.#required = (conjunctions[0] ?? []).filter(isRequired).map(named);
    const required = new Set(this.#required.map(({ field }) => field));
    this.#branches = conjunctions.map((fields) => fields.filter((field) => !required.has(field)).map(named));
  }

  /** @returns the verdict, or `undefined` when it takes a walk through the event */
  verdict(event: unknown): boolean | undefined {
    let isCertain = true;
    for (const field of this.#required) {
      const matches = matchesAt(event, field);
      if (matches === true) continue;
      if (matches === false && isOnlyValue(event, field)) return false;
      isCertain = false;
    }
    if (isCertain) for (const fields of this.#branches) if (allMatch(fields, event)) return true;
    return undefined;
  }
}

function namedField(field: FieldPattern, names: readonly string[]): NamedField {
  // Empty names have rules of their own in AWS's engine.
  const needsWalk = names.includes('') || names.length > MAX_NAMES;
  const dotted = needsWalk
    ? []
    : names.map((_, i) => names.slice(i + 1).map((__, j) => names.slice(i, i + j + 2).join('.')));
  return { field, names, needsWalk, dotted };
}

/** Whether no name with dots leads to another value. */
function isOnlyValue(event: unknown, { names, dotted }: NamedField): boolean {
  let value = event;
  for (let i = 0; i < names.length - 1; i++) {
    const object = value as Record<string, unknown>;
    for (const name of dotted[i] ?? []) if (Object.hasOwn(object, name)) return false;
    value = object[names[i] ?? ''];
  }
  return true;
}

function allMatch(fields: readonly NamedField[], event: unknown): boolean {
  for (const field of fields) if (matchesAt(event, field) !== true) return false;
  return true;
}

/** Whether the scalar that the names lead to matches; `undefined` when they do not lead to a scalar. */
function matchesAt(event: unknown, { field, names, needsWalk }: NamedField): boolean | undefined {
  if (needsWalk) return undefined;
  let value = event;
  for (let i = 0; i < names.length; i++) {
    const name = names[i] ?? '';
    // Arrays have names of their own in JavaScript.
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    if (!Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  switch (typeof value) {
    case 'string':
      return field.matchesString(value);
    case 'number':
      return Number.isFinite(value) ? field.matchesParsedNumber(value) : field.matchesLiteral('null');
    case 'boolean':
      return field.matchesLiteral(value ? 'true' : 'false');
    default:
      return value === null ? field.matchesLiteral('null') : undefined;
  }
}
