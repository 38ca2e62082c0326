import type { EventCatalog } from '../base/catalog.js';
import { refuseExtraArguments } from '../base/errors.js';
import { EVALUATE } from '../base/symbols.js';
import type { EventOf } from '../journal/event-of.js';
import { RecordList } from '../journal/record-list.js';
import { busName, type Origin } from '../service/event-bus.js';
import type { EventRecord } from '../service/event-record.js';
import type { SentEntry } from '../service/sent-entry.js';
import type { Assertions } from './assertions.js';
import type { AllowedProblems } from './checks/verify/allowed-problems.js';
import type { AssertionContext } from './context.js';
import { createAssertions } from './create-assertions.js';
import { createEvaluate } from './evaluate.js';
import { scopedTo } from './scope.js';

/** The assertions about published events, which can be limited to one bus. */
type EventAssertion =
  | 'assertPublished'
  | 'assertNotPublished'
  | 'assertNothingPublished'
  | 'assertPublishedInOrder'
  | 'assertPublishedExactly';

/**
 * One bus of a fake: its events, and the assertions about them, as methods and as matchers.
 *
 * @example
 * ```ts
 * expect(eb.bus('orders')).toHavePublished({ detailType: 'OrderPlaced' });
 * eb.bus('audit').assertNothingPublished();
 * ```
 */
export interface BusView<Catalog extends EventCatalog> extends Pick<Assertions<Catalog>, EventAssertion> {
  /** The name of the bus; the ARN when it is in another account or region. */
  readonly name: string;
  /** The events that this bus received, in order. */
  readonly events: readonly EventOf<Catalog>[];
}

/**
 * What a view of a bus needs of the fake.
 * @internal
 */
export interface BusViewDeps {
  readonly context: AssertionContext;
  readonly allowed: AllowedProblems;
  /** The region and account whose buses have a name alone. */
  readonly origin: Origin;
}

/**
 * The method that returns the view of a bus: the same one each time.
 * @internal
 */
export function createBusViews<Catalog extends EventCatalog>(
  deps: BusViewDeps,
): (nameOrArn: string) => BusView<Catalog> {
  const views = new Map<unknown, BusView<Catalog>>();
  return (...args: unknown[]) => {
    refuseExtraArguments('bus', ['nameOrArn'], args);
    const [bus] = args;
    const view = views.get(bus) ?? createBusView<Catalog>(bus, deps);
    views.set(bus, view);
    return view;
  };
}

function createBusView<Catalog extends EventCatalog>(
  bus: unknown,
  { context, allowed, origin }: BusViewDeps,
): BusView<Catalog> {
  const scoped = scopedTo(context, bus);
  const evaluate = createEvaluate(scoped);
  const records = new RecordList<SentEntry, EventRecord>(({ eventRecord }) => eventRecord);
  const view = {
    ...createAssertions<Catalog>(evaluate, allowed),
    name: busName(scoped.scope, origin),
    get events() {
      return records.read(scoped.events()) as readonly EventOf<Catalog>[];
    },
    [EVALUATE]: evaluate,
  };
  return view;
}
