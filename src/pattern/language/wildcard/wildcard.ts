import type { JsonReader } from '../json/json-reader.js';

/** A wildcard pattern: the literal strings between its stars. */
export interface Wildcard {
  readonly parts: readonly string[];
}

/**
 * Parses the string that the reader has just read: `*` is any number of characters, `\*` a star, `\\` a backslash.
 * AWS's engine names positions in bytes of UTF-8, and counts the quote before the string.
 */
export function readWildcard(reader: JsonReader, string = reader.content): Wildcard {
  const parts = [''];
  for (let at = 0; at < string.length; at++) {
    const char = string.charAt(at);
    if (char === '*') {
      if (string.charAt(at + 1) === '*')
        throw reader.error(`Consecutive wildcard characters at pos ${positionOf(string, at)}`);
      parts.push('');
      continue;
    }
    let literal = char;
    if (char === '\\') {
      literal = string.charAt(at + 1);
      if (literal !== '*' && literal !== '\\')
        throw reader.error(`Invalid escape character at pos ${positionOf(string, at)}`);
      at++;
    }
    parts.push(`${parts.pop() ?? ''}${literal}`);
  }
  return { parts };
}

function positionOf(string: string, at: number): number {
  return Buffer.byteLength(string.slice(0, at)) + 1;
}
