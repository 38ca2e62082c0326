/**
 * Adds the matchers, and the serializer of events in snapshots, to Jest's `expect`: import it once in a test file, or name it in `setupFilesAfterEnv`.
 * @packageDocumentation
 */
import { expect } from '@jest/globals';
import { type EventBridgeMatchers, matchers, serializer } from '../index.js';

expect.extend(matchers);
expect.addSnapshotSerializer(serializer);

declare module 'expect' {
  interface Matchers<R, T> extends EventBridgeMatchers<T> {}
}

declare global {
  namespace jest {
    interface Matchers<R, T> extends EventBridgeMatchers<T> {}
  }
}
