import { comparableNumber } from './comparable-number.js';
import { InvalidPattern } from './invalid-pattern.js';
import { type AddressBlock, parseIpAddress } from './ip-address.js';
import { JsonReader, type Token } from './json/json-reader.js';
import { readMatchExpression } from './read-match-expression.js';
import type { ValuePattern } from './value-pattern.js';
import { refuseComplexity } from './wildcard/wildcard-complexity.js';

/** What one branch of a pattern asks: for each path, alternatives of which one has to match. */
export type Conjunction = ReadonlyMap<string, readonly ValuePattern[]>;

type Conjunctions = Map<string, readonly ValuePattern[]>[];

const OR = '$or';

/**
 * Names that are not allowed anywhere below a branch of `$or`: the operators, their comparisons, and what AWS keeps for
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

/** AWS's documentation limits the combinations of branches; how AWS counts them and what it says are inferred. */
const MAX_COMBINATIONS = 1000;

/** An event pattern that was read. */
export interface ReadPattern {
  /** The JSON of the pattern, without what comes behind it: AWS's engine does not look at that. */
  readonly json: string;
  /** One of them has to hold; there are several with `$or`. */
  readonly conjunctions: readonly Conjunction[];
}

/**
 * Reads an event pattern.
 * @throws {InvalidPattern} with AWS's reason
 */
export function readPattern(json: string): ReadPattern {
  const reader = new JsonReader(json);
  if (reader.next() !== 'START_OBJECT') throw reader.error('Filter is not an object');
  const conjunctions: Conjunctions = [new Map()];
  readObject(reader, [], conjunctions, false);
  refuseComplexity(conjunctions.flatMap((conjunction) => [...conjunction.values()]));
  return { json: reader.consumed, conjunctions };
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

/** AWS's engine puts no dot behind an empty path, be it that of the whole pattern or that of a field `""` (inferred). */
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
    if (conjunctions.length + before.length > MAX_COMBINATIONS) {
      throw new InvalidPattern(`The event pattern has over ${MAX_COMBINATIONS} rule combinations`);
    }
    const branch = before.map((conjunction) => new Map(conjunction));
    readObject(reader, path, branch, true);
    conjunctions.push(...branch);
  }
  if (branches < 2) throw reader.error('There must have at least 2 Objects in $or relationship.');
}

/** Of a field that is named twice, the last counts. */
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
      return {
        kind: 'exact',
        type: 'string',
        string: reader.content,
        address: singleAddress(reader.content),
      };
    case 'NUMBER':
      return {
        kind: 'exact',
        type: 'number',
        json: reader.content,
        number: comparableNumber(reader.content),
      };
    case 'TRUE':
    case 'FALSE':
    case 'NULL':
      return { kind: 'exact', type: 'literal', json: reader.content };
    default:
      throw reader.error('Match value must be String, number, true, false, or null');
  }
}

/** The block of a single address, which AWS's engine makes of an exact string that is one. */
function singleAddress(string: string): AddressBlock | undefined {
  const address = parseIpAddress(string);
  return address && { first: address, last: address, bits: 8 * address.length };
}
