import type { Exchange } from './exchange';

/**
 * What a behaviour rests on. `recorded`: an answer of AWS that was recorded or reported. `documented`: a page or a model
 * of AWS. `inferred`: what is least surprising, from a sister service or AWS's open-source rule engine.
 */
export type Evidence = 'recorded' | 'documented' | 'inferred';

interface Fact {
  /** Stable: issues and files of `verify-against` name it. */
  readonly id: string;
  readonly what: string;
  readonly evidence: Evidence;
  /** A URL, or `recording: <name>`; of an inferred behaviour, what it was inferred from. */
  readonly source: string;
  /** The day on which AWS was recorded, or the source was read. */
  readonly date: string;
}

/** A behaviour of EventBridge that a client can observe, and that the fake reproduces. */
export interface Row extends Fact {
  readonly gap?: undefined;
  /** Below `src`: `service/detail.ts#isDetail`. */
  readonly code: `${string}.ts#${string}`;
  /** Below `test`: `service/detail.test.ts: title of a test`. */
  readonly tests: readonly `${string}.test.ts: ${string}`[];
  /** One line that breaks the behaviour, so that one of the tests fails. */
  readonly mutant: Mutant;
  /** What any client can send to see it, and what comes back. */
  readonly exchanges?: readonly Exchange[];
}

/** A behaviour of EventBridge that the fake does not reproduce. Its exchanges must differ, or it is not a gap. */
export interface Gap extends Fact {
  readonly gap: true;
  readonly why: string;
  readonly exchanges: readonly Exchange[];
}

export interface Mutant {
  /** Below `src`; the file of `code` when absent. */
  readonly file?: string;
  /** Occurs exactly once in the file. */
  readonly from: string;
  readonly to: string;
}

/** Rows of one topic. */
export interface Topic {
  readonly title: string;
  readonly rows: readonly (Row | Gap)[];
}
