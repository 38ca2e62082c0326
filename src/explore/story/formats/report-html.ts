import type { Grid, GridCell } from '../../../assertions/report/story/grid.js';
import {
  cellStatus,
  hiddenOf,
  legendOf,
  meaningOf,
  signOf,
} from '../../../assertions/report/story/grid-text.js';
import type { Finding } from '../story.js';
import { coverageLine, hasRequests, headline, type ReportData } from './report-data.js';
import { STYLE } from './report-style.js';

/** A timeline longer than this is cut: the page stays small. */
const MAX_TIMELINE = 6_000;

/** A page larger than this leaves out the pictures of further findings. */
const MAX_BYTES = 90_000;

/** The report as one page that needs nothing else. */
export function reportHtml(data: ReportData): string {
  const title = 'Failures of the publisher';
  const head = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}: ${data.safe ? 'safe' : 'not safe'}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="headline ${data.safe ? 'safe' : 'breaks'}"><strong>${escaped(headline(data))}</strong></p>
<p>${escaped(coverageLine(data))}</p>
`;
  let page = head;
  for (const [index, finding] of data.findings.entries()) {
    const whole = findingHtml(finding, index);
    const fits = Buffer.byteLength(page) + Buffer.byteLength(whole) <= MAX_BYTES;
    page += fits ? whole : findingHtml({ ...finding, story: undefined, test: undefined }, index);
  }
  return `${page}</main>
</body>
</html>
`;
}

function findingHtml({ kind, severity, summary, story, fix, replay, test }: Finding, index: number): string {
  const id = `finding-${index + 1}`;
  return `<section aria-labelledby="${id}">
<h2 id="${id}"><span class="severity ${severity}">${severity}</span> ${kind}</h2>
<p>${escaped(summary)}</p>
${story === undefined ? '' : hasRequests(story) ? gridHtml(story.grid) : `<p>${escaped(story.timeline)}</p>`}
<p><strong>Fix:</strong> ${withCode(fix)}</p>
${replay === undefined ? '' : details('Run this story again', replay)}
${test === undefined ? '' : details('Keep it as a test', test)}
${story !== undefined && hasRequests(story) ? details('What happened', cut(story.timeline)) : ''}
</section>
`;
}

function gridHtml(grid: Grid): string {
  const { columns, rows } = grid;
  const header = columns
    .map(
      ({ request, attempt }) =>
        `<th scope="col"><span class="words">request </span>${request}${attempt > 1 ? '<small>SDK retry</small>' : ''}</th>`,
    )
    .join('');
  const body = rows
    .map(({ label, isGuilty, cells }) => {
      const mark = isGuilty ? ' class="guilty"' : '';
      return `<tr${mark}><th scope="row"><code>${escaped(label)}</code>${isGuilty ? '<span class="words">, the problem</span>' : ''}</th>${cells.map(cellHtml).join('')}</tr>`;
    })
    .join('\n');
  // The problem has a frame here, and no brackets.
  const legend = legendOf(grid).map(
    ([sign, meaning]) => `<span>${sign === '[ ]' ? '☐' : sign} ${meaning}</span>`,
  );
  const hidden = hiddenOf(grid);
  return `<div class="scroll" role="region" aria-label="Events by request" tabindex="0">
<table>
<caption>Events by request</caption>
<thead><tr><th scope="col">event</th>${header}</tr></thead>
<tbody>
${body}
</tbody>
</table>
</div>
<p class="legend" aria-hidden="true">${legend.join(' ')}</p>
${hidden === undefined ? '' : `<p>${hidden}</p>`}`;
}

/** A sign for the eye, and words for a screen reader and a pointer. */
function cellHtml(cell: GridCell | undefined): string {
  if (cell === undefined)
    return '<td><span aria-hidden="true">·</span><span class="words">not in this request</span></td>';
  const status = cellStatus(cell);
  const words = `${meaningOf(status)}${cell.isGuilty ? ', the problem' : ''}`;
  return `<td class="${status}${cell.isGuilty ? ' guilty' : ''}" title="${words}"><span aria-hidden="true">${signOf(status)}</span><span class="words">${words}</span></td>`;
}

function details(title: string, code: string): string {
  return `<details><summary>${title}</summary><pre tabindex="0"><code>${escaped(code)}</code></pre></details>`;
}

function cut(text: string): string {
  return text.length > MAX_TIMELINE ? `${text.slice(0, MAX_TIMELINE)}\n…` : text;
}

/** Text with what is in backticks as code. */
function withCode(text: string): string {
  return escaped(text).replace(/`([^`]*)`/g, '<code>$1</code>');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
