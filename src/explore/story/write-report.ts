import { appendFileSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
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

/** The environment variable in which GitHub Actions names the file of a step's summary. */
const STEP_SUMMARY = 'GITHUB_STEP_SUMMARY';

/** GitHub shows no summary of a step that is larger than 1 MiB. */
const MAX_SUMMARY_BYTES = 1_000_000;

/** Less than this has no room for a report. */
const MIN_REPORT_BYTES = 2_000;

/** Appends a report to the summary of the step. @returns whether there is one, and it has room for the report */
export function writeStepSummary(report: Pick<FailureReport, 'toMarkdown'>): boolean {
  const file = process.env[STEP_SUMMARY];
  if (file === undefined || file === '') return false;
  const used = existsSync(file) ? statSync(file).size : 0;
  const left = MAX_SUMMARY_BYTES - used;
  if (left < MIN_REPORT_BYTES) return false;
  // What another step wrote may not end its line.
  appendFileSync(file, `${used > 0 ? '\n' : ''}${report.toMarkdown(left - 2)}\n`);
  return true;
}
