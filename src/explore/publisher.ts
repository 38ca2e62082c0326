import type { Baseline } from './search/baseline.js';
import type { World } from './search/running/world.js';
import type { SizedSubject } from './search/stories/shrink.js';
import type { FindingContext } from './story/story.js';

/** A publisher: called once for each run, with the number of events to publish if it takes one. */
export type Publish = (events: number) => unknown;

/** A publisher with so many events, measured by its run without failures. */
export type SubjectFactory = SizedSubject & { readonly baseline: Baseline };

/** The same, and how many events that are; `undefined` where `publish` does not take a number. */
export type FullSubject = SubjectFactory & { readonly events: number | undefined };

/** An exploration that is under way. */
export interface Exploration {
  readonly world: World;
  /** Whether `publish` takes the number of events. */
  readonly takesNumber: boolean;
  /** The publisher with as many events as are explored. */
  full(): Promise<FullSubject>;
  readonly findingContext: FindingContext;
  /** @throws {FakeEventBridgeError} when the publisher fails without a failure */
  sized(events: number | undefined): Promise<SubjectFactory>;
  /** The same, or nothing where the publisher cannot do with so few events. */
  sizedOrNothing(events: number): Promise<SubjectFactory | undefined>;
  close(): void;
}
