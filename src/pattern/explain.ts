import { conjunctionMatches } from './conjunction-matches.js';
import { describeFieldValue, describePattern } from './describe-pattern.js';
import { type Field, type Fields, fieldsOf } from './event-fields.js';
import type { EventPattern } from './event-pattern.js';
import { causeOf } from './mismatch-cause.js';
import { pathTree } from './paths.js';
import { compile, parseEvent } from './pattern.js';
import type { Conjunction } from './read-pattern.js';
import { type Suggestion, suggestionFor } from './suggestion.js';
import { valueMatches } from './value-matches.js';
import type { ValuePattern } from './value-pattern.js';

/** Why a field of an event does not match. */
export interface FieldExplanation {
  /** The path of the field, names joined by dots as EventBridge joins them. */
  readonly path: string;
  /** What the pattern asks of it, in words. */
  readonly asked: string;
  /** The values that the event has there, as JSON. */
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
  const parsed = typeof event === 'string' ? parseEvent(event, 'explain') : event;
  const matches = typeof event === 'string' ? compiled.matchesText(event) : compiled.matchesValue(event);
  const branches = matches
    ? []
    : compiled.conjunctions.map((conjunction) => explainBranch(conjunction, parsed));
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

function line({ path, asked, had, cause }: FieldExplanation): string {
  return `${path}: asked for ${asked}, had ${had.length === 0 ? 'nothing' : had.join(', ')}: ${cause}`;
}

function explainBranch(conjunction: Conjunction, event: unknown): FieldExplanation[] {
  const paths = [...conjunction.keys()];
  const fields = fieldsOf(event, pathTree(paths), paths.length);
  // Fields that share no list can be put right one by one; those that may share one are looked at together.
  return [...new Set(paths.map(firstName))].flatMap((name) =>
    explainTogether(
      paths.filter((path) => firstName(path) === name),
      conjunction,
      paths,
      fields,
    ),
  );
}

function explainTogether(
  together: readonly string[],
  conjunction: Conjunction,
  paths: readonly string[],
  fields: Fields,
): FieldExplanation[] {
  const conditions = together.map((path) => ({
    path: paths.indexOf(path),
    patterns: conjunction.get(path) ?? [],
  }));
  if (conjunctionMatches(conditions, fields)) return [];
  return together.flatMap((path) => {
    const values = fields[paths.indexOf(path)] ?? [];
    const patterns = conjunction.get(path) ?? [];
    if (!holds(patterns, values)) {
      return [
        explanation(
          path,
          patterns,
          values,
          causeOf(
            patterns,
            values.map(({ value }) => value),
          ),
        ),
      ];
    }
    // To put one element of a list right, everything that is asked of the element has to be put there.
    const isInList = values.some(({ membership }) => membership.length > 0);
    return isInList ? [explanation(path, patterns, values, APART)] : [];
  });
}

/** A field that matches by itself, but in another element of a list than its neighbours. */
const APART = 'it matches in one element of a list, and what else is asked of that list only in others';

function firstName(path: string): string {
  return path.split('.', 1).join();
}

function explanation(
  path: string,
  patterns: readonly ValuePattern[],
  values: readonly Field[],
  cause: string,
): FieldExplanation {
  const suggestion = suggestionFor(
    patterns,
    values.map(({ value }) => value),
  );
  return Object.freeze({
    path,
    asked: patterns.map(describePattern).join(' or '),
    had: values.map(({ value }) => describeFieldValue(value)),
    cause,
    ...(suggestion !== undefined && { suggestion }),
  });
}

function holds(patterns: readonly ValuePattern[], fields: readonly Field[]): boolean {
  if (fields.length === 0) return patterns.some((pattern) => pattern.kind === 'exists' && !pattern.exists);
  return fields.some(({ value }) => patterns.some((pattern) => valueMatches(pattern, value)));
}
