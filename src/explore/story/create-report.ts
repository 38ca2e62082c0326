import { EventAssertionError } from '../../assertions/assertion-error.js';
import type { FailureReport } from '../failure-report.js';
import type { Coverage } from '../search/coverage.js';
import { type FindingKind, SEVERITIES } from '../verdict/finding-kinds.js';
import { reportHtml } from './formats/report-html.js';
import { reportMarkdown } from './formats/report-markdown.js';
import { reportText } from './formats/report-text.js';
import { storyMermaid } from './formats/story-mermaid.js';
import type { Finding } from './story.js';
import { writeReport, writeStepSummary } from './write-report.js';

const KINDS = Object.keys(SEVERITIES) as FindingKind[];

/** A report of these findings, the worst first. */
export function createReport(findings: readonly Finding[], coverage: Coverage): FailureReport {
  const sorted = [...findings].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  const safe = !sorted.some(({ kind, severity }) => severity === 'breaks' || kind === 'unknown');
  const data = { safe, findings: sorted, coverage };
  const toHtml = () => reportHtml(data);
  const toMarkdown = (maxBytes = 1_000_000) => reportMarkdown(data, maxBytes);
  return {
    ...data,
    assertSafe: () => {
      if (safe) return;
      const page = writeReport({ toHtml });
      throw new EventAssertionError([reportText(data), ...(page === undefined ? [] : [page])].join('\n\n'));
    },
    toString: () => reportText(data),
    toJSON: () => data,
    toHtml,
    toMarkdown,
    writeStepSummary: () => writeStepSummary({ toMarkdown }),
    toMermaid: (index = 0) => storyMermaid(sorted[index]?.story),
  };
}
