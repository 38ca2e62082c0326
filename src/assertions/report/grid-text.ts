import { count } from '../../base/english.js';
import type { Style } from '../style.js';
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

/** A label short enough for the first column. */
export function shortLabel(label: string): string {
  return label.length > MAX_LABEL ? `${label.slice(0, MAX_LABEL - 1)}…` : label;
}

/** The grid for a terminal: events down, requests across, what the finding is about in brackets. */
export function gridText(grid: Grid, style?: Pick<Style, 'expected' | 'received' | 'dim'>): string {
  const { columns, rows, hiddenRows } = grid;
  if (columns.length === 0) return 'No request has reached the fake.';
  const width = Math.max(...rows.map(({ label }) => shortLabel(label).length), 'request'.length);
  const used = new Set<CellStatus>();
  const cellText = (cell: GridCell | undefined) => {
    if (cell === undefined) return style?.dim('  · ') ?? '  · ';
    const status = cellStatus(cell);
    used.add(status);
    const text = cell.isGuilty ? ` [${signOf(status)}]` : `  ${signOf(status)} `;
    if (cell.isGuilty || status === 'rejected' || status === 'refused') return style?.received(text) ?? text;
    return status === 'accepted' ? (style?.expected(text) ?? text) : text;
  };
  const lines = rows.map(({ label, isGuilty, cells }) =>
    `${isGuilty ? '-> ' : '   '}${shortLabel(label).padEnd(width)} ${cells.map(cellText).join('')}`.trimEnd(),
  );
  const header = `   ${'request'.padEnd(width)} ${columns.map(({ request }) => String(request).padStart(3)).join(' ')}`;
  const legend = [...used].map((status) => `${signOf(status)} ${meaningOf(status)}`).join(', ');
  return [
    header,
    ...lines,
    ...(hiddenRows > 0 ? [`   … and ${count(hiddenRows, 'more event')}`] : []),
    ...(legend === '' ? [] : [`   ${legend}`]),
  ].join('\n');
}
