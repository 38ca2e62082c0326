import { InvalidPattern } from './invalid-pattern.js';
import type { JsonReader, Token } from './json-reader.js';
import { comparableNumber } from './numbers.js';
import { wildcardOf } from './read-match-expression.js';
import type { ValuePattern } from './value-pattern.js';

const NO_VALUE = 'Value of anything-but must be an array or single string/number value.';
const NOT_IN_LIST = 'Inside anything but list, start|null|boolean is not supported.';
const NOT_IN_CASE_LIST =
  'Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.';
const MIXED = 'Inside anything but list, either all values are number or string, mixed type is not supported';

/**
 * Reads what stands behind `"anything-but":`, a value, a list of values, or one of four operators with either, and the
 * end of the expression.
 */
export function readAnythingBut(reader: JsonReader): ValuePattern {
  const none = readExcluded(reader);
  endOfExpression(reader);
  return { kind: 'anything-but', none };
}

/** AWS's engine says this of `anything-but` too. */
function endOfExpression(reader: JsonReader): void {
  if (reader.next() !== 'END_OBJECT') throw reader.error('Too many elements in numeric expression');
}

function readExcluded(reader: JsonReader): readonly ValuePattern[] {
  const token = reader.next();
  switch (token) {
    case 'START_OBJECT':
      return readOperator(reader);
    case 'START_ARRAY':
      return readList(reader);
    case 'STRING':
      return [{ kind: 'exact', type: 'string', text: reader.content }];
    case 'NUMBER': {
      const number = comparableNumber(reader.content);
      // Alone here AWS's engine does not say where (its own check, outside of the parser).
      if (number === undefined) throw new InvalidPattern(`Cannot compare number : ${reader.content}`);
      return [exactNumber(reader.content, number)];
    }
    default:
      throw reader.error(NO_VALUE);
  }
}

function readList(reader: JsonReader): readonly ValuePattern[] {
  const patterns = inList(reader, (token): ValuePattern => {
    if (token === 'STRING') return { kind: 'exact', type: 'string', text: reader.content };
    if (token !== 'NUMBER') throw reader.error(NOT_IN_LIST);
    const number = comparableNumber(reader.content);
    if (number === undefined) throw new InvalidPattern(`Cannot compare number : ${reader.content}`);
    return exactNumber(reader.content, number);
  });
  const types = new Set(patterns.map((pattern) => (pattern.kind === 'exact' ? pattern.type : undefined)));
  if (types.size !== 1) throw reader.error(MIXED);
  return patterns;
}

/** The four operators that may stand inside `anything-but`. */
function readOperator(reader: JsonReader): readonly ValuePattern[] {
  if (reader.next() !== 'FIELD_NAME') throw reader.error('Anything-But expression name not found');
  const name = reader.content;
  const make = operatorOf(reader, name);
  const token = reader.next();
  let patterns: readonly ValuePattern[];
  if (token === 'START_ARRAY') patterns = name === 'wildcard' ? readWildcards(reader) : inList(reader, make);
  else if (token === 'STRING' || token === 'NUMBER' || name === 'equals-ignore-case')
    patterns = [make(token)];
  else throw reader.error(NO_VALUE);
  endOfExpression(reader);
  return patterns;
}

/** A list of wildcard patterns: what is wrong inside of one is said once the list has ended. */
function readWildcards(reader: JsonReader): readonly ValuePattern[] {
  const texts = inList(reader, (token) => {
    if (token !== 'STRING') throw reader.error('wildcard match pattern must be a string');
    return reader.content;
  });
  return texts.map((text) => ({ kind: 'wildcard', wildcard: wildcardOf(reader, text) }));
}

function operatorOf(reader: JsonReader, name: string): (token: Token) => ValuePattern {
  switch (name) {
    case 'prefix':
    case 'suffix':
      return (token) => {
        if (token !== 'STRING') throw reader.error('prefix/suffix match pattern must be a string');
        if (reader.content === '') throw reader.error('Null prefix/suffix not allowed');
        return { kind: name, text: reader.content };
      };
    case 'equals-ignore-case':
      return (token) => {
        if (token !== 'STRING') throw reader.error(NOT_IN_CASE_LIST);
        return { kind: name, text: reader.content };
      };
    case 'wildcard':
      return (token) => {
        if (token !== 'STRING') throw reader.error('wildcard match pattern must be a string');
        return { kind: name, wildcard: wildcardOf(reader, reader.content) };
      };
    default:
      throw reader.error(`Unsupported anything-but pattern: ${name}`);
  }
}

/** Reads a list; AWS's engine says the place of what is wrong inside of one a second time (recorded). */
function inList<T>(reader: JsonReader, make: (token: Token) => T): readonly T[] {
  const patterns: T[] = [];
  try {
    for (let token = reader.next(); token !== 'END_ARRAY'; token = reader.next()) patterns.push(make(token));
  } catch (error) {
    throw error instanceof InvalidPattern ? reader.error(error.reason) : error;
  }
  return patterns;
}

function exactNumber(text: string, number: number): ValuePattern {
  return { kind: 'exact', type: 'number', text, number };
}
