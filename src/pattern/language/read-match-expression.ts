import { parseCidr } from './ip-address.js';
import type { JsonReader } from './json/json-reader.js';
import { readAnythingBut } from './read-anything-but.js';
import { readNumeric } from './read-numeric.js';
import type { ValuePattern } from './value-pattern.js';
import { readWildcard } from './wildcard/wildcard.js';

/** Reads a match expression behind its opening brace: `{"prefix": "a"}` and the like. */
export function readMatchExpression(reader: JsonReader): ValuePattern {
  if (reader.next() !== 'FIELD_NAME') throw reader.error('Match expression name not found');
  const name = reader.content;
  switch (name) {
    case 'exactly':
      // AWS's engine has it, and its documentation does not.
      return onlyKey(
        reader,
        readString(reader, 'exact', (string) => ({ kind: 'exact', type: 'string', string })),
      );
    case 'prefix':
    case 'suffix':
      return readAffix(reader, name);
    case 'equals-ignore-case':
      return onlyKey(
        reader,
        readString(reader, name, (string) => ({ kind: name, string })),
      );
    case 'wildcard':
      return onlyKey(
        reader,
        readString(reader, name, () => ({ kind: name, wildcard: readWildcard(reader) })),
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
        readString(reader, 'prefix', (string) => ({ kind: 'cidr', block: parseCidr(string) })),
      );
    default:
      throw reader.error(`Unrecognized match type ${name}`);
  }
}

/** Nothing may follow inside a match expression. */
function onlyKey<T>(reader: JsonReader, pattern: T): T {
  if (reader.next() !== 'END_OBJECT') throw reader.error('Only one key allowed in match expression');
  return pattern;
}

/** `prefix` and `suffix`, of a string or of `{"equals-ignore-case": string}`. */
function readAffix(reader: JsonReader, kind: 'prefix' | 'suffix'): ValuePattern {
  const token = reader.next();
  if (token === 'STRING') return onlyKey(reader, { kind, string: reader.content });
  if (token !== 'START_OBJECT') throw reader.error(`${kind} match pattern must be a string`);
  const title = kind === 'prefix' ? 'Prefix' : 'Suffix';
  if (reader.next() !== 'FIELD_NAME') throw reader.error(`${title} expression name not found`);
  const name = reader.content;
  if (name !== 'equals-ignore-case') throw reader.error(`Unsupported ${kind} pattern: ${name}`);
  const pattern = readString(
    reader,
    name,
    (string): ValuePattern => ({ kind: `${kind}-ignore-case`, string }),
  );
  return onlyKey(reader, onlyKey(reader, pattern));
}

function readString(reader: JsonReader, name: string, make: (string: string) => ValuePattern): ValuePattern {
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
