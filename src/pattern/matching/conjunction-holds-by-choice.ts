import type { FieldPattern } from './field-pattern.js';
import type { ArrayElement, LocatedValue } from './value-collector.js';

/** The elements that were chosen, by the numbers of their arrays. */
type Choice = ReadonlyMap<number, number>;

/**
 * The same as `conjunctionHolds`, for events in which a path has two sources in one object. They are names with dots,
 * or names that occur twice, with arrays under them. Path by path it carries on which elements have been chosen, of the
 * arrays that later paths look into too, each choice once. There can be many: such events are not matched in linear
 * time.
 * @param fields in the order of their paths
 * @param values by path
 */
export function conjunctionHoldsByChoice(
  fields: readonly FieldPattern[],
  values: readonly (readonly LocatedValue[])[],
): boolean {
  let choices: readonly Choice[] = [new Map()];
  fields.forEach((field, i) => {
    const needed = new Set(fields.slice(i + 1).flatMap(({ leaf }) => (values[leaf] ?? []).flatMap(arraysOf)));
    const next = new Map<string, Choice>();
    for (const choice of choices) {
      const candidates = (values[field.leaf] ?? []).filter(({ element }) => goesWith(element, choice));
      if (candidates.length === 0 && field.canBeAbsent) carry(next, choice, undefined, needed);
      for (const { value, element } of candidates)
        if (field.matches(value)) carry(next, choice, element, needed);
    }
    choices = [...next.values()];
  });
  return choices.length > 0;
}

function arraysOf({ element }: LocatedValue): number[] {
  const arrays: number[] = [];
  for (let at = element; at !== undefined; at = at.outer) arrays.push(at.array);
  return arrays;
}

/** Whether an element is the chosen one of every array that has one. */
function goesWith(element: ArrayElement | undefined, choice: Choice): boolean {
  for (let at = element; at !== undefined; at = at.outer) {
    if ((choice.get(at.array) ?? at.index) !== at.index) return false;
  }
  return true;
}

function carry(
  into: Map<string, Choice>,
  choice: Choice,
  element: ArrayElement | undefined,
  needed: ReadonlySet<number>,
): void {
  const carried = new Map([...choice].filter(([array]) => needed.has(array)));
  for (let at = element; at !== undefined; at = at.outer) {
    if (needed.has(at.array)) carried.set(at.array, at.index);
  }
  into.set([...carried].sort(([a], [b]) => a - b).join(';'), carried);
}
