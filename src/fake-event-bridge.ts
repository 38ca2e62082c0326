import { AllowedProblems } from './assertions/allowed-problems.js';
import { type Assertions, createAssertions } from './assertions/assertions.js';
import type { BusView } from './assertions/bus-view.js';
import type { AssertionContext } from './assertions/context.js';
import { createEvaluate } from './assertions/evaluate.js';
import { type TimelineOptions, timeline } from './assertions/report/timeline-format.js';
import { ReportedProblems } from './assertions/reported-problems.js';
import { scopedTo } from './assertions/scope.js';
import { waitForEvent } from './assertions/wait-for-event.js';
import { CallbackErrors } from './base/callback-errors.js';
import type { AnyEvents, EventCatalog } from './base/catalog.js';
import { setRealImmediate } from './base/real-timers.js';
import { CLASS_CONNECTION, DISPOSE, ENGINE, EVALUATE } from './base/symbols.js';
import { ConnectedClients } from './connect/connected-clients.js';
import { type Connections, createConnections } from './connect/connections.js';
import { ContractRegistry } from './contracts/contract-registry.js';
import { type Contracts, createContracts } from './contracts/contracts.js';
import { Engine } from './engine/engine.js';
import { SeededNumbers } from './engine/seeded-numbers.js';
import { createExplorations, type Explorations } from './explore/explorations.js';
import { FaultPlan } from './faults/fault-plan.js';
import { createFaults, type Faults } from './faults/faults.js';
import type { EventOf } from './journal/event-of.js';
import { GrowingFilter } from './journal/growing-filter.js';
import { Journal } from './journal/journal.js';
import {
  type DuplicateKey,
  duplicateRecords,
  type LogicalEventRecord,
  unsettledRecords,
} from './journal/logical-event-records.js';
import { LogicalEvents } from './journal/logical-events.js';
import { RecordList } from './journal/record-list.js';
import type { CallRecord, RejectedEntry, StrayRecord } from './journal/records.js';
import { Snapshots } from './journal/snapshots.js';
import { compileMatch } from './match/compile-match.js';
import type { Match } from './match/match.js';
import { type FakeEventBridgeOptions, settingsFrom } from './options.js';
import { Deliveries } from './rules/deliveries.js';
import { RuleRegistry } from './rules/rule-registry.js';
import { createRules, type Rules } from './rules/rules.js';
import { EventTimes } from './service/accept-entry.js';
import { busName } from './service/event-bus.js';
import type { EventRecord } from './service/event-record.js';
import type { SentEntry } from './service/sent-entry.js';
import { Origins } from './wire/headers.js';

/** What a fake remembers. Every record is a snapshot of what crossed the wire, frozen all the way down. */
export interface Records<Catalog extends EventCatalog> {
  /** The events that EventBridge accepted and a bus received, in order. */
  readonly events: readonly EventOf<Catalog>[];
  /** Accepted, and then lost without a word, as in AWS: the bus does not exist. */
  readonly dropped: readonly EventOf<Catalog>[];
  /** The entries that EventBridge rejected. A test that reads it has checked them: `verify()` does not report them. */
  readonly rejected: readonly RejectedEntry[];
  /** One for each `send` of the code under test, with the attempts that the SDK made. */
  readonly calls: readonly CallRecord[];
  /** The requests for operations that the fake does not have. */
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
   * @param by what makes two published events the same one, instead of the ledger's own rule
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
 * An EventBridge in the memory of a test.
 *
 * @typeParam Catalog maps detail types to their detail; with it, matches and records are checked
 */
export interface FakeEventBridge<Catalog extends EventCatalog = AnyEvents>
  extends Connections,
    Records<Catalog>,
    Faults<Catalog>,
    Assertions<Catalog>,
    Contracts<Catalog>,
    Rules<Catalog>,
    Explorations,
    Disposable {}

// The declarations must compile where the compiler's library has no explicit resource management: TypeScript before 5.2,
// or a `lib` without it. These merge with the library's own, and with those of @types/node.
declare global {
  interface SymbolConstructor {
    readonly dispose: unique symbol;
    readonly asyncDispose: unique symbol;
  }
  interface Disposable {
    [Symbol.dispose](): void;
  }
  interface AsyncDisposable {
    [Symbol.asyncDispose](): PromiseLike<void>;
  }
}

/**
 * Creates an EventBridge in memory. Connect a client to it next.
 *
 * @param options all of them have defaults
 * @throws {FakeEventBridgeError} for an option that does not exist, or a value that it cannot have
 * @example
 * ```ts
 * import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
 * import { fakeEventBridge } from 'fake-eventbridge';
 *
 * const eb = fakeEventBridge();
 * eb.install(EventBridgeClient);
 * beforeEach(() => eb.reset());
 * afterEach(() => eb.verify());
 * afterAll(() => eb.restore());
 * ```
 */
export function fakeEventBridge<Catalog extends EventCatalog = AnyEvents>(
  options?: FakeEventBridgeOptions,
): FakeEventBridge<Catalog> {
  const settings = settingsFrom(options);
  const { region, account, buses, limits, clock } = settings;
  const numbers = new SeededNumbers(settings.seed);
  const journal = new Journal();
  const contracts = new ContractRegistry();
  const plan = new FaultPlan();
  const rules = new RuleRegistry();
  const deliveries = new Deliveries();
  const callbackErrors = new CallbackErrors();
  const compile = (match: unknown, method: string) => compileMatch(match, method, { buses });
  const engine = new Engine({
    limits,
    buses,
    origins: new Origins({ region, account }),
    times: new EventTimes(),
    clock: clock && (() => callbackErrors.guard(clock, undefined, () => 'The option clock')),
    numbers,
    retiredNumbers: new SeededNumbers(`${settings.seed} before reset`),
    journal,
    contracts,
    plan,
    rules,
    deliveries,
    onStray: settings.onStray,
  });
  const { skipBackoff, networkGuard } = settings;
  const clients = new ConnectedClients({ engine, region, skipBackoff, networkGuard });
  const onRestore = new Set<() => void>();
  const connections = createConnections({ engine, clients, onRestore, region });
  const logicalEvents = new LogicalEvents({ journal, identify: settings.identify });
  const snapshots = new Snapshots(journal);
  const unrouted = new GrowingFilter<SentEntry>(({ matchedRules }) => matchedRules.length === 0);
  const unroutedRecords = new RecordList<SentEntry, EventRecord>(({ eventRecord }) => eventRecord);
  const allowed = new AllowedProblems(settings.allow);
  const context: AssertionContext = {
    journal,
    events: () => journal.events,
    subject: 'eb',
    scopeText: '',
    logicalEvents,
    plan,
    compileMatch: compile,
    limits,
    straysFail: settings.onStray === 'error',
    buses,
    contracts,
    rules,
    deliveries,
    callbackErrors,
    allowed,
    reported: new ReportedProblems(journal),
  };
  const evaluate = createEvaluate(context);

  const createBusView = (nameOrArn: string): BusView<Catalog> => {
    const scoped = scopedTo(context, nameOrArn);
    const evaluateBus = createEvaluate(scoped);
    const records = new RecordList<SentEntry, EventRecord>(({ eventRecord }) => eventRecord);
    const view = {
      ...createAssertions<Catalog>(evaluateBus, allowed),
      name: busName(nameOrArn, { region, account }),
      get events() {
        return records.read(scoped.events()) as readonly EventOf<Catalog>[];
      },
      [EVALUATE]: evaluateBus,
    };
    return view;
  };
  const busViews = new Map<string, BusView<Catalog>>();

  const clear = () => {
    journal.clear();
    contracts.clear();
    callbackErrors.clear();
  };
  const { exploreFailures, replay, stop } = createExplorations({
    load: () => import('./explore.js'),
    setImmediate: setRealImmediate,
    engine,
    seed: settings.seed,
    identify: settings.identify,
    compileMatch: compile,
    refillRetryQuotas: () => clients.refillRetryQuotas(),
    declaredFaults: () => plan.faults.filter(({ isFinished }) => !isFinished).map(({ label }) => label),
  });
  const fake = {
    ...connections,
    ...createFaults<Catalog>({
      plan,
      limits,
      compileMatch: compile,
      chance: () => numbers.chance(),
      callbackErrors,
    }),
    ...createAssertions<Catalog>(evaluate, allowed),
    ...createContracts<Catalog>(contracts),
    get breaches() {
      return contracts.breaches;
    },
    ...createRules<Catalog>({
      registry: rules,
      deliveries,
      region,
      account,
      unroutedEvents: () => unroutedRecords.read(unrouted.of(journal.events)),
      addBus: (name) => buses?.add(name),
    }),
    exploreFailures,
    replay,
    // The user says that the publisher keeps to the catalog; contracts check it.
    get events() {
      return snapshots.events as readonly EventOf<Catalog>[];
    },
    get dropped() {
      return snapshots.dropped as readonly EventOf<Catalog>[];
    },
    get rejected() {
      context.reported.addFromVerify(journal.rejected.map(({ entry }) => entry));
      return snapshots.rejected;
    },
    get calls() {
      return snapshots.calls;
    },
    get strays() {
      return Object.freeze([...journal.strays]);
    },
    bus(nameOrArn: string): BusView<Catalog> {
      const view = busViews.get(nameOrArn) ?? createBusView(nameOrArn);
      busViews.set(nameOrArn, view);
      return view;
    },
    unsettled: () => unsettledRecords(logicalEvents) as readonly LogicalEventRecord<EventOf<Catalog>>[],
    duplicates: (by?: unknown) =>
      duplicateRecords(logicalEvents, by) as readonly LogicalEventRecord<EventOf<Catalog>>[],
    timeline: (options?: TimelineOptions) => timeline(logicalEvents, options),
    settled: () => journal.inFlight.settled(),
    waitForEvent: async (...args: unknown[]) =>
      (await waitForEvent(context, evaluate, args)) as EventOf<Catalog>,
    clear,
    reset() {
      stop();
      clear();
      journal.reset();
      allowed.reset();
      plan.clear();
      rules.clear();
      deliveries.clear();
      settings.forgetAddedBuses();
      numbers.restart();
      engine.reset();
      clients.refillRetryQuotas();
    },
    [DISPOSE]: connections.restore,
    [EVALUATE]: evaluate,
    [ENGINE]: { engine, onRestore },
    [CLASS_CONNECTION]: clients,
  };
  return fake;
}
