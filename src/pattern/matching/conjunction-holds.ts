import type { FieldPattern } from './field-pattern.js';
import type { ArrayScope, Scope } from './scope-recorder.js';

/**
 * Whether all field patterns match values that go together. Values from one array have to come from one element of it
 * ("array consistency").
 *
 * AWS's engine goes through the paths in the order of their names. `exists: false` means that there is no value beside
 * those that were chosen so far. Once an element is chosen, only the element counts; before that, the whole array
 * (inferred).
 *
 * A path has one source in each object, so each array decides about its own paths, and each element is looked at once.
 * The time grows with the event, not with the combinations of its values.
 * @param fields in the order of their paths
 */
export function conjunctionHolds(fields: readonly FieldPattern[], root: Scope): boolean {
  return holdsIn(root, fields, 0, fields.length, undefined);
}

/** @param chosen the field pattern for which the element was chosen: it needs a value in this scope */
function holdsIn(
  scope: Scope,
  fields: readonly FieldPattern[],
  from: number,
  to: number,
  chosen: FieldPattern | undefined,
): boolean {
  const { arrays, matched, present } = scope;
  for (let i = from; i < to; i++) {
    const field = fields[i];
    if (field === undefined || matched[field.number] === true) continue;
    if (arrays.length > 0 && arrays.some((array) => isOf(array, field))) continue;
    if (!field.canBeAbsent || present[field.leaf] === true || field === chosen) return false;
  }
  for (const array of arrays) if (!arrayHolds(array, fields, from, to, chosen)) return false;
  return true;
}

function isOf({ first, last }: ArrayScope, { leaf }: FieldPattern): boolean {
  return first <= leaf && leaf <= last;
}

function arrayHolds(
  array: ArrayScope,
  fields: readonly FieldPattern[],
  from: number,
  to: number,
  chosen: FieldPattern | undefined,
): boolean {
  let begin = from;
  while (begin < to && (fields[begin]?.leaf ?? 0) < array.first) begin++;
  let end = begin;
  while (end < to && (fields[end]?.leaf ?? 0) <= array.last) end++;
  // Until an element is chosen, absent means absent from all of them.
  let first = begin;
  while (first < end && isAbsentFrom(array, fields[first], chosen)) first++;
  if (first === end) return true;
  return array.elements.some((element) => holdsIn(element, fields, begin, end, fields[first]));
}

function isAbsentFrom(
  { present }: ArrayScope,
  field: FieldPattern | undefined,
  chosen: FieldPattern | undefined,
): boolean {
  return field?.canBeAbsent === true && present[field.leaf] !== true && field !== chosen;
}
