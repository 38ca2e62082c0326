import { type BusView, createBusViews } from './assertions/bus-view.js';
import type { AllowedProblems } from './assertions/checks/verify/allowed-problems.js';
import type { AssertionContext } from './assertions/context.js';
import type { Evaluate } from './assertions/evaluate.js';
import { type TimelineOptions, timeline } from './assertions/report/story/timeline-format.js';
import { waitForEvent } from './assertions/wait-for-event.js';
import type { EventCatalog } from './base/catalog.js';
import { refuseExtraArguments } from './base/errors.js';
import type { EventOf } from './journal/event-of.js';
import {
  type DuplicateKey,
  duplicateRecords,
  type LogicalEventRecord,
  unsettledRecords,
} from './journal/logical-events/logical-event-records.js';
import type { CallRecord, RejectedEntry, StrayRecord } from './journal/records.js';
import { Snapshots } from './journal/snapshots.js';
import type { Match } from './match/match.js';
import type { Origin } from './service/event-bus.js';

/** What a fake recorded. Every record is a snapshot of what was sent and answered, and is frozen with all that is in it. */
export interface Records<Catalog extends EventCatalog> {
  /** The events that EventBridge accepted and a bus received, in order. */
  readonly events: readonly EventOf<Catalog>[];
  /**
   * The events that EventBridge accepted and dropped, as AWS does, because their bus does not exist. A test that reads it
   * has checked them: `verify()` does not report them.
   */
  readonly dropped: readonly EventOf<Catalog>[];
  /** The entries that EventBridge rejected. A test that reads it has checked them: `verify()` does not report them. */
  readonly rejected: readonly RejectedEntry[];
  /** One for each `send` of the code under test, with the attempts that the SDK made. */
  readonly calls: readonly CallRecord[];
  /** The requests that no fake served: of an operation that is not faked, or of a client that is not connected. */
  readonly strays: readonly StrayRecord[];
  /**
   * One bus: its events, and the assertions about them.
   * @param nameOrArn the name or the ARN of the bus
   * @throws {FakeEventBridgeError} when the `buses` option does not name it
   * @example
   * ```ts
   * expect(eb.bus('orders')).toHavePublished({ detailType: 'OrderPlaced' });
   * ```
   */
  bus(nameOrArn: string): BusView<Catalog>;
  /** The logical events that were rejected or not answered, and never accepted afterwards. */
  unsettled(): readonly LogicalEventRecord<EventOf<Catalog>>[];
  /**
   * The logical events that a bus has more than once.
   * @param by what makes two published events the same one, instead of equal entries
   */
  duplicates(by?: DuplicateKey<EventOf<Catalog>>): readonly LogicalEventRecord<EventOf<Catalog>>[];
  /**
   * The timeline as a string, for people: calls, requests, entries and their status, faults, skipped backoff. As a grid it
   * has a row for each logical event and a column for each request.
   * @throws {FakeEventBridgeError} for a format that does not exist
   * @example
   * ```ts
   * console.log(eb.timeline({ format: 'grid' }));
   * ```
   */
  timeline(options?: TimelineOptions): string;
  /**
   * Resolves when no call is in flight, for code that publishes without awaiting. Code that is about to make its first or
   * next call gets one turn of the event loop to do so. A request that the test holds is in flight until it is released.
   * @example
   * ```ts
   * startPublishing(orders); // returns at once
   * await eb.settled();
   * eb.assertNoEventLost(orders.length);
   * ```
   */
  settled(): Promise<void>;
  /**
   * Waits for an event that matches, or returns the first that was published already.
   * @param options `timeout` in milliseconds of real time, also under fake timers. Default 1000.
   * @throws {EventAssertionError} the text of a failed `assertPublished`, when the timeout has passed
   * @throws {FakeEventBridgeError} when no event can match
   * @example
   * ```ts
   * const event = await eb.waitForEvent({ detailType: 'OrderPlaced' }, { timeout: 200 });
   * ```
   */
  waitForEvent(match: Match<Catalog>, options?: { readonly timeout?: number }): Promise<EventOf<Catalog>>;
  /** Forgets the records; faults and connections stay. */
  clear(): void;
  /**
   * Forgets records, faults and rules, refills the retry quotas that earlier failures have drained, and starts the seed
   * again. Connections stay open.
   */
  reset(): void;
}

/**
 * What the records need of the fake.
 * @internal
 */
export interface RecordsDeps {
  readonly context: AssertionContext;
  readonly evaluate: Evaluate;
  readonly allowed: AllowedProblems;
  readonly origin: Origin;
  readonly clear: () => void;
  readonly reset: () => void;
}

/**
 * The properties that show what was recorded.
 * @internal
 */
export function createRecords<Catalog extends EventCatalog>(deps: RecordsDeps): Records<Catalog> {
  const { context, evaluate, clear, reset } = deps;
  const { journal, logicalEvents, reported } = context;
  const snapshots = new Snapshots(journal);
  const bus = createBusViews<Catalog>(deps);
  return {
    // The user says that the publisher keeps to the catalog; contracts check it.
    get events() {
      return snapshots.events as readonly EventOf<Catalog>[];
    },
    get dropped() {
      reported.addFromVerify(journal.dropped);
      return snapshots.dropped as readonly EventOf<Catalog>[];
    },
    get rejected() {
      reported.addFromVerify(journal.rejected.map(({ entry }) => entry));
      return snapshots.rejected;
    },
    get calls() {
      return snapshots.calls;
    },
    get strays() {
      return Object.freeze([...journal.strays]);
    },
    bus,
    unsettled: (...args: unknown[]) => {
      refuseExtraArguments('unsettled', [], args);
      return unsettledRecords(logicalEvents) as readonly LogicalEventRecord<EventOf<Catalog>>[];
    },
    duplicates: (...args: unknown[]) => {
      refuseExtraArguments('duplicates', ['by'], args);
      return duplicateRecords(logicalEvents, args[0]) as readonly LogicalEventRecord<EventOf<Catalog>>[];
    },
    timeline: (...args: unknown[]) => {
      refuseExtraArguments('timeline', ['options'], args);
      return timeline(logicalEvents, args[0]);
    },
    settled: async (...args: unknown[]) => {
      refuseExtraArguments('settled', [], args);
      await journal.inFlight.settled();
    },
    waitForEvent: async (...args: unknown[]) =>
      (await waitForEvent(context, evaluate, args)) as EventOf<Catalog>,
    clear,
    reset,
  };
}
