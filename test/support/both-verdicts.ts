import { expect } from '@jest/globals';
import fc from 'fast-check';

/**
 * Checks that a property is not trivial: of 500 cases, each verdict has `least` at least. They are the same cases each time,
 * because a count over cases by chance fails by chance.
 */
export function expectBothVerdicts<T>(cases: fc.Arbitrary<T>, verdictOf: (one: T) => boolean, least: number) {
  const verdicts = fc.sample(cases, { numRuns: 500, seed: 1 }).map(verdictOf);
  const holds = verdicts.filter(Boolean).length;
  expect(Math.min(holds, verdicts.length - holds)).toBeGreaterThanOrEqual(least);
}
