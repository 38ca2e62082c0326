import { InvalidPattern } from './invalid-pattern.js';
import { ipBytes } from './ip-address.js';
import { JsonReader, type Token } from './json-reader.js';
import { comparableNumber } from './numbers.js';
import { readMatchExpression } from './read-match-expression.js';
import type { ValuePattern } from './value-pattern.js';
import { isTooComplex } from './wildcard-complexity.js';

/** Conditions that hold together: for each path of a field, of which one pattern has to be true. */
export type Conjunction = ReadonlyMap<string, readonly ValuePattern[]>;

type Conjunctions = Map<string, readonly ValuePattern[]>[];

const OR = '$or';

/**
 * Names that cannot stand anywhere below a branch of `$or`: the operators, their comparisons, and what AWS keeps for
 * operators to come (event-ruler, `Constants.RESERVED_FIELD_NAMES_IN_OR_RELATIONSHIP`).
 */
const RESERVED_IN_OR = new Set([
  'exactly',
  'equals-ignore-case',
  'prefix',
  'suffix',
  'anything-but',
  'exists',
  'wildcard',
  'numeric',
  'cidr',
  '=',
  '<',
  '<=',
  '>',
  '>=',
  'regex',
  'not-wildcard',
  'not-equals-ignore-case',
  'date-after',
  'date-on-or-after',
  'date-before',
  'date-on-or-before',
  'in-date-range',
  'ip-address-in-range',
  'ip-address-not-in-range',
]);

/** AWS's documentation limits the combinations of branches; that it counts what they come to is inferred, and its words. */
const MOST_COMBINATIONS = 1000;

/**
 * Reads an event pattern. With `$or` it stands for several conjunctions, of which one has to hold.
 * @throws {InvalidPattern} with AWS's reason
 */
export function readPattern(text: string): readonly Conjunction[] {
  const reader = new JsonReader(text);
  if (reader.next() !== 'START_OBJECT') throw reader.error('Filter is not an object');
  const conjunctions: Conjunctions = [new Map()];
  readObject(reader, [], conjunctions, false);
  refuseComplexity(conjunctions);
  return conjunctions;
}

/** The fields of an object, added to every conjunction there is so far. */
function readObject(
  reader: JsonReader,
  path: readonly string[],
  conjunctions: Conjunctions,
  isBelowOr: boolean,
): void {
  let isEmpty = true;
  while (reader.next() !== 'END_OBJECT') {
    isEmpty = false;
    const name = reader.content;
    if (name === OR) {
      readOr(reader, path, conjunctions);
      continue;
    }
    if (isBelowOr && RESERVED_IN_OR.has(name)) {
      throw reader.error(`${name} is Ruler reserved fieldName which cannot be used inside $or.`);
    }
    const token = reader.next();
    if (token === 'START_OBJECT') readObject(reader, [...path, name], conjunctions, isBelowOr);
    else if (token === 'START_ARRAY') addField(conjunctions, pathOf(path, name), readValues(reader));
    else throw reader.error(`"${name}" must be an object or an array`);
  }
  if (isEmpty) throw reader.error('Empty objects are not allowed');
}

/** AWS's engine puts no dot behind a path that is empty, be it that of the whole pattern or that of a field `""`. */
function pathOf(path: readonly string[], name: string): string {
  const before = path.join('.');
  return before === '' ? name : `${before}.${name}`;
}

/** `$or`: each of its objects continues each conjunction so far. */
function readOr(reader: JsonReader, path: readonly string[], conjunctions: Conjunctions): void {
  if (reader.next() !== 'START_ARRAY') throw reader.error('It must be an Array followed with $or.');
  const before = [...conjunctions];
  conjunctions.length = 0;
  let branches = 0;
  for (let token = reader.next(); token !== 'END_ARRAY'; token = reader.next()) {
    branches++;
    if (token !== 'START_OBJECT')
      throw reader.error('Only JSON object is allowed in array of $or relationship.');
    if (conjunctions.length + before.length > MOST_COMBINATIONS) {
      throw new InvalidPattern(`The event pattern has over ${MOST_COMBINATIONS} rule combinations`);
    }
    const branch = before.map((conjunction) => new Map(conjunction));
    readObject(reader, path, branch, true);
    conjunctions.push(...branch);
  }
  if (branches < 2) throw reader.error('There must have at least 2 Objects in $or relationship.');
}

/** A field that is named twice keeps what was said last. */
function addField(conjunctions: Conjunctions, field: string, patterns: readonly ValuePattern[]): void {
  for (const conjunction of conjunctions) conjunction.set(field, patterns);
}

function readValues(reader: JsonReader): readonly ValuePattern[] {
  const patterns: ValuePattern[] = [];
  for (let token = reader.next(); token !== 'END_ARRAY'; token = reader.next()) {
    patterns.push(readValue(reader, token));
  }
  if (patterns.length === 0) throw reader.error('Empty arrays are not allowed');
  return patterns;
}

function readValue(reader: JsonReader, token: Token): ValuePattern {
  switch (token) {
    case 'START_OBJECT':
      return readMatchExpression(reader);
    case 'STRING':
      return { kind: 'exact', type: 'string', text: reader.content, address: ipBytes(reader.content) };
    case 'NUMBER':
      return {
        kind: 'exact',
        type: 'number',
        text: reader.content,
        number: comparableNumber(reader.content),
      };
    case 'TRUE':
    case 'FALSE':
    case 'NULL':
      return { kind: 'exact', type: 'literal', text: reader.content };
    default:
      throw reader.error('Match value must be String, number, true, false, or null');
  }
}

/** "Rule is too complex …" comes once the pattern is read, without a place (recorded). */
function refuseComplexity(conjunctions: Conjunctions): void {
  for (const conjunction of conjunctions) {
    for (const patterns of conjunction.values()) {
      const wildcards = patterns
        .flatMap((pattern) => (pattern.kind === 'anything-but' ? pattern.none : [pattern]))
        .flatMap((pattern) => (pattern.kind === 'wildcard' ? [pattern.wildcard] : []));
      if (wildcards.length > 0 && isTooComplex(wildcards)) {
        throw new InvalidPattern(
          'Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character',
        );
      }
    }
  }
}
