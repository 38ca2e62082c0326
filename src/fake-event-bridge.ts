import type { Assertions } from './assertions/assertions.js';
import { AllowedProblems } from './assertions/checks/verify/allowed-problems.js';
import { ReportedProblems } from './assertions/checks/verify/reported-problems.js';
import type { AssertionContext } from './assertions/context.js';
import { createAssertions } from './assertions/create-assertions.js';
import { createEvaluate } from './assertions/evaluate.js';
import { CallbackErrors } from './base/callback-errors.js';
import type { AnyEvents, EventCatalog } from './base/catalog.js';
import { refuseExtraArguments } from './base/errors.js';
import { mergeProperties } from './base/merge-properties.js';
import { loadPartsForConcurrentTests } from './base/runtime/load-parts.js';
import { setRealImmediate } from './base/runtime/real-timers.js';
import { CLASS_CONNECTION, DISPOSE, ENGINE, EVALUATE } from './base/symbols.js';
import { ConnectedClients } from './connect/connected-clients.js';
import type { Connections } from './connect/connections.js';
import { createConnections } from './connect/create-connections.js';
import { ContractRegistry } from './contracts/contract-registry.js';
import { type Contracts, createContracts } from './contracts/contracts.js';
import { Engine } from './engine/engine.js';
import { SeededNumbers } from './engine/seeded-numbers.js';
import { createExplorations, type Explorations } from './explore/explorations.js';
import { createFaults } from './faults/create-faults.js';
import { FaultPlan } from './faults/fault-plan.js';
import type { Faults } from './faults/faults.js';
import { Journal } from './journal/journal.js';
import { LogicalEvents } from './journal/logical-events/logical-events.js';
import { compileMatch } from './match/compile-match.js';
import { type FakeEventBridgeOptions, settingsFrom } from './options.js';
import { createRecords, type Records } from './records.js';
import { Deliveries } from './rules/deliveries.js';
import { RuleRegistry } from './rules/rule-registry.js';
import { createRules, type Rules } from './rules/rules.js';
import { EventTimes } from './service/accept-entry.js';
import { Origins } from './wire/request.js';

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
): FakeEventBridge<Catalog>;
export function fakeEventBridge<Catalog extends EventCatalog>(
  options?: FakeEventBridgeOptions,
  ...more: unknown[]
): FakeEventBridge<Catalog> {
  refuseExtraArguments('fakeEventBridge', ['options'], [options, ...more]);
  loadPartsForConcurrentTests();
  const settings = settingsFrom(options);
  const { region, account, buses, limits, clock, skipBackoff, networkGuard } = settings;
  const origin = { region, account };
  const numbers = new SeededNumbers(settings.seed);
  const journal = new Journal();
  const callbackErrors = new CallbackErrors();
  const contracts = new ContractRegistry(callbackErrors);
  const plan = new FaultPlan();
  const rules = new RuleRegistry();
  const deliveries = new Deliveries();
  const engine = new Engine({
    limits,
    buses,
    origins: new Origins(origin),
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
  const clients = new ConnectedClients({ engine, region, skipBackoff, networkGuard });
  const onRestore = new Set<() => void>();
  const connections = createConnections({ engine, clients, onRestore, region });
  const allowed = new AllowedProblems(settings.allow);
  const context: AssertionContext = {
    journal,
    events: () => journal.events,
    subject: 'eb',
    scopeText: '',
    logicalEvents: new LogicalEvents({ journal, identify: settings.identify }),
    plan,
    compileMatch: (match, method) => compileMatch(match, method, { buses }),
    limits,
    straysFail: settings.onStray === 'error',
    buses,
    contracts,
    rules,
    deliveries,
    callbackErrors,
    allowed,
    mockedSend: () => clients.mockedSend(),
    reported: new ReportedProblems(journal),
  };
  const evaluate = createEvaluate(context);
  const { exploreFailures, replay, stop } = createExplorations({
    load: () => import('./explore.js'),
    onRestore,
    setImmediate: setRealImmediate,
    engine,
    seed: settings.seed,
    identify: settings.identify,
    limits,
    buses,
    compileMatch: context.compileMatch,
    refillRetryQuotas: () => clients.refillRetryQuotas(),
    declaredFaults: () => plan.faults.filter(({ isFinished }) => !isFinished).map(({ label }) => label),
  });

  const clear = () => {
    journal.clear();
    contracts.clear();
    callbackErrors.clear();
  };
  const reset = () => {
    stop();
    clear();
    journal.reset();
    deliveries.clear(allowed.has('failed-target'));
    allowed.reset();
    plan.clear();
    rules.clear();
    settings.forgetAddedBuses();
    numbers.restart();
    engine.reset();
    clients.refillRetryQuotas();
  };
  const members = {
    ...connections,
    ...createFaults<Catalog>({ ...context, chance: () => numbers.chance() }),
    ...createAssertions<Catalog>(evaluate, allowed),
    ...createRules<Catalog>({
      journal,
      registry: rules,
      deliveries,
      ...origin,
      buses,
      addBus: (name) => buses?.add(name),
    }),
    exploreFailures,
    replay,
    [DISPOSE]: connections.restore,
    [EVALUATE]: evaluate,
    [ENGINE]: { engine, onRestore },
    [CLASS_CONNECTION]: clients,
  };
  const records = createRecords<Catalog>({ context, evaluate, allowed, origin, clear, reset });
  return mergeProperties(mergeProperties(members, createContracts<Catalog>(contracts)), records);
}
