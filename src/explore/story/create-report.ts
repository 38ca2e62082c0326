import { EventAssertionError } from '../../assertions/assertion-error.js';
import type { FailureReport } from '../failure-report.js';
import type { Coverage } from '../search/coverage.js';
import { type FindingKind, SEVERITIES } from '../verdict/finding-kinds.js';
import { reportHtml } from './report-html.js';
import { reportMarkdown } from './report-markdown.js';
import { reportText } from './report-text.js';
import type { Finding } from './story.js';
import { storyMermaid } from './story-mermaid.js';

const KINDS = Object.keys(SEVERITIES) as FindingKind[];

/** A report of these findings, the worst first. */
export function createReport(findings: readonly Finding[], coverage: Coverage): FailureReport {
  const sorted = [...findings].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  const safe = !sorted.some(({ kind, severity }) => severity === 'breaks' || kind === 'unknown');
  const data = { safe, findings: sorted, coverage };
  return {
    ...data,
    assertSafe: () => {
      if (!safe) throw new EventAssertionError(reportText(data));
    },
    toString: () => reportText(data),
    toJSON: () => data,
    toHtml: () => reportHtml(data),
    toMarkdown: (maxBytes = 1_000_000) => reportMarkdown(data, maxBytes),
    toMermaid: (index = 0) => storyMermaid(sorted[index]?.story),
  };
}
