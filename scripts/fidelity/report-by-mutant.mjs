// A reporter of Jest: writes for each project how many of its tests passed and failed, or the error of a file.
import { writeFileSync } from 'node:fs';

export default class ReportByMutant {
  #outcomes = {};

  onTestResult({ context }, { numPassingTests, numFailingTests, testExecError }) {
    const { name } = context.config.displayName;
    this.#outcomes[name] ??= { passed: 0, failed: 0 };
    const outcome = this.#outcomes[name];
    outcome.passed += numPassingTests;
    outcome.failed += numFailingTests;
    if (testExecError) outcome.error = `a test file does not load: ${testExecError.message}`;
  }

  onRunComplete() {
    writeFileSync(process.env.MUTANTS_REPORT, JSON.stringify(this.#outcomes));
  }
}
