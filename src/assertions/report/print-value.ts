import { asJson } from '../../match/differences.js';
import { isDate } from '../../match/property-kinds.js';
import { toValueTest } from '../../match/value-test.js';

type Path = readonly (string | number)[];

const LINE = 90;

/** A value that is longer than this, or has more lines, is shown in part. */
const MAX_WHOLE = 700;
const MAX_WHOLE_LINES = 12;

/** What is shown of a long value, beside the paths that matter; of what is inside it, less. */
const MAX_ITEMS = 4;
const MAX_PROPERTIES = 8;
const MAX_DEPTH = 3;
const MAX_STRING = 80;

/** Nobody writes matches deeper than this; a detail may go a thousand levels down. */
const MAX_PRINTED_DEPTH = 30;

/**
 * A value as a person would write it in a test: on one line when it fits, else one property a line. Strings in double
 * quotes, conditions by their own description, instances of classes by their JSON: that is what is compared. Of a long value the first properties and items are shown, and the others
 * counted.
 * @param indent the column that further lines start from
 * @param paths what has to be shown in any case
 */
export function printValue(value: unknown, indent = 0, paths: readonly Path[] = []): string {
  const whole = isShort(value) ? printWhole(value, indent) : undefined;
  return whole !== undefined && whole.length <= MAX_WHOLE && linesIn(whole) <= MAX_WHOLE_LINES
    ? whole
    : print(value, indent, 0, { paths });
}

function linesIn(text: string): number {
  return text.split('\n').length;
}

/** Whether a value may be short enough to be shown whole: a detail of a megabyte is not printed to find that out. */
function isShort(value: unknown): boolean {
  const left: unknown[] = [value];
  for (let length = 0; left.length > 0; ) {
    const value = left.pop();
    const next = toValueTest(value) === undefined ? asJson(value) : undefined;
    length += typeof next === 'string' ? next.length + 2 : 1;
    if (length > MAX_WHOLE) return false;
    if (typeof next !== 'object' || next === null) continue;
    const inside = Object.values(next);
    if (inside.length > MAX_WHOLE) return false;
    for (const each of inside) left.push(each);
  }
  return true;
}

/** All of a value, however long. */
function printWhole(value: unknown, indent: number): string {
  return print(value, indent, 0, {});
}

/** All of an object, each property on a line of its own. */
export function printProperties(object: object, indent: number): string {
  const properties = Object.entries(object).map(
    ([key, item]) => `${' '.repeat(indent + 2)}${printKey(key)}: ${printWhole(item, indent + 2)},\n`,
  );
  return `{\n${properties.join('')}${' '.repeat(indent)}}`;
}

interface Printing {
  /** Nothing is left out where they lead; without them, nothing is left out anywhere. */
  readonly paths?: readonly Path[] | undefined;
  /** The value is inside a matcher of a runner, which does not compare its JSON. */
  readonly isInMatcher?: boolean | undefined;
}

function print(value: unknown, indent: number, depth: number, printing: Printing): string {
  const { paths, isInMatcher } = printing;
  const plain = printPlain(value, paths === undefined);
  if (plain !== undefined) return plain;
  const condition = toValueTest(value);
  if (condition !== undefined) {
    const { description, sample } = condition;
    if (sample !== undefined)
      return `${description}(${print(sample, indent, depth, { ...printing, isInMatcher: true })})`;
    return paths === undefined || description.length <= MAX_WHOLE
      ? description
      : `${description.slice(0, MAX_WHOLE)}…`;
  }
  const json = isInMatcher === true ? value : asJson(value);
  if (typeof json !== 'object' || json === null) return printPlain(json, paths === undefined) ?? String(json);
  const isArray = Array.isArray(json);
  if (depth >= MAX_PRINTED_DEPTH || (paths?.length === 0 && depth >= MAX_DEPTH))
    return isArray ? '[…]' : '{…}';
  const all = isArray ? json.map((item: unknown, index) => [index, item] as const) : Object.entries(json);
  const most = Math.floor((isArray ? MAX_ITEMS : MAX_PROPERTIES) / (depth + 1));
  const parts: string[] = [];
  let left = 0;
  for (const [index, [key, item]] of all.entries()) {
    const within = paths?.filter(([step]) => step === key).map(([, ...rest]) => rest);
    if (within?.length === 0 && index >= Math.max(most, 1)) {
      left++;
      continue;
    }
    // What was left out before an item would make it look like an earlier one.
    if (left > 0) parts.push(`… ${left} more`);
    left = 0;
    const text = print(item, indent + 2, depth + 1, { paths: within, isInMatcher });
    parts.push(isArray ? text : `${printKey(String(key))}: ${text}`);
  }
  if (left > 0) parts.push(`… ${left} more`);
  return arrange(parts, isArray, indent);
}

/** On one line when they fit, else a line each. */
function arrange(parts: readonly string[], isArray: boolean, indent: number): string {
  const [open, close] = isArray ? ['[', ']'] : ['{ ', ' }'];
  if (parts.length === 0) return isArray ? '[]' : '{}';
  const oneLine = `${open}${parts.join(', ')}${close}`;
  if (oneLine.length + indent <= LINE && !oneLine.includes('\n')) return oneLine;
  const inner = parts
    .map((part) => `${' '.repeat(indent + 2)}${part}${part.startsWith('… ') ? '' : ','}`)
    .join('\n');
  return `${open.trim()}\n${inner}\n${' '.repeat(indent)}${close.trim()}`;
}

/** Values without an inside; `undefined` for conditions, arrays and objects. */
function printPlain(value: unknown, isWhole: boolean): string | undefined {
  if (typeof value === 'string') {
    return isWhole || value.length <= MAX_STRING + 40
      ? JSON.stringify(value)
      : `${JSON.stringify(`${value.slice(0, MAX_STRING)}…`)} (${value.length} characters)`;
  }
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return undefined;
  if (typeof value !== 'object' || value === null) return String(value);
  if (isDate(value))
    return Number.isNaN(value.getTime()) ? 'Invalid Date' : `new Date("${value.toISOString()}")`;
  return undefined;
}

const NAME = /^[A-Za-z_$\xc0-\uffff][\w$\xc0-\uffff]*$/;
const DASHED_NAME = /^[A-Za-z_$\xc0-\uffff][\w$\xc0-\uffff-]*$/;

function printKey(key: string): string {
  return NAME.test(key) ? key : JSON.stringify(key);
}

/** `detail.items[0].sku`; keys that are not names in quotes. */
export function printPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (DASHED_NAME.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}
