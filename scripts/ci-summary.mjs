// Prints how many tests the runs that have just ended passed and failed, from the reports that Jest wrote.
import { readFileSync } from 'node:fs';

const reports = ['.tmp/jest.json', '.tmp/jest-fake-clock.json'].map((path) =>
  JSON.parse(readFileSync(path, 'utf8')),
);
const sum = (count) => reports.reduce((total, report) => total + report[count], 0);
const failed = sum('numFailedTests');
console.log(`${sum('numPassedTests')} passed, ${failed} failed, ${sum('numPendingTests')} skipped`);
if (reports.some(({ numPassedTests }) => numPassedTests === 0) || failed > 0) process.exit(1);
