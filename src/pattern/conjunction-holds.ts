import type { Condition } from './condition.js';
import type { ListFindings, Scope } from './findings.js';

/**
 * Whether all conditions hold, with values that stand together: where several come out of the same list, they come out
 * of the same element of it ("array consistency").
 *
 * AWS's engine goes through the paths in the order of their names, and `exists: false` means that no value stands
 * together with those that were chosen so far: within the element, once one is chosen; in the whole list before.
 *
 * A path has one source in each object, so each list answers for its own paths, and each element is looked at once: the
 * time grows with the event, and not with what could be combined in it.
 * @param conditions in the order of their paths
 */
export function conjunctionHolds(conditions: readonly Condition[], root: Scope): boolean {
  return holdsIn(root, conditions, 0, conditions.length, undefined);
}

/** @param chosen the condition for which the element was chosen: it needs a value in here */
function holdsIn(
  scope: Scope,
  conditions: readonly Condition[],
  from: number,
  to: number,
  chosen: Condition | undefined,
): boolean {
  const { lists, satisfied, present } = scope;
  for (let i = from; i < to; i++) {
    const condition = conditions[i];
    if (condition === undefined || satisfied[condition.number] === true) continue;
    if (lists.length > 0 && lists.some((list) => isOf(list, condition))) continue;
    if (!condition.canBeAbsent || present[condition.leaf] === true || condition === chosen) return false;
  }
  return lists.every((list) => listHolds(list, conditions, from, to, chosen));
}

function isOf({ first, last }: ListFindings, { leaf }: Condition): boolean {
  return first <= leaf && leaf <= last;
}

function listHolds(
  list: ListFindings,
  conditions: readonly Condition[],
  from: number,
  to: number,
  chosen: Condition | undefined,
): boolean {
  let begin = from;
  while (begin < to && (conditions[begin]?.leaf ?? 0) < list.first) begin++;
  let end = begin;
  while (end < to && (conditions[end]?.leaf ?? 0) <= list.last) end++;
  // As long as no element is chosen, absent means absent from all of them.
  let first = begin;
  while (first < end && isAbsentFrom(list, conditions[first], chosen)) first++;
  if (first === end) return true;
  return list.elements.some((element) => holdsIn(element, conditions, begin, end, conditions[first]));
}

function isAbsentFrom(
  { present }: ListFindings,
  condition: Condition | undefined,
  chosen: Condition | undefined,
): boolean {
  return condition?.canBeAbsent === true && present[condition.leaf] !== true && condition !== chosen;
}
