import { count } from '../../../base/words/english.js';
import { type Coverage, describeCoverage } from '../../search/coverage.js';
import type { Severity } from '../../verdict/finding-kinds.js';
import type { Finding } from '../story.js';

/** What every form of a report is made of. */
export interface ReportData {
  readonly safe: boolean;
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
}

/** What each severity means, in one word. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  breaks: 'BREAKS',
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
  return depth === undefined
    ? 'Safe in this run: nothing is lost, nothing is duplicated.'
    : `Complete: nothing is lost, nothing is duplicated, up to ${count(depth, 'failure')}.`;
}

/** `Explored 458 runs: depth 1 complete: 148 of 148; …`. */
export function coverageLine({ coverage }: ReportData): string {
  if (coverage.depths[0]?.total === 0)
    return 'Explored the run without failures alone: no request in it can fail.';
  const depths = describeCoverage(coverage);
  return `Explored ${count(coverage.runs, 'run')}${depths === '' ? '' : `: ${depths}`}.`;
}

/** The first line of a finding: `BREAKS  lost: When …`. */
export function titleOf({ severity, kind, summary }: Finding): string {
  return `${SEVERITY_WORDS[severity]}  ${kind}: ${summary}`;
}
