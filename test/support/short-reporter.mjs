import { mkdirSync, writeFileSync } from 'node:fs';
import { DefaultReporter, SummaryReporter } from '@jest/reporters';
import { COUNTS } from './counts.mjs';

/** Jest's own report without a line for each file that passes, and with why tests were skipped. */
export default class ShortReporter extends DefaultReporter {
  #summary;

  constructor(globalConfig) {
    super(globalConfig);
    this.#summary = new SummaryReporter(globalConfig);
  }

  printTestFileHeader(path, config, result) {
    const passes = result.numFailingTests === 0 && !result.testExecError && !result.console;
    if (!passes) super.printTestFileHeader(path, config, result);
  }

  onRunStart(results, options) {
    super.onRunStart(results, options);
    this.#summary.onRunStart(results, options);
  }

  onRunComplete(contexts, results) {
    super.onRunComplete();
    this.#summary.onRunComplete(contexts, results);
    for (const [reason, count] of reasons(results)) this.log(`${count} skipped: ${reason}`);
    mkdirSync('.tmp', { recursive: true });
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = results;
    const failedFiles = results.numRuntimeErrorTestSuites;
    writeFileSync(COUNTS, JSON.stringify({ passed, failed: failed + failedFiles, skipped }));
  }
}

/** Why tests were skipped, and how many for each reason: see `testUnless`. */
function reasons({ testResults }) {
  const counts = new Map();
  const skipped = testResults
    .flatMap((file) => file.testResults)
    .filter(({ status }) => status === 'pending');
  for (const { title } of skipped) {
    const reason = / \(skipped: (.*)\)$/.exec(title)?.[1] ?? title;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}
