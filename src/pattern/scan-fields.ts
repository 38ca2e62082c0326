import type { Field, Fields, Membership } from './event-fields.js';
import type { FieldValue } from './field-value.js';
import { comparableNumber } from './numbers.js';
import { type PathNode, step } from './paths.js';

const OUTSIDE: Membership = Object.freeze([]);

/** An object or a list that is being read; what lies on no path is skipped and has none. */
interface Frame {
  readonly node: PathNode;
  readonly membership: Membership;
  /** The number of a list; -1 for an object. */
  readonly list: number;
  index: number;
}

/**
 * Finds the values of an event at the paths of a pattern in the event's JSON text, in one pass: what no path leads to is
 * skipped, no object is built, and numbers keep the form in which they are written.
 * @throws {SyntaxError} where the text cannot be JSON
 */
export function scanFields(json: string, root: PathNode, paths: number): Fields {
  const fields: Field[][] = Array.from({ length: paths }, () => []);
  const frames: Frame[] = [];
  let lists = 0;
  let at = skipSpace(json, 0);

  /** Takes the value that begins here: opens it, notes it, or skips it. @returns the position behind it, or inside */
  const value = (node: PathNode | undefined, membership: Membership): number => {
    const code = json.charCodeAt(at);
    if (node === undefined) return skipValue(json, at);
    if (code === 0x7b && node.children.size > 0) {
      frames.push({ node, membership, list: -1, index: 0 });
      return at + 1;
    }
    if (code === 0x5b) {
      frames.push({ node, membership, list: lists++, index: 0 });
      return at + 1;
    }
    const end = skipValue(json, at);
    if (node.index >= 0 && code !== 0x7b)
      fields[node.index]?.push({ value: leafOf(json.slice(at, end)), membership });
    return end;
  };

  at = value(root, OUTSIDE);
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    at = skipSpace(json, at);
    const code = json.charCodeAt(at);
    if (code === 0x7d || code === 0x5d) {
      frames.pop();
      at++;
    } else if (code === 0x2c) {
      at++;
    } else if (frame.list >= 0) {
      at = value(frame.node, [...frame.membership, frame.list, frame.index++]);
    } else {
      const end = skipValue(json, at);
      const name = textOf(json.slice(at, end));
      at = skipSpace(json, skipSpace(json, end) + 1);
      at = value(step(frame.node, name), frame.membership);
    }
  }
  return fields;
}

function leafOf(written: string): FieldValue {
  const code = written.charCodeAt(0);
  if (code === 0x22) return { kind: 'string', text: textOf(written) };
  if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
    return { kind: 'number', text: written, number: comparableNumber(written) };
  }
  return { kind: 'literal', text: written };
}

/** A JSON text without its quotes; only the rare one with escapes has to be read. */
function textOf(written: string): string {
  return written.includes('\\') ? JSON.parse(written) : written.slice(1, -1);
}

function skipSpace(json: string, from: number): number {
  let at = from;
  for (
    let code = json.charCodeAt(at);
    code === 0x20 || (code >= 0x09 && code <= 0x0d);
    code = json.charCodeAt(at)
  )
    at++;
  return at;
}

/** The position behind the value that begins here. */
function skipValue(json: string, from: number): number {
  let at = from;
  let depth = 0;
  do {
    switch (json.charCodeAt(at)) {
      case 0x22:
        at = skipString(json, at);
        break;
      case 0x7b:
      case 0x5b:
        depth++;
        at++;
        break;
      case 0x7d:
      case 0x5d:
        depth--;
        at++;
        break;
      case 0x20:
      case 0x09:
      case 0x0a:
      case 0x0d:
      case 0x2c:
      case 0x3a:
        at++;
        break;
      default:
        at = skipPlain(json, at);
    }
  } while (depth > 0);
  return at;
}

function skipString(json: string, from: number): number {
  let end = json.indexOf('"', from + 1);
  while (end > 0 && isEscaped(json, end)) end = json.indexOf('"', end + 1);
  if (end < 0) throw new SyntaxError(`The text that begins at position ${from} has no end`);
  return end + 1;
}

function isEscaped(json: string, quote: number): boolean {
  let backslashes = 0;
  while (json.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes++;
  return backslashes % 2 === 1;
}

/** A number or a literal. */
function skipPlain(json: string, from: number): number {
  const isPlain = (code: number) =>
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x2d ||
    code === 0x2b ||
    code === 0x2e ||
    code === 0x45;
  let at = from;
  while (isPlain(json.charCodeAt(at))) at++;
  if (at === from) throw new SyntaxError(`No value begins at position ${from}`);
  return at;
}
