import type { Condition } from './condition.js';
import type { Field, Place } from './event-fields.js';
import { valueMatches } from './value-matches.js';

/** Elements that were chosen of lists, by the numbers of the lists. */
type Choice = ReadonlyMap<number, number>;

/**
 * The same as `conjunctionHolds`, for events in which a path has two sources in one object: names with dots, or names
 * that stand twice, with lists under them. Path by path it carries on which elements have been chosen, of the lists that
 * later paths look into too, each choice once. That can be many: such events are not matched in linear time.
 * @param conditions in the order of their paths
 */
export function oddConjunctionHolds(
  conditions: readonly Condition[],
  fields: readonly (readonly Field[])[],
): boolean {
  let choices: readonly Choice[] = [new Map()];
  conditions.forEach((condition, i) => {
    const needed = new Set(
      conditions.slice(i + 1).flatMap(({ leaf }) => (fields[leaf] ?? []).flatMap(listsOf)),
    );
    const next = new Map<string, Choice>();
    for (const choice of choices) {
      const standing = (fields[condition.leaf] ?? []).filter(({ place }) => standsWith(place, choice));
      const matching = standing.filter(({ value }) =>
        condition.patterns.some((pattern) => valueMatches(pattern, value)),
      );
      if (standing.length === 0 && condition.canBeAbsent) carry(next, choice, undefined, needed);
      for (const { place } of matching) carry(next, choice, place, needed);
    }
    choices = [...next.values()];
  });
  return choices.length > 0;
}

function listsOf({ place }: Field): number[] {
  const lists: number[] = [];
  for (let at = place; at !== undefined; at = at.around) lists.push(at.list);
  return lists;
}

/** Whether a place is in the same element of every list that was chosen from. */
function standsWith(place: Place | undefined, choice: Choice): boolean {
  for (let at = place; at !== undefined; at = at.around) {
    if ((choice.get(at.list) ?? at.index) !== at.index) return false;
  }
  return true;
}

function carry(
  into: Map<string, Choice>,
  choice: Choice,
  place: Place | undefined,
  needed: ReadonlySet<number>,
): void {
  const carried = new Map([...choice].filter(([list]) => needed.has(list)));
  for (let at = place; at !== undefined; at = at.around) {
    if (needed.has(at.list)) carried.set(at.list, at.index);
  }
  into.set([...carried].sort(([a], [b]) => a - b).join(';'), carried);
}
