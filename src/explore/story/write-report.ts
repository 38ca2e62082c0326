import { appendFileSync, existsSync, statSync } from 'node:fs';
import { writeToReportFolder } from '../../assertions/report/report-folder.js';
import type { FailureReport } from '../failure-report.js';

/** Writes the page of a report that is not safe where the environment names a folder. @returns a line that says where */
export function writeReport({ toHtml }: Pick<FailureReport, 'toHtml'>): string | undefined {
  return writeToReportFolder('The report as a page', {
    name: 'failures',
    extension: 'html',
    content: toHtml,
  });
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
