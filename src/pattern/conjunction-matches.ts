import type { Field, Fields, Membership } from './event-fields.js';
import { valueMatches } from './value-matches.js';
import type { ValuePattern } from './value-pattern.js';

/** One condition of a conjunction: a path by its number, and the patterns of which one has to be true. */
export interface Condition {
  readonly path: number;
  readonly patterns: readonly ValuePattern[];
}

/**
 * Whether all conditions hold for one event, with values that stand together: where two of them come out of the same
 * list, they have to come out of the same element ("array consistency").
 * @param conditions in the order of their paths, so that what shares a list is side by side
 */
export function conjunctionMatches(conditions: readonly Condition[], fields: Fields): boolean {
  const candidates: (readonly Field[])[] = [];
  for (const { path, patterns } of conditions) {
    const found = fields[path] ?? [];
    if (found.length === 0) {
      if (patterns.some((pattern) => pattern.kind === 'exists' && !pattern.exists)) continue;
      return false;
    }
    const matching = found.filter(({ value }) => patterns.some((pattern) => valueMatches(pattern, value)));
    if (matching.length === 0) return false;
    // A value outside of every list goes with whatever is chosen for the others.
    if (!matching.some(({ membership }) => membership.length === 0)) candidates.push(matching);
  }
  return candidates.length < 2 || standTogether(candidates);
}

/**
 * Chooses a value for each condition so that all stand together. What is carried from one condition to the next is only
 * which elements were chosen of lists that later conditions also look into, each choice once: so the work grows with
 * the number of values, and not with that of their combinations.
 */
function standTogether(candidates: readonly (readonly Field[])[]): boolean {
  let choices = new Map<string, Membership>([['', []]]);
  candidates.forEach((fields, i) => {
    const needed = listsIn(candidates.slice(i + 1));
    const next = new Map<string, Membership>();
    for (const choice of choices.values()) {
      for (const { membership } of fields) {
        const merged = merge(choice, membership);
        if (merged === undefined) continue;
        const carried = only(merged, needed);
        next.set(carried.join(), carried);
      }
    }
    choices = next;
  });
  return choices.size > 0;
}

function listsIn(candidates: readonly (readonly Field[])[]): ReadonlySet<number> {
  const lists = new Set<number>();
  for (const { membership } of candidates.flat()) {
    for (let i = 0; i < membership.length; i += 2) lists.add(membership[i] ?? -1);
  }
  return lists;
}

/** Both together, or `undefined` when they take different elements of one list. */
function merge(a: Membership, b: Membership): Membership | undefined {
  const merged = [...a];
  for (let i = 0; i < b.length; i += 2) {
    const index = elementOf(a, b[i]);
    if (index === undefined) merged.push(b[i] ?? -1, b[i + 1] ?? -1);
    else if (index !== b[i + 1]) return undefined;
  }
  return merged;
}

function elementOf(membership: Membership, list: number | undefined): number | undefined {
  for (let i = 0; i < membership.length; i += 2) if (membership[i] === list) return membership[i + 1];
  return undefined;
}

function only(membership: Membership, lists: ReadonlySet<number>): Membership {
  const kept: number[] = [];
  for (let i = 0; i < membership.length; i += 2) {
    if (lists.has(membership[i] ?? -1)) kept.push(membership[i] ?? -1, membership[i + 1] ?? -1);
  }
  return kept;
}
