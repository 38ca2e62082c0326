import { conditionOf } from '../match/conditions.js';

const LINE = 90;
const MOST_CHARACTERS = 2_000;
const MOST_DEPTH = 8;

/**
 * A value as a person would write it in a test: one line when it fits, else one member a line. Texts in double quotes,
 * conditions by what they say of themselves, long and deep values cut.
 * @param indent the column that further lines start from
 */
export function printValue(value: unknown, indent = 0): string {
  const text = print(value, indent, 0);
  return text.length > MOST_CHARACTERS
    ? `${text.slice(0, MOST_CHARACTERS)} … (${text.length} characters)`
    : text;
}

function print(value: unknown, indent: number, depth: number): string {
  const plain = printPlain(value);
  if (plain !== undefined) return plain;
  const isList = Array.isArray(value);
  if (depth >= MOST_DEPTH) return isList ? '[…]' : '{…}';
  const members = isList
    ? value.map((item) => print(item, indent + 2, depth + 1))
    : Object.entries(value as object).map(
        ([key, item]) => `${printKey(key)}: ${print(item, indent + 2, depth + 1)}`,
      );
  const [open, close] = isList ? ['[', ']'] : ['{ ', ' }'];
  if (members.length === 0) return isList ? '[]' : '{}';
  const oneLine = `${open}${members.join(', ')}${close}`;
  if (oneLine.length + indent <= LINE && !oneLine.includes('\n')) return oneLine;
  const inner = members.map((member) => `${' '.repeat(indent + 2)}${member},`).join('\n');
  return `${open.trim()}\n${inner}\n${' '.repeat(indent)}${close.trim()}`;
}

/** Values that are written in one go; `undefined` for lists and objects with members. */
function printPlain(value: unknown): string | undefined {
  if (typeof value === 'string') return JSON.stringify(value);
  const condition = conditionOf(value);
  if (condition !== undefined) return condition.description;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'Invalid Date' : `new Date("${value.toISOString()}")`;
  return undefined;
}

function printKey(key: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : JSON.stringify(key);
}

/** `detail.items[0].sku`; keys that are no words in quotes. */
export function printPath(path: readonly (string | number)[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}
