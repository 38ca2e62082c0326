import type { Coverage } from './search/coverage.js';
import type { Finding } from './story/story.js';

/** What `eb.exploreFailures` has found out. */
export interface FailureReport {
  /** Whether nothing breaks, and nothing is unknown. Warnings and notes do not count. */
  readonly safe: boolean;
  /** One for each kind of finding, the worst first, each with its shortest story. */
  readonly findings: readonly Finding[];
  /** What was explored of what. */
  readonly coverage: Coverage;
  /**
   * Passes when the report is safe. Where the environment variable `FAKE_EVENTBRIDGE_REPORTS` names a folder, the page of
   * a report that is not safe is written into it.
   * @throws {EventAssertionError} with the worst finding and a line for each other, when something breaks or is unknown
   * @example
   * ```ts
   * const report = await eb.exploreFailures(() => publishOrders(orders));
   * report.assertSafe();
   * ```
   */
  assertSafe(): void;
  /** The report for a terminal: each finding with its grid, its timeline, the fix, the replay and the test. */
  toString(): string;
  /** The report as plain data. */
  toJSON(): object;
  /**
   * The report as one page: no network, readable in a browser and by a screen reader.
   * @example
   * ```ts
   * writeFileSync('failures.html', report.toHtml());
   * ```
   */
  toHtml(): string;
  /**
   * The report as Markdown, for a pull request or the summary of a job.
   * @param maxBytes what is longer is cut. Default 1,000,000: GitHub takes a summary of up to 1 MiB.
   */
  toMarkdown(maxBytes?: number): string;
  /**
   * Appends the report as Markdown to the summary of a GitHub Actions step: the file that `GITHUB_STEP_SUMMARY` names. The
   * report is cut where the file would become larger than GitHub takes. Elsewhere nothing is written.
   * @returns whether the report was written
   * @example
   * ```ts
   * const report = await eb.exploreFailures(() => publishOrders(orders));
   * if (!report.safe) report.writeStepSummary();
   * ```
   */
  writeStepSummary(): boolean;
  /** The story of one finding as a Mermaid sequence diagram. @param index which finding, default the first */
  toMermaid(index?: number): string;
}
