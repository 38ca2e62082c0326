// Prints how many tests of the run that has just ended passed, failed and were skipped.
import { readFileSync } from 'node:fs';
import { COUNTS } from '../test/support/counts.mjs';

const { passed, failed, skipped } = JSON.parse(readFileSync(COUNTS, 'utf8'));
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
if (passed === 0 || failed > 0) process.exit(1);
