import { count } from '../../../base/words/english.js';
import type { Style } from '../../style.js';
import type { Grid, GridCell } from './grid.js';

/** The sign of each status, and what it means. */
const SIGNS = {
  accepted: ['✓', 'accepted'],
  unacknowledged: ['?', 'accepted, but the response was lost'],
  rejected: ['✗', 'rejected'],
  refused: ['!', 'the whole request failed'],
  unanswered: ['-', 'did not reach EventBridge'],
  dropped: ['o', 'dropped: the bus does not exist'],
  pending: ['…', 'not answered yet'],
} as const;

/** A status of a cell: an accepted event whose response was lost is not the same as one that was acknowledged. */
export type CellStatus = keyof typeof SIGNS;

const MAX_LABEL = 44;

const NOTHING_SENT = 'No request has reached the fake.';

/** The status that a cell shows. */
export function cellStatus({ status, isAnswered }: GridCell): CellStatus {
  return status === 'accepted' && !isAnswered ? 'unacknowledged' : status;
}

/** The sign of a status: `✓`. */
export function signOf(status: CellStatus): string {
  return SIGNS[status][0];
}

/** What a status means, in words. */
export function meaningOf(status: CellStatus): string {
  return SIGNS[status][1];
}

/** What the signs of a grid mean: those that it has. */
export function legendOf({ rows }: Grid): readonly (readonly [sign: string, meaning: string])[] {
  const cells = rows.flatMap((row) => row.cells);
  const statuses = new Set(cells.flatMap((cell) => (cell === undefined ? [] : cellStatus(cell))));
  const signs = [...statuses].map((status) => [signOf(status), meaningOf(status)] as const);
  return [
    ...signs,
    ...(cells.includes(undefined) ? [['·', 'not in this request'] as const] : []),
    ...(cells.some((cell) => cell?.isGuilty) ? [['[ ]', 'the problem'] as const] : []),
  ];
}

/** `… 3 more events and 48 more requests`, where the grid hides some. */
export function hiddenOf({ hiddenRows, hiddenColumns }: Grid): string | undefined {
  if (hiddenRows === 0 && hiddenColumns === 0) return undefined;
  const rows = hiddenRows === 0 ? [] : [count(hiddenRows, 'more event')];
  const columns = hiddenColumns === 0 ? [] : [count(hiddenColumns, 'more request')];
  return `… ${[...rows, ...columns].join(' and ')}`;
}

/** A label short enough for the first column. */
export function shortLabel(label: string): string {
  return label.length > MAX_LABEL ? `${label.slice(0, MAX_LABEL - 1)}…` : label;
}

/** The grid for a terminal: events down, requests across, what the finding is about in brackets. */
export function gridText(grid: Grid, style?: Pick<Style, 'expected' | 'received' | 'dim'>): string {
  const { columns, rows } = grid;
  if (columns.length === 0) return NOTHING_SENT;
  const width = Math.max(...rows.map(({ label }) => shortLabel(label).length), 'request'.length);
  const lines = rows.map(({ label, isGuilty, cells }) =>
    `${isGuilty ? '-> ' : '   '}${shortLabel(label).padEnd(width)} ${cells.map((cell) => cellText(cell, style)).join('')}`.trimEnd(),
  );
  const header = `   ${'request'.padEnd(width)} ${columns.map(({ request }) => String(request).padStart(3)).join(' ')}`;
  const hidden = hiddenOf(grid);
  const legend = legendOf(grid)
    .map(([sign, meaning]) => `${sign} ${meaning}`)
    .join('   ');
  return [
    header,
    ...lines,
    ...(hidden === undefined ? [] : [`   ${hidden}`]),
    ...(legend === '' ? [] : [`   ${legend}`]),
  ].join('\n');
}

function cellText(
  cell: GridCell | undefined,
  style: Pick<Style, 'expected' | 'received' | 'dim'> | undefined,
): string {
  if (cell === undefined) return style?.dim('  · ') ?? '  · ';
  const status = cellStatus(cell);
  const text = cell.isGuilty ? ` [${signOf(status)}]` : `  ${signOf(status)} `;
  if (cell.isGuilty || status === 'rejected' || status === 'refused') return style?.received(text) ?? text;
  return status === 'accepted' ? (style?.expected(text) ?? text) : text;
}
