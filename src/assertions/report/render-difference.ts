import { cutAround } from '../../base/words/excerpt.js';
import type { Difference } from '../../match/difference.js';
import type { Style } from '../style.js';
import { printPath, printValue } from './print-value.js';

/** A line with both values is not longer than this; longer values are printed one below the other. */
const LINE = 100;

const MAX_LOCATIONS = 4;

/** The column that further lines of a value start from. */
const INDENT = 7;

/** One difference: where, what was expected, what was received. */
export function renderDifference(
  { path, expected, actual, kind, condition }: Difference,
  style: Style,
): string {
  const where = printPath(path);
  switch (kind) {
    case 'missing':
      return sideBySide(where, printValue(expected, INDENT), undefined, style);
    case 'unexpected':
      return `${where}: expected no such property, received ${style.received(printValue(actual, INDENT))}`;
    case 'length': {
      const counts = `${lengthOf(expected)} items, received ${lengthOf(actual)}`;
      return `${where}: expected ${counts}: ${style.received(printValue(actual, INDENT))}`;
    }
    case 'condition': {
      const wanted = condition ?? printCondition(expected);
      return sideBySide(where, wanted, actual === undefined ? undefined : printValue(actual, INDENT), style);
    }
    default: {
      const [wanted, received] = cutAround(expected, actual);
      return sideBySide(where, printValue(wanted, INDENT), printValue(received, INDENT), style);
    }
  }
}

/** What a matcher, a regular expression or a predicate expects. */
function printCondition(expected: unknown): string {
  const printed = printValue(expected, INDENT);
  return typeof expected === 'function' ? `${printed} to return true` : printed;
}

/** Both values on one line, or below each other so that the eye can compare them. */
function sideBySide(where: string, expected: string, received: string | undefined, style: Style): string {
  const one = style.expected(expected);
  const other = received === undefined ? 'but it is missing' : `received ${style.received(received)}`;
  const length = where.length + expected.length + (received?.length ?? 0);
  if (length <= LINE && !expected.includes('\n') && !received?.includes('\n')) {
    return `${where}: expected ${one}, ${other}`;
  }
  return `${where}:\n       expected ${one}\n       ${other}`;
}

/** `detail.orderId, detail.total and 3 more properties`. */
export function renderPaths(differences: readonly Difference[]): string {
  const paths = differences.map(({ path }) => printPath(path));
  const listed = paths.slice(0, paths.length > MAX_LOCATIONS ? MAX_LOCATIONS - 1 : MAX_LOCATIONS);
  const rest = paths.length - listed.length;
  const last = rest > 0 ? `${rest} more properties` : listed.pop();
  return listed.length === 0 ? String(last) : `${listed.join(', ')} and ${last}`;
}

function lengthOf(array: unknown): number {
  return Array.isArray(array) ? array.length : 0;
}
