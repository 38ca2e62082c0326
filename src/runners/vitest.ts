/**
 * Adds the matchers to Vitest's `expect`: import it once in a test file, or name it in `setupFiles`.
 * @packageDocumentation
 */
import { expect } from 'vitest';
import { type EventBridgeMatchers, matchers } from '../index.js';

expect.extend(matchers);

declare module 'vitest' {
  // Without type parameters it fits every Vitest from 3.2 to 5: they do not agree on them, and all have defaults.
  interface Matchers extends EventBridgeMatchers {}
}
