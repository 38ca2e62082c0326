import type { Examined } from './compiled-pattern.js';
import type { Condition } from './condition.js';
import { describeFieldValue, describePattern } from './describe-pattern.js';
import type { Field } from './event-fields.js';
import type { EventPattern } from './event-pattern.js';
import { causeOf } from './mismatch-cause.js';
import { compile, readEvent } from './pattern.js';
import { firstOf } from './shortened.js';
import { type Suggestion, suggestionFor } from './suggestion.js';
import type { ValuePattern } from './value-pattern.js';

/** Why a field of an event does not match. */
export interface FieldExplanation {
  /** The path of the field, names joined by dots as EventBridge joins them. */
  readonly path: string;
  /** What the pattern asks of it, in words. */
  readonly asked: string;
  /** The values that the event has there, as JSON, in the order of the event; numbers of a text as it writes them. */
  readonly had: readonly string[];
  /** The nearest cause. */
  readonly cause: string;
  /** What would make the field match: a value to put there, or that it has to go; nothing where no value can. */
  readonly suggestion?: Suggestion;
}

/** Whether a pattern matches an event, and if not, why. */
export interface Explanation {
  readonly matches: boolean;
  /** The fields that do not match; of a pattern with `$or`, those of the branch that comes nearest. */
  readonly fields: readonly FieldExplanation[];
  /** All of it as text, for people. */
  toString(): string;
}

/**
 * Why a pattern does not match an event, field by field, which AWS itself never tells.
 *
 * @param eventPattern an object, or its JSON text
 * @param event an object, or its JSON text
 * @throws {InvalidEventPatternException} with AWS's reason and its place
 * @throws {FakeEventBridgeError} when the event is none
 * @example
 * ```ts
 * console.log(String(explain({ detail: { total: [4200] } }, { detail: { total: '4200' } })));
 * // detail.total: asked for 4200, had "4200": "4200" is a string, and the pattern asks for a number
 * ```
 */
export function explain<Detail = unknown>(
  eventPattern: EventPattern<Detail> | string,
  event: object | string,
): Explanation {
  const compiled = compile(eventPattern, 'explain');
  const examined = readEvent<Examined>(event, 'explain', {
    ofText: (text) => compiled.examine(text),
    ofObject: (value) => compiled.examine(value),
  });
  const matches = compiled.conjunctions.some((conditions) => examined.holds(conditions));
  const branches = matches
    ? []
    : compiled.conjunctions.map((conditions) => explainBranch(conditions, compiled.paths, examined));
  const nearest = branches.reduce<readonly FieldExplanation[] | undefined>(
    (best, fields) => (best === undefined || fields.length < best.length ? fields : best),
    undefined,
  );
  const fields = nearest ?? [];
  return Object.freeze({
    matches,
    fields,
    toString: () => (matches ? 'It matches.' : fields.map(line).join('\n')),
  });
}

/** More alternatives than anybody reads. */
const MOST_ASKED = 10;

function line({ path, asked, had, cause }: FieldExplanation): string {
  return `${path}: asked for ${asked}, had ${had.length === 0 ? 'nothing' : firstOf(had)}: ${cause}`;
}

function describePatterns(patterns: readonly ValuePattern[]): string {
  const asked = patterns.slice(0, MOST_ASKED).map(describePattern).join(' or ');
  return patterns.length > MOST_ASKED ? `${asked} or one of ${patterns.length - MOST_ASKED} more` : asked;
}

/** Explains the conditions of one conjunction, in the order in which the pattern names them. */
function explainBranch(
  conditions: readonly Condition[],
  paths: readonly string[],
  examined: Examined,
): FieldExplanation[] {
  // Fields that share no list can be put right one by one; those that may share one are looked at together.
  const groups = new Map<string, Condition[]>();
  for (const condition of conditions) {
    const name = paths[condition.leaf]?.split('.', 1).join() ?? '';
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [condition]);
    else group.push(condition);
  }
  return [...groups.values()]
    .filter((group) => !examined.holds(group))
    .flat()
    .sort((a, b) => a.number - b.number)
    .flatMap((condition) =>
      explainCondition(
        condition,
        paths[condition.leaf] ?? '',
        examined.fields.at[condition.leaf] ?? [],
        examined.holds([condition]),
      ),
    );
}

function explainCondition(
  { patterns }: Condition,
  path: string,
  fields: readonly Field[],
  holdsAlone: boolean,
): FieldExplanation[] {
  const values = fields.map(({ value }) => value);
  // To put one element of a list right, everything that is asked of the element has to be put there.
  if (holdsAlone && !fields.some(({ place }) => place !== undefined)) return [];
  const suggestion = suggestionFor(patterns, values);
  return [
    Object.freeze({
      path,
      asked: describePatterns(patterns),
      had: values.map(describeFieldValue),
      cause: holdsAlone ? APART : causeOf(patterns, values),
      ...(suggestion !== undefined && { suggestion }),
    }),
  ];
}

/** A field that matches by itself, but in another element of a list than its neighbours. */
const APART = 'it matches in one element of a list, and what else is asked of that list only in others';
