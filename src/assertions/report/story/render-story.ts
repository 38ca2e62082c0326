import { MAX_LINES } from '../../report-constants.js';
import type { Style } from '../../style.js';
import type { Report } from '../report.js';
import { withRows } from './grid.js';
import { gridText } from './grid-text.js';

const MAX_ROWS = 8;

/** The least that is shown of a grid and of a timeline, however long the text above them is. */
const MIN_ROWS = 3;
const MIN_TIMELINE = 4;

/** Lines of a grid beside its rows: the requests, what is hidden, and the legend. */
const GRID_FRAME = 3;

/**
 * What happened, as a grid and as a timeline: as much of each as the text has room for.
 * @param linesElsewhere how many lines the text has above and below
 */
export function renderStory({ grid, timeline }: Report, linesElsewhere: number, style: Style): string[] {
  const blocks: string[] = [];
  let left = MAX_LINES - linesElsewhere - 1;
  if (grid !== undefined && grid.columns.length > 0) {
    const rows = Math.min(Math.max(Math.floor(left / 2) - GRID_FRAME, MIN_ROWS), MAX_ROWS);
    const block = gridText(withRows(grid, rows), style);
    blocks.push(block);
    left -= block.split('\n').length + 1;
  }
  if (timeline !== undefined) blocks.push(style.dim(timeline(Math.max(left, MIN_TIMELINE))));
  return blocks;
}
