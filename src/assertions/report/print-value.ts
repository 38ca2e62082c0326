import { unicodeExpression } from '../../base/unicode-expression.js';
import { toValueTest } from '../../match/value-test.js';

type Path = readonly (string | number)[];

const LINE = 90;

/** A value whose text is longer than this is shown in part. */
const WHOLE = 700;

/** What is shown of a long value, beside the places that matter; of what is inside it, less. */
const MOST_ITEMS = 4;
const MOST_MEMBERS = 12;
const MOST_DEPTH = 3;
const MOST_OF_TEXT = 80;

/** Deeper than this nobody writes; a detail may go a thousand levels down. */
const NO_DEEPER = 30;

/**
 * A value as a person would write it in a test: one line when it fits, else one member a line. Texts in double quotes,
 * conditions by what they say of themselves. Of a long value the first members and items are shown, and the others
 * counted.
 * @param indent the column that further lines start from
 * @param places the ways to what has to be shown in any case
 */
export function printValue(value: unknown, indent = 0, places: readonly Path[] = []): string {
  const whole = isShort(value) ? printWhole(value, indent) : undefined;
  return whole !== undefined && whole.length <= WHOLE ? whole : print(value, indent, 0, places);
}

/** Whether a value may be short enough to be shown whole: a detail of a megabyte is not written out to find that out. */
function isShort(value: unknown): boolean {
  const left: unknown[] = [value];
  for (let length = 0; left.length > 0; ) {
    const next = left.pop();
    length += typeof next === 'string' ? next.length + 2 : 1;
    if (length > WHOLE) return false;
    if (typeof next !== 'object' || next === null || toValueTest(next) !== undefined) continue;
    const inside = Object.values(next);
    if (inside.length > WHOLE) return false;
    for (const each of inside) left.push(each);
  }
  return true;
}

/** All of a value, however long. */
function printWhole(value: unknown, indent: number): string {
  return print(value, indent, 0, undefined);
}

/** All of an object, each member on a line of its own. */
export function printMembers(object: object, indent: number): string {
  const members = Object.entries(object).map(
    ([key, item]) => `${' '.repeat(indent + 2)}${printKey(key)}: ${printWhole(item, indent + 2)},\n`,
  );
  return `{\n${members.join('')}${' '.repeat(indent)}}`;
}

/** @param places nothing is left out where they lead; `undefined`: nothing is left out anywhere */
function print(value: unknown, indent: number, depth: number, places: readonly Path[] | undefined): string {
  const plain = printPlain(value, places === undefined);
  if (plain !== undefined) return plain;
  const condition = toValueTest(value);
  if (condition !== undefined) {
    const { description, sample } = condition;
    if (sample !== undefined) return `${description}(${print(sample, indent, depth, places)})`;
    return places === undefined || description.length <= WHOLE
      ? description
      : `${description.slice(0, WHOLE)}…`;
  }
  const isList = Array.isArray(value);
  if (depth >= NO_DEEPER || (places?.length === 0 && depth >= MOST_DEPTH)) return isList ? '[…]' : '{…}';
  const all = isList
    ? value.map((item: unknown, index) => [index, item] as const)
    : Object.entries(value as object);
  const most = Math.floor((isList ? MOST_ITEMS : MOST_MEMBERS) / (depth + 1));
  const members: string[] = [];
  let left = 0;
  for (const [place, [key, item]] of all.entries()) {
    const within = places?.filter(([step]) => step === key).map(([, ...rest]) => rest);
    if (within?.length === 0 && place >= Math.max(most, 1)) {
      left++;
      continue;
    }
    // What was left out before an item would make it look like an earlier one.
    if (left > 0) members.push(`… ${left} more`);
    left = 0;
    const text = print(item, indent + 2, depth + 1, within);
    members.push(isList ? text : `${printKey(String(key))}: ${text}`);
  }
  if (left > 0) members.push(`… ${left} more`);
  return arrange(members, isList, indent);
}

/** On one line when they fit, else a line each. */
function arrange(members: readonly string[], isList: boolean, indent: number): string {
  const [open, close] = isList ? ['[', ']'] : ['{ ', ' }'];
  if (members.length === 0) return isList ? '[]' : '{}';
  const oneLine = `${open}${members.join(', ')}${close}`;
  if (oneLine.length + indent <= LINE && !oneLine.includes('\n')) return oneLine;
  const inner = members
    .map((member) => `${' '.repeat(indent + 2)}${member}${member.startsWith('… ') ? '' : ','}`)
    .join('\n');
  return `${open.trim()}\n${inner}\n${' '.repeat(indent)}${close.trim()}`;
}

/** Values that are written in one go; `undefined` for conditions, lists and objects with members. */
function printPlain(value: unknown, isWhole: boolean): string | undefined {
  if (typeof value === 'string') {
    return isWhole || value.length <= MOST_OF_TEXT + 40
      ? JSON.stringify(value)
      : `${JSON.stringify(`${value.slice(0, MOST_OF_TEXT)}…`)} (${value.length} characters)`;
  }
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return undefined;
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'Invalid Date' : `new Date("${value.toISOString()}")`;
  return undefined;
}

const name = unicodeExpression(String.raw`^[\p{L}_$][\p{L}\p{N}_$]*$`);
const dashedName = unicodeExpression(String.raw`^[\p{L}_$][\p{L}\p{N}_$-]*$`);

function printKey(key: string): string {
  return name().test(key) ? key : JSON.stringify(key);
}

/** `detail.items[0].sku`; keys that are no words in quotes. */
export function printPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (dashedName().test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}
