import { comparableNumber } from './comparable-number.js';
import type { JsonReader } from './json/json-reader.js';
import type { NumericRange, ValuePattern } from './value-pattern.js';

/** Reads `["=", 1]`, `[">", 0]` or `[">=", 0, "<", 5]` behind `"numeric":`, and the end of the expression. */
export function readNumeric(reader: JsonReader): ValuePattern {
  if (reader.next() !== 'START_ARRAY') throw reader.error('Value of numeric must be an array.');
  if (reader.next() !== 'STRING') throw reader.error(`Invalid member in numeric match: ${reader.content}`);
  const operator = reader.content;
  const range = readRange(reader, operator);
  if (reader.next() !== 'END_OBJECT') throw reader.error('Too many elements in numeric expression');
  return { kind: 'numeric', range };
}

function readRange(reader: JsonReader, operator: string): NumericRange {
  switch (operator) {
    case '=': {
      const value = readNumber(reader, 'equals');
      endOfArray(reader, 'Too many elements in numeric expression');
      const number = comparable(reader, value);
      return { bottom: number, isBottomOpen: false, top: number, isTopOpen: false };
    }
    case '<':
    case '<=': {
      const value = readNumber(reader, operator);
      endOfArray(reader, 'Too many elements in numeric expression');
      const top = comparable(reader, value);
      return { bottom: Number.NEGATIVE_INFINITY, isBottomOpen: false, top, isTopOpen: operator === '<' };
    }
    case '>':
    case '>=':
      return readFromBottom(reader, operator);
    default:
      reader.next();
      throw reader.error(`Unrecognized numeric range operator: ${operator}`);
  }
}

function readFromBottom(reader: JsonReader, operator: '>' | '>='): NumericRange {
  const bottomJson = readNumber(reader, operator);
  const isBottomOpen = operator === '>';
  const token = reader.next();
  if (token === 'END_ARRAY') {
    const bottom = comparable(reader, bottomJson);
    return { bottom, isBottomOpen, top: Number.POSITIVE_INFINITY, isTopOpen: false };
  }
  if (token !== 'STRING') throw reader.error(`Bad value in numeric range: ${reader.content}`);
  const second = reader.content;
  if (second !== '<' && second !== '<=') throw reader.error(`Bad numeric range operator: ${second}`);
  const topJson = readNumber(reader, second);
  endOfArray(reader, 'Too many terms in numeric range expression');
  const bottom = comparable(reader, bottomJson);
  const top = comparable(reader, topJson);
  if (bottom >= top) throw reader.error('Bottom must be less than top');
  return { bottom, isBottomOpen, top, isTopOpen: second === '<' };
}

function readNumber(reader: JsonReader, operator: string): string {
  if (reader.next() !== 'NUMBER') throw reader.error(`Value of ${operator} must be numeric`);
  return reader.content;
}

function endOfArray(reader: JsonReader, message: string): void {
  if (reader.next() !== 'END_ARRAY') throw reader.error(message);
}

function comparable(reader: JsonReader, json: string): number {
  const number = comparableNumber(json);
  if (number === undefined) throw reader.error(`Cannot compare number : ${json}`);
  return number;
}
