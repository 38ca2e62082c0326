import { readCidr } from './cidr.js';
import type { JsonReader } from './json-reader.js';
import { readAnythingBut } from './read-anything-but.js';
import { readNumeric } from './read-numeric.js';
import type { ValuePattern } from './value-pattern.js';
import { InvalidWildcard, readWildcard, type Wildcard } from './wildcard.js';

/** Reads a match expression behind its opening brace: `{"prefix": "a"}` and the like. */
export function readMatchExpression(reader: JsonReader): ValuePattern {
  if (reader.next() !== 'FIELD_NAME') throw reader.error('Match expression name not found');
  const name = reader.content;
  switch (name) {
    case 'exactly':
      // AWS's engine has it, and its documentation does not.
      return onlyKey(
        reader,
        readText(reader, 'exact', (text) => ({ kind: 'exact', type: 'string', text })),
      );
    case 'prefix':
    case 'suffix':
      return readAffix(reader, name);
    case 'equals-ignore-case':
      return onlyKey(
        reader,
        readText(reader, name, (text) => ({ kind: name, text })),
      );
    case 'wildcard':
      return onlyKey(
        reader,
        readText(reader, name, (text) => ({ kind: name, wildcard: wildcardOf(reader, text) })),
      );
    case 'numeric':
      return readNumeric(reader);
    case 'anything-but':
      return readAnythingBut(reader);
    case 'exists':
      return onlyKey(reader, readExists(reader));
    case 'cidr':
      // AWS's engine says "prefix" here too (recorded).
      return onlyKey(
        reader,
        readText(reader, 'prefix', (text) => ({ kind: 'cidr', range: readCidr(text) })),
      );
    default:
      throw reader.error(`Unrecognized match type ${name}`);
  }
}

/** A wildcard pattern at the place that the reader has reached. */
export function wildcardOf(reader: JsonReader, text: string): Wildcard {
  try {
    return readWildcard(text);
  } catch (error) {
    if (error instanceof InvalidWildcard) throw reader.error(error.message);
    throw error;
  }
}

/** Nothing may follow inside a match expression. */
export function onlyKey<T>(reader: JsonReader, pattern: T): T {
  if (reader.next() !== 'END_OBJECT') throw reader.error('Only one key allowed in match expression');
  return pattern;
}

/** `prefix` and `suffix`, of a text or of `{"equals-ignore-case": text}`. */
function readAffix(reader: JsonReader, kind: 'prefix' | 'suffix'): ValuePattern {
  const token = reader.next();
  if (token === 'STRING') return onlyKey(reader, { kind, text: reader.content });
  if (token !== 'START_OBJECT') throw reader.error(`${kind} match pattern must be a string`);
  const title = kind === 'prefix' ? 'Prefix' : 'Suffix';
  if (reader.next() !== 'FIELD_NAME') throw reader.error(`${title} expression name not found`);
  const name = reader.content;
  if (name !== 'equals-ignore-case') throw reader.error(`Unsupported ${kind} pattern: ${name}`);
  const pattern = readText(reader, name, (text): ValuePattern => ({ kind: `${kind}-ignore-case`, text }));
  return onlyKey(reader, onlyKey(reader, pattern));
}

function readText(reader: JsonReader, name: string, make: (text: string) => ValuePattern): ValuePattern {
  if (reader.next() !== 'STRING') throw reader.error(`${name} match pattern must be a string`);
  return make(reader.content);
}

function readExists(reader: JsonReader): ValuePattern {
  const token = reader.next();
  if (token !== 'TRUE' && token !== 'FALSE') {
    throw reader.error('exists match pattern must be either true or false.');
  }
  return { kind: 'exists', exists: token === 'TRUE' };
}
