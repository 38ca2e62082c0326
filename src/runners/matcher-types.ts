import type { BusView } from '../assertions/bus-view.js';
import type { OfferedEntry } from '../assertions/checks/offered.js';
import type { AnyEvents } from '../base/catalog.js';
import type { FakeEventBridge } from '../fake-event-bridge.js';
import type { EventOf } from '../journal/event-of.js';
import type { DuplicateKey } from '../journal/logical-event-records.js';
import type { Match } from '../match/match.js';

/**
 * What a matcher returns where it stands: what the runner's own `toBe` returns, so `void`, or a promise behind
 * `.resolves`; on `expect` itself, where it would be asymmetric, anything.
 */
export type MatcherReturn<Self> = Self extends { toBe: (expected: never) => infer Returned }
  ? Returned
  : unknown;

declare const RECEIVED: unique symbol;

/**
 * Where a runner's file notes the type that `expect` was given, for {@link EventBridgeMatchers} to find its catalogue.
 * A note for the compiler: no value has it.
 */
export interface ExpectOf<Received> {
  readonly [RECEIVED]?: Received;
}

/** The catalogue of the fake that `expect` was given; any events where the type does not tell. */
export type CatalogOf<Self> =
  Self extends ExpectOf<infer Received> ? CatalogIn<Awaited<Exclude<Received, undefined>>> : AnyEvents;

type CatalogIn<Received> = 0 extends 1 & Received
  ? AnyEvents
  : [Received] extends [FakeEventBridge<infer Catalog>]
    ? Catalog
    : [Received] extends [BusView<infer Catalog>]
      ? Catalog
      : AnyEvents;

/** The matchers, for Jest and Vitest alike. */
export interface EventBridgeMatchers {
  /**
   * At least one event that matches was published.
   * @example
   * ```ts
   * expect(eb).toHavePublished({ source: 'shop.orders', detail: { orderId: 'o-1' } });
   * ```
   */
  toHavePublished(match: Match<CatalogOf<this>>): MatcherReturn<this>;
  /**
   * Exactly so many events that match were published.
   * @example
   * ```ts
   * expect(eb).toHavePublishedTimes({ detailType: 'OrderPlaced' }, 2);
   * ```
   */
  toHavePublishedTimes(match: Match<CatalogOf<this>>, times: number): MatcherReturn<this>;
  /**
   * No event was published at all.
   * @example
   * ```ts
   * expect(eb).toHavePublishedNothing();
   * ```
   */
  toHavePublishedNothing(): MatcherReturn<this>;
  /**
   * An event for each match was published, in this order; others may come between.
   * @example
   * ```ts
   * expect(eb).toHavePublishedInOrder([{ detailType: 'OrderPlaced' }, { detailType: 'OrderPaid' }]);
   * ```
   */
  toHavePublishedInOrder(matches: readonly Match<CatalogOf<this>>[]): MatcherReturn<this>;
  /**
   * An event of its own for each match was published, in any order, and no other event.
   * @example
   * ```ts
   * expect(eb).toHavePublishedExactly([{ detail: { orderId: 'o-1' } }, { detail: { orderId: 'o-2' } }]);
   * ```
   */
  toHavePublishedExactly(matches: readonly Match<CatalogOf<this>>[]): MatcherReturn<this>;
  /**
   * Every detail that was sent keeps the contract declared for its events.
   * @example
   * ```ts
   * eb.contract('shop.orders', 'OrderPlaced', z.object({ orderId: z.string() }));
   * await publishOrders(orders);
   * expect(eb).toHaveKeptContracts();
   * ```
   */
  toHaveKeptContracts(): MatcherReturn<this>;
  /**
   * Every published event matched one of the declared rules.
   * @example
   * ```ts
   * expect(eb).toHaveRoutedAllEvents();
   * ```
   */
  toHaveRoutedAllEvents(): MatcherReturn<this>;
  /**
   * Nothing was sent again after its sender had been told that it was accepted.
   * @example
   * ```ts
   * expect(eb).toHaveResentOnlyFailedEntries();
   * ```
   */
  toHaveResentOnlyFailedEntries(): MatcherReturn<this>;
  /**
   * Everything that was sent, and everything that was offered, is on a bus in the end.
   * @param offered matches or entries, each of which needs an event of its own, or how many events there were
   * @example
   * ```ts
   * expect(eb).toHaveLostNoEvents(orders.map(({ orderId }) => ({ detail: { orderId } })));
   * ```
   */
  toHaveLostNoEvents(
    offered?: readonly (Match<CatalogOf<this>> | OfferedEntry)[] | number,
  ): MatcherReturn<this>;
  /**
   * No event is on a bus twice.
   * @param by what makes two events the same one
   * @example
   * ```ts
   * expect(eb).toHaveNoDuplicates();
   * ```
   */
  toHaveNoDuplicates(by?: DuplicateKey<EventOf<CatalogOf<this>>>): MatcherReturn<this>;
  /**
   * The calls had so many entries each, in this order.
   * @example
   * ```ts
   * expect(eb).toHaveSentBatches([10, 5]);
   * ```
   */
  toHaveSentBatches(sizes: readonly number[]): MatcherReturn<this>;
}
