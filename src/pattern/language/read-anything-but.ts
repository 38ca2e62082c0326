import { comparableNumber } from './comparable-number.js';
import { InvalidPattern } from './invalid-pattern.js';
import type { JsonReader, Token } from './json/json-reader.js';
import type { ValuePattern } from './value-pattern.js';
import { readWildcard } from './wildcard/wildcard.js';

const NO_VALUE = 'Value of anything-but must be an array or single string/number value.';
const NOT_IN_ARRAY = 'Inside anything but list, start|null|boolean is not supported.';
const NOT_IN_CASE_ARRAY =
  'Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.';
const MIXED = 'Inside anything but list, either all values are number or string, mixed type is not supported';

/**
 * Reads what follows `"anything-but":`, a value, an array of values, or one of four operators with either, and the
 * end of the expression.
 */
export function readAnythingBut(reader: JsonReader): ValuePattern {
  const none = readExcluded(reader);
  endOfExpression(reader);
  return { kind: 'anything-but', none };
}

/** AWS's engine says "numeric" of `anything-but` too. */
function endOfExpression(reader: JsonReader): void {
  if (reader.next() !== 'END_OBJECT') throw reader.error('Too many elements in numeric expression');
}

function readExcluded(reader: JsonReader): readonly ValuePattern[] {
  const token = reader.next();
  switch (token) {
    case 'START_OBJECT':
      return readOperator(reader);
    case 'START_ARRAY':
      return readValues(reader);
    case 'STRING':
      return [exactString(reader)];
    case 'NUMBER':
      return [exactNumber(reader)];
    default:
      throw reader.error(NO_VALUE);
  }
}

function readValues(reader: JsonReader): readonly ValuePattern[] {
  const patterns = readArray(reader, (token): ValuePattern => {
    if (token === 'STRING') return exactString(reader);
    if (token === 'NUMBER') return exactNumber(reader);
    throw reader.error(NOT_IN_ARRAY);
  });
  const types = new Set(patterns.map((pattern) => (pattern.kind === 'exact' ? pattern.type : undefined)));
  if (types.size !== 1) throw reader.error(MIXED);
  return patterns;
}

/** The four operators that are allowed inside `anything-but`. */
function readOperator(reader: JsonReader): readonly ValuePattern[] {
  if (reader.next() !== 'FIELD_NAME') throw reader.error('Anything-But expression name not found');
  const name = reader.content;
  const make = operatorNamed(reader, name);
  const token = reader.next();
  let patterns: readonly ValuePattern[];
  if (token === 'START_ARRAY')
    patterns = name === 'wildcard' ? readWildcards(reader) : readArray(reader, make);
  else if (token === 'STRING' || token === 'NUMBER') patterns = [make(token)];
  else throw reader.error(NO_VALUE);
  endOfExpression(reader);
  return patterns;
}

/** An array of wildcard patterns: AWS's engine reports what is wrong inside of one once the array has ended. */
function readWildcards(reader: JsonReader): readonly ValuePattern[] {
  const strings = readArray(reader, (token) => {
    if (token !== 'STRING') throw reader.error('wildcard match pattern must be a string');
    return reader.content;
  });
  for (const string of inHashOrder(strings)) readWildcard(reader, string);
  return strings.map((string) => ({ kind: 'wildcard', wildcard: readWildcard(reader, string) }));
}

/** AWS's engine keeps the strings in a `HashSet`, with their quotes, and looks for errors in the order of that set. */
function inHashOrder(strings: readonly string[]): string[] {
  const unique = [...new Set(strings)];
  let buckets = 16;
  while (unique.length > 0.75 * buckets) buckets *= 2;
  const bucketOf = (string: string) => {
    const hash = javaHash(`"${string}"`);
    return (hash ^ (hash >>> 16)) & (buckets - 1);
  };
  return unique.sort((a, b) => bucketOf(a) - bucketOf(b));
}

/** `String.hashCode` of Java. */
function javaHash(string: string): number {
  let hash = 0;
  for (let i = 0; i < string.length; i++) hash = (Math.imul(31, hash) + string.charCodeAt(i)) | 0;
  return hash;
}

function operatorNamed(reader: JsonReader, name: string): (token: Token) => ValuePattern {
  switch (name) {
    case 'prefix':
    case 'suffix':
      return (token) => {
        if (token !== 'STRING') throw reader.error('prefix/suffix match pattern must be a string');
        if (reader.content === '') throw reader.error('Null prefix/suffix not allowed');
        return { kind: name, string: reader.content };
      };
    case 'equals-ignore-case':
      return (token) => {
        if (token !== 'STRING') throw reader.error(NOT_IN_CASE_ARRAY);
        return { kind: name, string: reader.content };
      };
    case 'wildcard':
      return (token) => {
        if (token !== 'STRING') throw reader.error('wildcard match pattern must be a string');
        return { kind: name, wildcard: readWildcard(reader) };
      };
    default:
      throw reader.error(`Unsupported anything-but pattern: ${name}`);
  }
}

/** Reads an array; AWS's engine repeats the location of an error inside of one (recorded). */
function readArray<T>(reader: JsonReader, make: (token: Token) => T): readonly T[] {
  const items: T[] = [];
  try {
    for (let token = reader.next(); token !== 'END_ARRAY'; token = reader.next()) items.push(make(token));
  } catch (error) {
    throw error instanceof InvalidPattern ? reader.error(error.reason) : error;
  }
  return items;
}

function exactString(reader: JsonReader): ValuePattern {
  return { kind: 'exact', type: 'string', string: reader.content };
}

/** A number that AWS cannot compare is refused, without a location (the engine's own check, outside of its parser). */
function exactNumber(reader: JsonReader): ValuePattern {
  const json = reader.content;
  const number = comparableNumber(json);
  if (number === undefined) throw new InvalidPattern(`Cannot compare number : ${json}`);
  return { kind: 'exact', type: 'number', json, number };
}
