import { withRows } from '../../../assertions/report/story/grid.js';
import { gridText } from '../../../assertions/report/story/grid-text.js';
import { MAX_LINES } from '../../../assertions/report-constants.js';
import { count } from '../../../base/words/english.js';
import type { Finding } from '../story.js';
import { indent } from './indent.js';
import {
  coverageLine,
  hasRequests,
  headline,
  type ReportData,
  SEVERITY_WORDS,
  titleOf,
} from './report-data.js';

/** The least and the most that is shown of a grid. */
const MIN_ROWS = 3;
const MAX_ROWS = 12;

/** Parts of a failing text, the first to be left out first, where it has no room for all of them. */
const FEWER: readonly Partial<Parts>[] = [
  { hasTimeline: false },
  { others: 3 },
  { rows: MIN_ROWS },
  { others: 0 },
  { hasTest: false, rows: MAX_ROWS, others: Number.POSITIVE_INFINITY },
  { rows: MIN_ROWS, others: 3 },
];

interface Parts {
  readonly hasTimeline: boolean;
  readonly hasTest: boolean;
  /** At most so many rows of the grid. */
  readonly rows: number;
  /** At most so many of the other findings. */
  readonly others: number;
}

/**
 * Why a report fails the test: the worst finding, as much of it as there is room for, and the others as a line each.
 * @param footer where everything is
 */
export function failingText(data: ReportData, footer: readonly string[]): string {
  let parts: Parts = {
    hasTimeline: true,
    hasTest: true,
    rows: MAX_ROWS,
    others: Number.POSITIVE_INFINITY,
  };
  let text = textOf(data, parts, footer);
  for (const fewer of FEWER) {
    if (text.split('\n').length <= MAX_LINES) break;
    parts = { ...parts, ...fewer };
    text = textOf(data, parts, footer);
  }
  return text;
}

function textOf(data: ReportData, parts: Parts, footer: readonly string[]): string {
  const [worst, ...others] = data.findings;
  return [
    [headline(data), coverageLine(data), ...(worst === undefined ? [] : [foundLine(data.findings)])].join(
      '\n',
    ),
    ...(worst === undefined ? [] : worstFinding(worst, parts)),
    ...otherFindings(others, parts.others),
    footer.join('\n'),
  ].join('\n\n');
}

/** `Findings: 2 BREAKS (lost, duplicated), 1 NOTE (surfaced).` */
function foundLine(findings: readonly Finding[]): string {
  const groups = (['breaks', 'unproved', 'warns', 'note'] as const).flatMap((severity) => {
    const kinds = findings.filter((finding) => finding.severity === severity).map(({ kind }) => kind);
    return kinds.length === 0 ? [] : `${kinds.length} ${SEVERITY_WORDS[severity]} (${kinds.join(', ')})`;
  });
  return `Findings: ${groups.join(', ')}.`;
}

function worstFinding(finding: Finding, { rows, hasTimeline, hasTest }: Parts): string[] {
  const { story, fix, replay, test } = finding;
  const blocks = [
    ...(story !== undefined && hasRequests(story) ? [gridText(withRows(story.grid, rows))] : []),
    ...(story !== undefined && (hasTimeline || !hasRequests(story)) ? [story.timeline] : []),
    `Fix: ${fix}`,
    ...(replay === undefined ? [] : [`Run this story again:\n  ${replay}`]),
    ...(test === undefined ? [] : [`Keep it as a test:${hasTest ? `\n${indent(test)}` : tooLong(test)}`]),
  ];
  return [titleOf(finding), ...blocks.map(indent)];
}

function tooLong(test: string): string {
  return ` console.log(report.findings[0].test) prints it, in ${count(test.split('\n').length, 'line')}.`;
}

function otherFindings(others: readonly Finding[], max: number): string[] {
  const shown = others.slice(0, max);
  if (shown.length === 0) return [];
  const hidden = others.length - shown.length;
  return [
    [
      'Also found:',
      ...shown.map((finding) => `  ${titleOf(finding)}`),
      ...(hidden > 0 ? [`  … and ${hidden} more`] : []),
    ].join('\n'),
  ];
}
