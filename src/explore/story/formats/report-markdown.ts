import type { Grid } from '../../../assertions/report/story/grid.js';
import {
  cellStatus,
  hiddenOf,
  legendOf,
  shortLabel,
  signOf,
} from '../../../assertions/report/story/grid-text.js';
import type { Finding } from '../story.js';
import { coverageLine, hasRequests, headline, type ReportData } from './report-data.js';
import { storyMermaid } from './story-mermaid.js';

/** The report as Markdown; what is longer than so many bytes is cut. */
export function reportMarkdown(data: ReportData, maxBytes: number): string {
  const head = `## Failures of the publisher\n\n**${headline(data)}** ${coverageLine(data)}\n`;
  const cut = '\n*The rest of the report is longer than fits here.*\n';
  let text = head;
  for (const finding of data.findings) {
    const next = `\n${findingMarkdown(finding)}\n`;
    if (Buffer.byteLength(text) + Buffer.byteLength(next) + Buffer.byteLength(cut) > maxBytes)
      return text + cut;
    text += next;
  }
  return text;
}

function findingMarkdown({ kind, severity, summary, story, fix, replay, test }: Finding): string {
  return [
    `### ${severity}: ${kind}`,
    escaped(summary),
    ...(story === undefined ? [] : [hasRequests(story) ? gridMarkdown(story.grid) : story.timeline]),
    `**Fix:** ${fix}`,
    ...(replay === undefined ? [] : [fenced('ts', replay)]),
    ...(test === undefined ? [] : [details('A test to keep', fenced('ts', test))]),
    ...(story === undefined || !hasRequests(story)
      ? []
      : [
          details('What happened', fenced('', story.timeline)),
          details('Sequence', fenced('mermaid', storyMermaid(story))),
        ]),
  ].join('\n\n');
}

/** The grid as a table: events down, requests across, what the finding is about in bold. */
export function gridMarkdown(grid: Grid): string {
  const { columns, rows } = grid;
  const lines = rows.map(({ label, isGuilty, cells }) => {
    const signs = cells.map((cell) => {
      if (cell === undefined) return '·';
      const sign = signOf(cellStatus(cell));
      return cell.isGuilty ? `**[${sign}]**` : sign;
    });
    const shown = escaped(shortLabel(label));
    return `| ${isGuilty ? `**${shown}**` : shown} | ${signs.join(' | ')} |`;
  });
  const legend = legendOf(grid).map(([sign, meaning]) => `${sign} ${meaning}`);
  const hidden = hiddenOf(grid);
  return [
    `| event | ${columns.map(({ request }) => `request ${request}`).join(' | ')} |`,
    `| --- |${columns.map(() => ' :-: |').join('')}`,
    ...lines,
    ...(hidden === undefined ? [] : [`\n${hidden}`]),
    `\n${legend.join(', ')}`,
  ].join('\n');
}

function details(title: string, content: string): string {
  return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}

/** A fence longer than any in the content. */
function fenced(language: string, content: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${content}\n${fence}`;
}

function escaped(text: string): string {
  return text.replace(/[\\|<>*_`[\]]/g, (sign) =>
    sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : `\\${sign}`,
  );
}
