import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FailureReport } from '../failure-report.js';

/** The environment variable that names a folder for the pages of failed reports. */
const FOLDER = 'FAKE_EVENTBRIDGE_REPORTS';

let written = 0;

/**
 * Writes the page of a report that is not safe into the folder that the environment names. Without one nothing is
 * written. @returns a line that says where the page is
 */
export function writeReport(report: Pick<FailureReport, 'toHtml'>): string | undefined {
  const folder = process.env[FOLDER];
  if (folder === undefined || folder === '') return undefined;
  written += 1;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `failures-${process.pid}-${written}.html`);
  writeFileSync(file, report.toHtml());
  return `The report as a page: ${file}`;
}
