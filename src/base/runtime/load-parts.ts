import { hasConcurrentTests } from './jest-state.js';

/**
 * Loads at once what the package loads on demand (decision 012). In the sources that is nothing: the build fills this in.
 */
function loadParts(): void {}

/** Once the first of several concurrent tests has ended, Jest refuses every `require`, so the parts are loaded before. */
export function loadPartsForConcurrentTests(): void {
  if (hasConcurrentTests()) loadParts();
}
