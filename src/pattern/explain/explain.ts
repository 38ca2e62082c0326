import { compile } from '../compile.js';
import type { ExaminedEvent } from '../compiled-pattern.js';
import type { EventPattern } from '../event-pattern.js';
import type { FieldPattern } from '../matching/field-pattern.js';
import type { LocatedValue } from '../matching/value-collector.js';
import { readEvent } from '../read-event.js';
import { describeAlternatives, firstOf, jsonOf } from './describe.js';
import { mismatchCause } from './mismatch-cause.js';
import { type Suggestion, suggestionFor } from './suggestion.js';

/** Why a field of an event does not match. */
export interface FieldExplanation {
  /** The path of the field, names joined by dots as EventBridge joins them. */
  readonly path: string;
  /** What the pattern requires, in words. */
  readonly expected: string;
  /** The values that the event has there, as JSON, in the order of the event; numbers of a string as it writes them. */
  readonly received: readonly string[];
  /** The most likely cause. */
  readonly cause: string;
  /** A change of the event that makes the field match; absent where no value can. */
  readonly suggestion?: Suggestion;
}

/** Whether a pattern matches an event, and if not, why. */
export interface Explanation {
  readonly matches: boolean;
  /** The fields that do not match; of a pattern with `$or`, those of the branch with the fewest. */
  readonly fields: readonly FieldExplanation[];
  /** The whole explanation as text, a line for each field. */
  toString(): string;
}

/**
 * Explains why a pattern does not match an event, field by field. AWS itself does not.
 *
 * @param eventPattern an object, or a JSON string
 * @param event an object, or a JSON string
 * @throws {InvalidEventPatternException} with AWS's reason and its location in the pattern
 * @throws {FakeEventBridgeError} when the event is neither an object nor the JSON of one
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 * @example
 * ```ts
 * console.log(String(explain({ detail: { total: [4200] } }, { detail: { total: '4200' } })));
 * // detail.total: expected 4200, received "4200": it is a string, and the pattern requires a number
 * ```
 */
export function explain<Detail = unknown>(
  eventPattern: EventPattern<Detail> | string,
  event: object | string,
): Explanation {
  const compiled = compile(eventPattern, 'explain');
  const examined = readEvent<ExaminedEvent>(event, 'explain', {
    ofText: (text) => compiled.examine(text),
    ofObject: (value) => compiled.examine(value),
  });
  const matches = compiled.conjunctions.some((fields) => examined.holds(fields));
  const branches = matches
    ? []
    : compiled.conjunctions.map((fields) => explainBranch(fields, compiled.paths, examined));
  const nearest = branches.reduce<readonly FieldExplanation[] | undefined>(
    (best, fields) => (best === undefined || fields.length < best.length ? fields : best),
    undefined,
  );
  const fields = nearest ?? [];
  return Object.freeze({
    matches,
    fields,
    toString: () => (matches ? 'The event matches.' : fields.map(formatField).join('\n')),
  });
}

function formatField({ path, expected, received, cause }: FieldExplanation): string {
  return `${path}: expected ${expected}, received ${received.length === 0 ? 'nothing' : firstOf(received)}: ${cause}`;
}

/** Explains the fields of one branch, in the order in which the pattern names them. */
function explainBranch(
  fields: readonly FieldPattern[],
  paths: readonly string[],
  examined: ExaminedEvent,
): FieldExplanation[] {
  // Fields that share no array can be explained one by one; those that may share one are looked at together.
  const groups = new Map<string, FieldPattern[]>();
  for (const field of fields) {
    const name = paths[field.leaf]?.split('.', 1).join() ?? '';
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [field]);
    else group.push(field);
  }
  return [...groups.values()]
    .filter((group) => !examined.holds(group))
    .flat()
    .sort((a, b) => a.number - b.number)
    .flatMap((field) =>
      explainField(
        field,
        paths[field.leaf] ?? '',
        examined.values[field.leaf] ?? [],
        examined.holds([field]),
      ),
    );
}

function explainField(
  field: FieldPattern,
  path: string,
  located: readonly LocatedValue[],
  matchesAlone: boolean,
): FieldExplanation[] {
  // To make one element of an array match, everything that the pattern requires of the element has to be in it.
  if (matchesAlone && !located.some(({ element }) => element !== undefined)) return [];
  const values = located.map(({ value }) => value);
  const suggestion = suggestionFor(field, values);
  return [
    Object.freeze({
      path,
      expected: describeAlternatives(field.alternatives),
      received: values.map(jsonOf),
      cause: matchesAlone ? IN_ANOTHER_ELEMENT : mismatchCause(field.alternatives, values),
      ...(suggestion !== undefined && { suggestion }),
    }),
  ];
}

const IN_ANOTHER_ELEMENT =
  'it matches in one element of the array, but the other conditions on that array match only in other elements';
