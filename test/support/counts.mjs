/** Where the reporter leaves how many tests passed, failed and were skipped; `scripts/ci-summary.mjs` reads it. */
export const COUNTS = '.tmp/test-counts.json';
