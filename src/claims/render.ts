import type { Difference } from '../match/difference.js';
import { printPath, printValue } from './print-value.js';
import type { Report, ReportedEvent } from './report.js';

/** How a runner colours what it prints; without one the same words come plain. */
export interface Style {
  readonly expected: (text: string) => string;
  readonly received: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** No colours. */
export const PLAIN: Style = { expected: (text) => text, received: (text) => text, dim: (text) => text };

/** More differing places of one event than this help nobody. */
const MOST_DIFFERENCES = 12;

/** The text of a report: the one voice of methods, matchers and `verify()`. */
export function render(report: Report, style: Style = PLAIN): string {
  const { summary, expected, events, notes = [], next, timeline } = report;
  const blocks = [summary];
  if (expected !== undefined)
    blocks.push(`${expected.label}\n  ${style.expected(printValue(expected.value, 2))}`);
  if (events !== undefined && events.shown.length > 0) {
    const lines = events.shown.map((event) => renderEvent(event, style));
    if (events.more > 0) lines.push(style.dim(`        … and ${events.more} more`));
    blocks.push([events.label, ...lines].join('\n'));
  }
  blocks.push(...notes);
  if (next !== undefined) blocks.push(next);
  if (timeline !== undefined) blocks.push(style.dim(timeline));
  return blocks.join('\n\n');
}

function renderEvent({ number, event, isMeant, differences }: ReportedEvent, style: Style): string {
  const { detailType, source, bus } = event;
  const arrow = isMeant ? '->' : '  ';
  const title = `${arrow} ${String(number).padStart(3)}. ${detailType ?? '(no detail type)'} from ${source ?? '(no source)'} on ${bus}`;
  const places = differences
    .slice(0, MOST_DIFFERENCES)
    .map((difference) => renderDifference(difference, style));
  const rest = differences.length - places.length;
  if (rest > 0) places.push(style.dim(`… and ${rest} more places`));
  if (differences.length === 0) places.push(style.dim(printValue(event.detail, 8)));
  return [title, ...places.map((place) => `        ${place}`)].join('\n');
}

/** One place: where, what was expected, what is there. */
function renderDifference({ path, expected, actual, kind, condition }: Difference, style: Style): string {
  const where = printPath(path);
  const received = style.received(printValue(actual, 10));
  switch (kind) {
    case 'missing':
      return `${where}: expected ${style.expected(printValue(expected, 10))}, but it is missing`;
    case 'unexpected':
      return `${where}: expected nothing there, published ${received}`;
    case 'length': {
      const counts = `${lengthOf(expected)}, published ${lengthOf(actual)}`;
      return `${where}: expected a list of ${counts}: ${received}`;
    }
    case 'condition':
      return path.length === 0
        ? `does not satisfy ${style.expected(condition ?? 'the condition')}`
        : `${where}: expected ${style.expected(condition ?? '')}, published ${received}`;
    default:
      return `${where}: expected ${style.expected(printValue(expected, 10))}, published ${received}`;
  }
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}
