import type { Condition } from './condition.js';

/** A condition, with the names that lead to its value. */
interface DirectCondition {
  readonly condition: Condition;
  readonly names: readonly string[];
}

/**
 * What nearly every event and pattern can be asked first: whether the values to which names lead one by one, through no
 * list, decide already. They do when all of them satisfy their conditions, for values outside of lists stand together
 * with each other; and when one at the top does not, for nothing else can be its value.
 */
export class DirectVerdict {
  readonly #conjunctions: readonly (readonly DirectCondition[])[];
  /** The conditions on members of the event itself that every conjunction has. */
  readonly #gates: readonly DirectCondition[];

  constructor(conjunctions: readonly (readonly Condition[])[], paths: readonly string[]) {
    this.#conjunctions = conjunctions.map((conditions) =>
      conditions.map((condition) => ({ condition, names: (paths[condition.leaf] ?? '').split('.') })),
    );
    this.#gates = (this.#conjunctions[0] ?? []).filter(
      ({ condition, names }) =>
        names.length === 1 && conjunctions.every((conditions) => conditions.includes(condition)),
    );
  }

  /** @returns the verdict, or `undefined` when the event has to be looked at more closely */
  of(event: unknown): boolean | undefined {
    for (const gate of this.#gates) if (holdsAt(event, gate) === false) return false;
    for (const conditions of this.#conjunctions) if (allHold(conditions, event)) return true;
    return undefined;
  }
}

function allHold(conditions: readonly DirectCondition[], event: unknown): boolean {
  for (const condition of conditions) if (holdsAt(event, condition) !== true) return false;
  return true;
}

/** Whether the scalar satisfies the condition to which its names lead; `undefined` when they lead to none. */
function holdsAt(event: unknown, { condition, names }: DirectCondition): boolean | undefined {
  let value = event;
  for (const name of names) {
    // Lists have names of their own in JavaScript, and empty names have rules of their own in AWS's engine.
    if (typeof value !== 'object' || value === null || Array.isArray(value) || name === '') return undefined;
    if (!Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  switch (typeof value) {
    case 'string':
      return condition.holdsForString(value);
    case 'number':
      return Number.isFinite(value)
        ? condition.holdsForParsedNumber(value)
        : condition.holdsForLiteral('null');
    case 'boolean':
      return condition.holdsForLiteral(value ? 'true' : 'false');
    default:
      return value === null ? condition.holdsForLiteral('null') : undefined;
  }
}
