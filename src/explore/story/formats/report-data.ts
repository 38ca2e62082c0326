import { count } from '../../../base/words/english.js';
import { type Coverage, describeCoverage } from '../../search/coverage.js';
import type { Severity } from '../../verdict/finding-kinds.js';
import type { FailureStory, Finding } from '../story.js';

/** What every form of a report is made of. */
export interface ReportData {
  readonly safe: boolean;
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
}

/** What each severity means, in one word. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  breaks: 'BREAKS',
  unproved: 'UNPROVED',
  warns: 'WARNS',
  note: 'NOTE',
};

/** The first line of a report: whether the publisher is safe, and how much was explored. */
export function headline({ safe, findings, coverage }: ReportData): string {
  const breaking = findings.filter(({ severity }) => severity === 'breaks').length;
  if (breaking > 0) {
    const kinds = count(breaking, 'kind of finding breaks', 'kinds of finding break');
    return `Not safe: ${kinds} this publisher.`;
  }
  if (!safe) return 'Unknown: not everything was explored.';
  const depth = coverage.depths.at(-1)?.depth;
  const scope = depth === undefined ? 'in this run' : `up to ${count(depth, 'failure')}`;
  return `Safe ${scope}: no event is lost unnoticed, and none is duplicated without need.`;
}

/** `Explored 458 runs: 148 of 148 with 1 failure; …`. */
export function coverageLine({ coverage }: ReportData): string {
  if (coverage.depths[0]?.total === 0)
    return 'Explored the run without failures alone: no request in it can fail.';
  const depths = describeCoverage(coverage);
  return `Explored ${count(coverage.runs, 'run')}${depths === '' ? '' : `: ${depths}`}.`;
}

/** Whether there is anything to draw of a story: without a request, its timeline says so. */
export function hasRequests({ grid }: FailureStory): boolean {
  return grid.columns.length > 0;
}

/** The first line of a finding: `BREAKS  lost: When …`. */
export function titleOf({ severity, kind, summary }: Finding): string {
  return `${SEVERITY_WORDS[severity]}  ${kind}: ${summary}`;
}
