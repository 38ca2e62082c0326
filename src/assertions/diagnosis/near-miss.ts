import { cutAround } from '../../base/excerpt.js';
import type { Difference } from '../../match/difference.js';
import { printPath, printValue } from '../report/print-value.js';

/** Of the causes that a pattern can tell, those that are no news: another value, none, out of the range. */
const SLIP_OF_A_PATTERN = /asks for|case only/;

/** A small thing that makes all the difference, in a sentence; `undefined` when the difference is none of the usual. */
export function slipIn({ path, expected, actual, near, cause }: Difference): string | undefined {
  const where = printPath(path);
  if (near !== undefined)
    return `${where} is missing, and there is ${printPath([...path.slice(0, -1), near])}.`;
  if (cause !== undefined && SLIP_OF_A_PATTERN.test(cause)) return `${where}: ${cause}.`;
  if (typeof expected === 'string' && typeof actual === 'string') {
    if (expected.toLowerCase() === actual.toLowerCase()) {
      const [wanted, published] = cutAround(expected, actual);
      return `${where} differs in case only: ${printValue(published)} was published, the match has ${printValue(wanted)}.`;
    }
    if (expected.trim() === actual.trim()) return `${where} differs in white space at its ends only.`;
    if (isSameMoment(expected, actual)) return `${where} is the same moment, written in another way.`;
  }
  if (typeof expected === 'number' && actual === String(expected)) {
    return `${where} was published as a string, ${JSON.stringify(actual)}: the match has the number ${expected}.`;
  }
  if (typeof actual === 'number' && expected === String(actual)) {
    return `${where} was published as the number ${actual}: the match has a string, ${JSON.stringify(expected)}.`;
  }
  if (typeof expected === 'boolean' && actual === String(expected)) {
    return `${where} was published as a string, ${JSON.stringify(actual)}: the match has ${expected}.`;
  }
  if (typeof expected === 'object' && typeof actual === 'string' && parsedJson(actual) !== undefined) {
    return `${where} was stringified twice: it was published as a string that holds JSON. JSON.stringify the detail once, as a whole.`;
  }
  return undefined;
}

/** `2026-01-02T03:04:05Z` and `2026-01-02T03:04:05.000Z`. */
function isSameMoment(expected: string, actual: string): boolean {
  const isTime = /^\d{4}-\d\d-\d\dT/;
  return isTime.test(expected) && isTime.test(actual) && Date.parse(expected) === Date.parse(actual);
}

/** The object or list that a text holds as JSON, if it does. */
export function parsedJson(text: unknown): object | undefined {
  if (typeof text !== 'string' || !/^\s*[{[]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
