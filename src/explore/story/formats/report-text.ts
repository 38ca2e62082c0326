import { gridText } from '../../../assertions/report/story/grid-text.js';
import type { Finding } from '../story.js';
import { indent } from './indent.js';
import { coverageLine, hasRequests, headline, type ReportData, titleOf } from './report-data.js';

const MAX_TIMELINE_LINES = 40;

/** The report for a terminal. */
export function reportText(data: ReportData): string {
  return [headline(data), coverageLine(data), ...data.findings.map(findingText)].join('\n\n');
}

function findingText(finding: Finding): string {
  const { severity, story, fix, replay, test } = finding;
  const title = titleOf(finding);
  if (severity === 'note')
    return [title, indent(fix), ...(replay === undefined ? [] : [indent(replay)])].join('\n');
  return [
    title,
    ...(story !== undefined && hasRequests(story) ? [indent(gridText(story.grid))] : []),
    ...(story === undefined ? [] : [indent(shortTimeline(story.timeline))]),
    indent(`Fix: ${fix}`),
    ...(replay === undefined ? [] : [indent(`Run this story again:\n  ${replay}`)]),
    ...(test === undefined ? [] : [indent(`Keep it as a test:\n${indent(test)}`)]),
  ].join('\n\n');
}

function shortTimeline(timeline: string): string {
  const lines = timeline.split('\n');
  if (lines.length <= MAX_TIMELINE_LINES) return timeline;
  return [...lines.slice(0, MAX_TIMELINE_LINES), `… ${lines.length - MAX_TIMELINE_LINES} more lines`].join(
    '\n',
  );
}
