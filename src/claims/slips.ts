import type { Difference } from '../match/difference.js';
import { printPath } from './print-value.js';

/** A small thing that makes all the difference, in a sentence; `undefined` when the difference is none of the usual. */
export function slipIn({ path, expected, actual }: Difference): string | undefined {
  const where = printPath(path);
  if (typeof expected === 'string' && typeof actual === 'string') {
    if (expected.toLowerCase() === actual.toLowerCase()) {
      return `${where} differs in case only: ${JSON.stringify(actual)} was published, the match has ${JSON.stringify(expected)}.`;
    }
    if (expected.trim() === actual.trim()) return `${where} differs in white space at its ends only.`;
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
