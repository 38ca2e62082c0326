import { unicodeExpression } from './unicode-expression.js';

/**
 * The known name that was probably meant.
 * @returns the nearest of `known` by letters changed, or `undefined` when none is near
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const wanted = lettersOf(name);
  let nearest: string | undefined;
  // A third of the letters wrong, and two at least, is a slip; more is another word.
  let distance = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const d = wanted === lettersOf(candidate) ? 0 : editDistance(wanted, lettersOf(candidate));
    if (d < distance) {
      nearest = candidate;
      distance = d;
    }
  }
  return nearest;
}

/** ` Did you mean "x"?`, or nothing when no name is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const nearest = nearestName(name, known);
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
}

/** `1 event`, `2 events`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** `once`, `twice`, `3 times`. */
export function times(number: number): string {
  return number === 1 ? 'once' : number === 2 ? 'twice' : `${number} times`;
}

/** `1st`, `2nd`, `3rd`, `11th`. */
export function ordinal(number: number): string {
  const tens = number % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${suffix}`;
}

/** `"a", "b" and "c"`. */
export function list(names: Iterable<string>): string {
  const quoted = [...names].map((name) => `"${name}"`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
}

/** How a value would be written in code, in a few words. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function') return value.name ? `the function ${value.name}` : 'a function';
  if (typeof value === 'bigint') return `${value}n`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) {
    const type: unknown = Object.getPrototypeOf(value)?.constructor?.name;
    return typeof type === 'string' && type !== 'Object' && type.trim() !== ''
      ? `an object of class ${type}`
      : 'an object';
  }
  return String(value);
}

/** Letters and digits alone, so that `detail-type`, `DetailType` and `detailType` are one word. */
export function lettersOf(name: string): string {
  return name.replace(neitherLetterNorDigit(), '').toLowerCase();
}

const neitherLetterNorDigit = unicodeExpression(String.raw`[^\p{L}\p{N}]`, 'gu');

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substituted, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
