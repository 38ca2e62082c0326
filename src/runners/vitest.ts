/**
 * Adds the matchers, and the serializer of events in snapshots, to Vitest's `expect`: import it once in a test file, or name it in `setupFiles`.
 * @packageDocumentation
 */
import { expect } from 'vitest';
import { type BareMatchers, matchers, type ReceivedNote, serializer } from '../index.js';

expect.extend(matchers);
expect.addSnapshotSerializer(serializer);

declare module 'vitest' {
  // Without type parameters it fits every Vitest from 3.2 to 5: they do not agree on them, and all have defaults.
  interface Matchers extends BareMatchers {}
}

declare global {
  namespace jest {
    // Vitest 3 and 4 take these for their own, and tell them what `expect` was given: so matches are checked against the
    // catalogue. Vitest 5 does not: there a match may name any event, and the methods of the fake know the catalogue.
    interface Matchers<R, T> extends ReceivedNote<T> {}
  }
}
