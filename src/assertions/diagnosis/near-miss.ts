import { cutAround } from '../../base/words/excerpt.js';
import type { Difference } from '../../match/difference.js';
import { printPath, printValue } from '../report/print-value.js';
import type { Cause } from './cause.js';

/** The causes of a pattern that are near misses; the others are another value, none, or one out of range. */
const NEAR_MISS_OF_A_PATTERN = /asks for|only in case/;

/** A small difference that is easily missed; `undefined` when the difference is not one of the usual. */
export function nearMiss({ path, expected, actual, near, cause }: Difference): Cause | undefined {
  const where = printPath(path);
  if (near !== undefined)
    return {
      code: 'property-name',
      text: `${where} is missing, but the event has ${printPath([...path.slice(0, -1), near])}.`,
    };
  if (cause !== undefined && NEAR_MISS_OF_A_PATTERN.test(cause))
    return {
      code: cause.includes('only in case') ? 'letter-case' : 'json-type',
      text: `${where}: ${cause}.`,
    };
  if (typeof expected === 'string' && typeof actual === 'string') {
    if (expected.toLowerCase() === actual.toLowerCase()) {
      const [wanted, received] = cutAround(expected, actual);
      return {
        code: 'letter-case',
        text: `${where} differs only in case: the match has ${printValue(wanted)}, the event ${printValue(received)}.`,
      };
    }
    if (expected.trim() === actual.trim())
      return { code: 'whitespace', text: `${where} differs only in white space at its ends.` };
    if (isSameMoment(expected, actual))
      return { code: 'time-format', text: `${where} is the same time in another format.` };
  }
  if (isOtherType(expected, actual))
    return {
      code: 'json-type',
      text: `${where} is ${typeOf(actual)} in the event, but ${typeOf(expected)} in the match.`,
    };
  if (typeof expected === 'object' && typeof actual === 'string' && parsedJson(actual) !== undefined)
    return {
      code: 'stringified-part',
      text: `${where} is a string that holds JSON: your code stringified it on its own.`,
      fix: 'Call JSON.stringify once, for the whole detail.',
    };
  return undefined;
}

/** `42` and `"42"`, `true` and `"true"`. */
function isOtherType(expected: unknown, actual: unknown): boolean {
  if (typeof expected === 'string') return isNumberOrBoolean(actual) && String(actual) === expected;
  return isNumberOrBoolean(expected) && actual === String(expected);
}

function isNumberOrBoolean(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function typeOf(value: unknown): string {
  return `the ${typeof value} ${JSON.stringify(value)}`;
}

/** `2026-01-02T03:04:05Z` and `2026-01-02T03:04:05.000Z`. */
function isSameMoment(expected: string, actual: string): boolean {
  const isTime = /^\d{4}-\d\d-\d\dT/;
  return isTime.test(expected) && isTime.test(actual) && Date.parse(expected) === Date.parse(actual);
}

/** The object or array that a string holds as JSON, if it does. */
export function parsedJson(string: unknown): object | undefined {
  if (typeof string !== 'string' || !/^\s*[{[]/.test(string)) return undefined;
  try {
    const value: unknown = JSON.parse(string);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
