/**
 * Adds the matchers, and the serializer of events in snapshots, to Vitest's `expect`: import it once in a test file, or name it in `setupFiles`.
 * @packageDocumentation
 */
import { expect } from 'vitest';
import { type EventBridgeMatchers, matchers, serializer } from '../index.js';

expect.extend(matchers);
expect.addSnapshotSerializer(serializer);

declare module 'vitest' {
  // Without type parameters it fits every Vitest from 3.2 to 5: they do not agree on them, and all have defaults.
  // So a catalogue is not seen here, and a match may name any event; the methods of the fake know it.
  interface Matchers extends EventBridgeMatchers {}
}
