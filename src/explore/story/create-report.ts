import { EventAssertionError } from '../../assertions/assertion-error.js';
import { FAILING_TEXT } from '../../base/symbols.js';
import type { FailureReport } from '../failure-report.js';
import type { Coverage } from '../search/coverage.js';
import { type FindingKind, SEVERITIES } from '../verdict/finding-kinds.js';
import { failingText } from './formats/failing-text.js';
import { reportHtml } from './formats/report-html.js';
import { reportMarkdown } from './formats/report-markdown.js';
import { reportText } from './formats/report-text.js';
import { storyMermaid } from './formats/story-mermaid.js';
import type { Finding } from './story.js';
import { writeReport, writeStepSummary } from './write-report.js';

const KINDS = Object.keys(SEVERITIES) as FindingKind[];

/** What a matcher reads of a report. */
interface Failing {
  /** @param printed the expression whose value is the report, as the test would write it */
  readonly [FAILING_TEXT]: (printed: string) => string;
}

/** A report of these findings, the worst first. */
export function createReport(findings: readonly Finding[], coverage: Coverage): FailureReport & Failing {
  const sorted = [...findings].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  const safe = !sorted.some(({ severity }) => severity === 'breaks' || severity === 'unproved');
  const data = { safe, findings: sorted, coverage };
  const toHtml = () => reportHtml(data);
  const toMarkdown = (maxBytes = 1_000_000) => reportMarkdown(data, maxBytes);
  let page: string | undefined;
  const failing = (printed: string) => {
    if (!safe) page ??= writeReport({ toHtml });
    const everything = `The whole report: console.log(String(${printed}));`;
    return failingText(data, [everything, ...(page === undefined ? [] : [page])]);
  };
  return {
    ...data,
    assertSafe: function assertSafe() {
      if (safe) return;
      const error = new EventAssertionError(failing('report'));
      // The stack begins where the test calls it.
      Error.captureStackTrace(error, assertSafe);
      throw error;
    },
    [FAILING_TEXT]: failing,
    toString: () => reportText(data),
    toJSON: () => data,
    toHtml,
    toMarkdown,
    writeStepSummary: () => writeStepSummary({ toMarkdown }),
    toMermaid: (index = 0) => storyMermaid(sorted[index]?.story),
  };
}
