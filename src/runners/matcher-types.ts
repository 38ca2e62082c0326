import type { BusView } from '../assertions/bus-view.js';
import type { OfferedEntry } from '../assertions/checks/offered.js';
import type { AnyEvents } from '../base/catalog.js';
import type { Explorations } from '../explore/explorations.js';
import type { FakeEventBridge } from '../fake-event-bridge.js';
import type { EventOf } from '../journal/event-of.js';
import type { DuplicateKey } from '../journal/logical-events/logical-event-records.js';
import type { Match } from '../match/match.js';

/**
 * What the runner's own `toBe` returns: `void`, or a promise after `.resolves`. On `expect` itself, where it would be an
 * asymmetric matcher, anything.
 */
export type MatcherReturn<Self> = Self extends { toBe: (expected: never) => infer Returned }
  ? Returned
  : unknown;

declare const RECEIVED: unique symbol;

/**
 * Tells {@link EventBridgeMatchers} the type that `expect` was given, for its catalog. No value has the property. Its type is
 * a function, because Vitest's declarations take every property of its `Matchers` for one.
 */
export interface ExpectOf<Received> {
  readonly [RECEIVED]: () => Received;
}

/** The catalog of the fake that `expect` was given. */
export type CatalogOf<Self> =
  Self extends ExpectOf<infer Received> ? CatalogIn<Awaited<Received>> : AnyEvents;

type CatalogIn<Received> = 0 extends 1 & Received
  ? AnyEvents
  : [Received] extends [FakeEventBridge<infer Catalog>]
    ? Catalog
    : [Received] extends [BusView<infer Catalog>]
      ? Catalog
      : AnyEvents;

/** The matchers of Jest and Vitest. */
export interface EventBridgeMatchers {
  /**
   * At least one published event matches.
   * @example
   * ```ts
   * expect(eb).toHavePublished({ source: 'shop.orders', detail: { orderId: 'o-1' } });
   * ```
   */
  toHavePublished(match: Match<CatalogOf<this>>): MatcherReturn<this>;
  /**
   * This many published events match. With a number alone, this many events were published.
   * @example
   * ```ts
   * expect(eb).toHavePublishedTimes({ detailType: 'OrderPlaced' }, 2);
   * expect(eb).toHavePublishedTimes(3);
   * ```
   */
  toHavePublishedTimes(match: Match<CatalogOf<this>>, times: number): MatcherReturn<this>;
  toHavePublishedTimes(times: number): MatcherReturn<this>;
  /**
   * No event was published at all.
   * @example
   * ```ts
   * expect(eb).toHavePublishedNothing();
   * ```
   */
  toHavePublishedNothing(): MatcherReturn<this>;
  /**
   * For each match an event was published, in this order. Other events may come between.
   * @example
   * ```ts
   * expect(eb).toHavePublishedInOrder([{ detailType: 'OrderPlaced' }, { detailType: 'OrderPaid' }]);
   * ```
   */
  toHavePublishedInOrder(matches: readonly Match<CatalogOf<this>>[]): MatcherReturn<this>;
  /**
   * For each match a different event was published, in any order, and no other event.
   * @example
   * ```ts
   * expect(eb).toHavePublishedExactly([{ detail: { orderId: 'o-1' } }, { detail: { orderId: 'o-2' } }]);
   * ```
   */
  toHavePublishedExactly(matches: readonly Match<CatalogOf<this>>[]): MatcherReturn<this>;
  /**
   * Every detail that was sent keeps its contract.
   * @example
   * ```ts
   * eb.contract('shop.orders', 'OrderPlaced', z.object({ orderId: z.string() }));
   * await publishOrders(orders);
   * expect(eb).toHaveKeptContracts();
   * ```
   */
  toHaveKeptContracts(): MatcherReturn<this>;
  /**
   * Every published event matched a declared rule.
   * @example
   * ```ts
   * expect(eb).toHaveRoutedAllEvents();
   * ```
   */
  toHaveRoutedAllEvents(): MatcherReturn<this>;
  /**
   * No entry was resent after a response had said that it was accepted.
   * @example
   * ```ts
   * expect(eb).toHaveResentOnlyFailedEntries();
   * ```
   */
  toHaveResentOnlyFailedEntries(): MatcherReturn<this>;
  /**
   * Every event that was sent was accepted in the end, and so was every event in `offered`.
   * @param offered the events that your code was given: as matches or entries, or their number, which is a minimum
   * @example
   * ```ts
   * expect(eb).toHaveLostNoEvents(orders.map(({ orderId }) => ({ detail: { orderId } })));
   * ```
   */
  toHaveLostNoEvents(
    offered?: readonly (Match<CatalogOf<this>> | OfferedEntry)[] | number,
  ): MatcherReturn<this>;
  /**
   * No event was accepted twice.
   * @param by returns the same string or number for two events that are one
   * @example
   * ```ts
   * expect(eb).toHaveNoDuplicates();
   * ```
   */
  toHaveNoDuplicates(by?: DuplicateKey<EventOf<CatalogOf<this>>>): MatcherReturn<this>;
  /**
   * The calls had these numbers of entries, in this order.
   * @example
   * ```ts
   * expect(eb).toHaveSentBatches([10, 5]);
   * ```
   */
  toHaveSentBatches(sizes: readonly number[]): MatcherReturn<this>;
  /**
   * The publisher loses and duplicates nothing, whatever fails: see `eb.exploreFailures`. Await it.
   * @example
   * ```ts
   * await expect(eb).toSurviveFailures(() => publishOrders(orders));
   * ```
   */
  toSurviveFailures(...args: Parameters<Explorations['exploreFailures']>): Promise<void>;
}
