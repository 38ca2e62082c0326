/**
 * Adds the matchers to Jest's `expect`: import it once in a test file, or name it in `setupFilesAfterEnv`.
 * @packageDocumentation
 */
import { expect } from '@jest/globals';
import { type EventBridgeMatchers, matchers } from '../index.js';

expect.extend(matchers);

declare module 'expect' {
  interface Matchers<R> extends EventBridgeMatchers {}
}

declare global {
  namespace jest {
    interface Matchers<R> extends EventBridgeMatchers {}
  }
}
