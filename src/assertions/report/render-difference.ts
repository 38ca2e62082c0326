import { cutAround } from '../../base/excerpt.js';
import type { Difference } from '../../match/difference.js';
import { printPath, printValue } from './print-value.js';
import type { Style } from './render.js';

/** A line with both values is no longer than this; longer ones stand below each other. */
const LINE = 100;

const MOST_PLACES = 4;

/** One place: where, what was expected, what is there. */
export function renderDifference(
  { path, expected, actual, kind, condition }: Difference,
  style: Style,
): string {
  const where = printPath(path);
  switch (kind) {
    case 'missing':
      return pairOf(where, printValue(expected, 10), undefined, style);
    case 'unexpected':
      return `${where}: expected nothing there, published ${style.received(printValue(actual, 10))}`;
    case 'length': {
      const counts = `${lengthOf(expected)}, published ${lengthOf(actual)}`;
      return `${where}: expected a list of ${counts}: ${style.received(printValue(actual, 10))}`;
    }
    case 'condition': {
      const wanted = condition ?? printValue(expected, 10);
      return pairOf(where, wanted, actual === undefined ? undefined : printValue(actual, 10), style);
    }
    default: {
      const [wanted, published] = cutAround(expected, actual);
      return pairOf(where, printValue(wanted, 10), printValue(published, 10), style);
    }
  }
}

/** Both values on one line, or below each other so that the eye can compare them. */
function pairOf(where: string, expected: string, published: string | undefined, style: Style): string {
  const one = style.expected(expected);
  const other = published === undefined ? 'but it is missing' : `published ${style.received(published)}`;
  const length = where.length + expected.length + (published?.length ?? 0);
  if (length <= LINE && !expected.includes('\n') && !published?.includes('\n')) {
    return `${where}: expected ${one}, ${other}`;
  }
  return `${where}:\n          expected  ${one}\n          ${other}`;
}

/** `detail.orderId, detail.total and 3 more places`. */
export function renderPlaces(differences: readonly Difference[]): string {
  const paths = differences.map(({ path }) => printPath(path));
  const shown = paths.slice(0, paths.length > MOST_PLACES ? MOST_PLACES - 1 : MOST_PLACES);
  const rest = paths.length - shown.length;
  const last = rest > 0 ? `${rest} more places` : shown.pop();
  return shown.length === 0 ? String(last) : `${shown.join(', ')} and ${last}`;
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}
