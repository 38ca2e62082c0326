import { reportFolder, writeToReportFolder } from '../report-folder.js';
import type { Grid } from './grid.js';
import { gridText } from './grid-text.js';

/** A test may repeat an assertion until it holds: the same grid again is the same file. */
let last = { folder: '', content: '', line: '' };

/** Writes the grid of a failing assertion where the environment names a folder. @returns a line that says where */
export function writeGrid(grid: Grid | undefined): string | undefined {
  if (grid === undefined || grid.columns.length === 0) return undefined;
  const folder = reportFolder();
  if (folder === undefined) return undefined;
  const content = `${gridText(grid)}\n`;
  if (last.folder === folder && last.content === content) return last.line;
  const file = { name: 'events-by-request', extension: 'txt', content: () => content };
  const line = writeToReportFolder('The events by request as a file', file);
  last = { folder, content, line: line ?? '' };
  return line;
}
