import type { EventCatalog } from '../base/catalog.js';
import type { EventOf } from '../journal/event-of.js';
import type { DuplicateKey } from '../journal/logical-events/logical-event-records.js';
import type { Match } from '../match/match.js';
import type { OfferedEntry } from './checks/offered.js';
import type { Problem } from './checks/verify/allowed-problems.js';

/**
 * The assertions. Each method throws an `EventAssertionError` that any runner prints; the matchers of Jest and Vitest print
 * the same text.
 */
export interface Assertions<Catalog extends EventCatalog> {
  /**
   * Asserts that at least one published event matches, or with `times` exactly that many.
   * @throws {EventAssertionError} with the cause, if it is known, and the nearest events
   * @throws {FakeEventBridgeError} when no event can match
   * @example
   * ```ts
   * eb.assertPublished({ source: 'shop.orders', detail: { orderId: 'o-1' } });
   * eb.assertPublished({ detailType: 'OrderPlaced' }, { times: 2 });
   * ```
   */
  assertPublished(match: Match<Catalog>, options?: { readonly times?: number }): void;
  /**
   * Asserts that no published event matches.
   * @throws {EventAssertionError} with the events that match
   * @example
   * ```ts
   * eb.assertNotPublished({ detailType: 'OrderCancelled' });
   * ```
   */
  assertNotPublished(match: Match<Catalog>): void;
  /**
   * Asserts that no event was published.
   * @throws {EventAssertionError} with the first events
   * @example
   * ```ts
   * await publishOrders([]);
   * eb.assertNothingPublished();
   * ```
   */
  assertNothingPublished(): void;
  /**
   * Asserts that there is an event for each match, in this order; other events may come between. It is the order in which
   * they were sent: EventBridge delivers to its targets in any order.
   * @throws {EventAssertionError} with the first match that has no event after the one before
   * @throws {FakeEventBridgeError} when the array is empty, or one of its items is not a match
   * @example
   * ```ts
   * eb.assertPublishedInOrder([{ detailType: 'OrderPlaced' }, { detailType: 'OrderPaid' }]);
   * ```
   */
  assertPublishedInOrder(matches: readonly Match<Catalog>[]): void;
  /**
   * Asserts that a different event was published for each match, in any order, and no other. With an empty array it
   * asserts that nothing was published.
   * @throws {EventAssertionError} with the matches without an event, and the events without a match
   * @throws {FakeEventBridgeError} when it is not an array, or one of its items is not a match
   * @example
   * ```ts
   * eb.assertPublishedExactly(orders.map(({ orderId }) => ({ detailType: 'OrderPlaced', detail: { orderId } })));
   * ```
   */
  assertPublishedExactly(matches: readonly Match<Catalog>[]): void;
  /**
   * Asserts that every detail that was sent keeps the contract of its events.
   * @throws {EventAssertionError} with every detail that breaks its contract, where, and the value there
   * @throws {FakeEventBridgeError} when no contract is declared, or an asynchronous schema has not finished: then call
   * `await eb.contractsChecked()` first
   * @example
   * ```ts
   * eb.contract('shop.orders', 'OrderPlaced', z.object({ orderId: z.string() }));
   * await publishOrders(orders);
   * eb.assertContracts();
   * ```
   */
  assertContracts(): void;
  /**
   * Asserts that every published event matched one of the declared rules.
   * @throws {EventAssertionError} with the events that match no rule, the nearest rule, and why it does not match
   * @throws {FakeEventBridgeError} when no rule is declared
   * @example
   * ```ts
   * eb.rule('paid', { source: ['shop.orders'], 'detail-type': ['OrderPaid'] });
   * await publishOrders(orders);
   * eb.assertAllRouted();
   * ```
   */
  assertAllRouted(): void;
  /**
   * Asserts that your code resent no entry that it knew was accepted. What failed, and what was never answered,
   * may be resent.
   * @throws {EventAssertionError} with the requests, the entries and the ids of the events
   * @example
   * ```ts
   * eb.failEntry({ detailType: 'OrderPlaced' }, 'ThrottlingException');
   * await publishOrders(orders);
   * eb.assertOnlyFailedEntriesResent();
   * ```
   */
  assertOnlyFailedEntriesResent(): void;
  /**
   * Asserts that every event that was sent is on a bus in the end, whichever attempt or call put it there.
   * @param offered the events that must be sent: an array of matches or entries, or their number, which is a minimum. Each
   * item needs a different event. Without it, an event that was never sent is not noticed.
   * @throws {EventAssertionError} with each lost event, and what happened to it
   * @throws {FakeEventBridgeError} when `offered` is neither
   * @example
   * ```ts
   * eb.failEntry('any', 'InternalFailure');
   * await publishOrders(orders);
   * eb.assertNoEventLost(orders.map(({ orderId }) => ({ detail: { orderId } })));
   * ```
   */
  assertNoEventLost(offered?: readonly (Match<Catalog> | OfferedEntry)[] | number): void;
  /**
   * Asserts that no event is on a bus twice: neither because a response was lost, nor because your code resent it.
   * @param by returns what makes two events the same; left out, equal entries are one logical event (see `identify`)
   * @throws {EventAssertionError} with the ids of the events, and who resent them
   * @throws {FakeEventBridgeError} when `by` is not a function that returns a string or a number
   * @example
   * ```ts
   * eb.assertNoDuplicates();
   * eb.assertNoDuplicates(({ detail }) => String(detail['orderId']));
   * ```
   */
  assertNoDuplicates(by?: DuplicateKey<EventOf<Catalog>>): void;
  /**
   * Asserts how many entries each call had, in this order. Retries of the SDK within a call do not count.
   * @throws {EventAssertionError} with the sizes that there were
   * @throws {FakeEventBridgeError} when it is not an array of whole numbers
   * @example
   * ```ts
   * await publishOrders(fifteenOrders);
   * eb.assertBatches([10, 5]);
   * ```
   */
  assertBatches(sizes: readonly number[]): void;
  /**
   * Asserts that a passing test hides no problem: an unused fault, an unfinished call, a dropped event, an entry or
   * request that EventBridge itself rejects. A broken contract, a target that threw or has not finished, and a request that
   * the fake did not serve are problems too. Each problem is reported once, and not again after a failed assertion has named
   * it. Nor are rejected entries after the test has read `eb.rejected`, and dropped events after it has read `eb.dropped`.
   * Call it after each test.
   * @throws {EventAssertionError} with all of them
   * @example
   * ```ts
   * afterEach(() => eb.verify());
   * ```
   */
  verify(): void;
  /**
   * Allows problems that this test is meant to have: `verify()` does not report them until `reset()`. For a whole suite, use
   * the option `allow`.
   * @param problems by the code that `verify()` prints beside each
   * @throws {FakeEventBridgeError} when there is no such problem
   * @example
   * ```ts
   * eb.allow('invalid-entry');
   * await expect(publishOrders([orderWithoutDetail])).rejects.toThrow('MalformedDetail');
   * ```
   */
  allow(...problems: Problem[]): void;
}
