import type { EventCatalog } from '../base/catalog.js';
import { describeValue } from '../base/describe-value.js';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json.js';
import type { EventOf } from '../journal/event-of.js';
import type { DuplicateKey } from '../journal/logical-event-records.js';
import type { Match } from '../match/match.js';
import { EventAssertionError } from './assertion-error.js';
import type { OfferedEntry } from './checks/offered.js';
import type { Judge } from './evaluate.js';
import type { AssertionName } from './registry.js';

/**
 * What a test can claim. Each method throws an `EventAssertionError` that any runner prints; the matchers of Jest and
 * Vitest say the same with the same words.
 */
export interface Assertions<Catalog extends EventCatalog> {
  /**
   * At least one published event matches, or with `times` exactly so many.
   * @throws {EventAssertionError} with the nearest events, and the places where they differ
   * @throws {FakeEventBridgeError} when the match names what no event has
   * @example
   * ```ts
   * eb.assertPublished({ source: 'shop.orders', detail: { orderId: 'o-1' } });
   * eb.assertPublished({ detailType: 'OrderPlaced' }, { times: 2 });
   * ```
   */
  assertPublished(match: Match<Catalog>, options?: { readonly times?: number }): void;
  /**
   * No published event matches.
   * @throws {EventAssertionError} with the events that do
   * @example
   * ```ts
   * eb.assertNotPublished({ detailType: 'OrderCancelled' });
   * ```
   */
  assertNotPublished(match: Match<Catalog>): void;
  /**
   * No event was published at all.
   * @throws {EventAssertionError} with the first events
   * @example
   * ```ts
   * await publishOrders([]);
   * eb.assertNothingPublished();
   * ```
   */
  assertNothingPublished(): void;
  /**
   * There is an event for each match, in this order; other events may come between. It is the order in which they were
   * sent: EventBridge promises its targets none.
   * @throws {EventAssertionError} with the first match that has no event after the one before
   * @throws {FakeEventBridgeError} when the list is empty, or holds something that is no match
   * @example
   * ```ts
   * eb.assertPublishedInOrder([{ detailType: 'OrderPlaced' }, { detailType: 'OrderPaid' }]);
   * ```
   */
  assertPublishedInOrder(matches: readonly Match<Catalog>[]): void;
  /**
   * There is an event of its own for each match, in any order, and no other event. An empty list claims that nothing was
   * published.
   * @throws {EventAssertionError} with the matches that have no event, and the events that no match asked for
   * @throws {FakeEventBridgeError} when it is no list, or holds something that is no match
   * @example
   * ```ts
   * eb.assertPublishedExactly(orders.map(({ orderId }) => ({ detailType: 'OrderPlaced', detail: { orderId } })));
   * ```
   */
  assertPublishedExactly(matches: readonly Match<Catalog>[]): void;
  /**
   * Every detail that was sent keeps the contract declared for its events.
   * @throws {EventAssertionError} with every breach, its path and the value there
   * @throws {FakeEventBridgeError} when no contract is declared, or an asynchronous schema is still at work: then
   * `await eb.contractsChecked()` before
   * @example
   * ```ts
   * eb.contract('shop.orders', 'OrderPlaced', z.object({ orderId: z.string() }));
   * await publishOrders(orders);
   * eb.assertContracts();
   * ```
   */
  assertContracts(): void;
  /**
   * Every published event matched one of the declared rules.
   * @throws {EventAssertionError} with the events that no rule sees, the nearest rule, and why it does not match
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
   * Nothing was sent again after its sender had been told that it was accepted. What failed, and what was never
   * answered, may be sent again by anybody.
   * @throws {EventAssertionError} naming the requests, the entries and the ids of the events
   * @example
   * ```ts
   * eb.failEntry({ detailType: 'OrderPlaced' }, 'ThrottlingException');
   * await publishOrders(orders);
   * eb.assertOnlyFailedEntriesResent();
   * ```
   */
  assertOnlyFailedEntriesResent(): void;
  /**
   * Everything that was sent is on a bus in the end, in whatever attempt or call it got there.
   * @param offered what the test meant to publish, to find what was never sent at all: a list of matches or of entries
   * as `PutEvents` takes them, each of which needs an event of its own, or how many events there were
   * @throws {EventAssertionError} with what became of each lost event
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
   * No event is on a bus twice: neither the twin that a lost response makes, nor what a publisher sent again without
   * need.
   * @param by what makes two events the same one; left out, they are logical events as the logicalEvents knows them
   * @throws {EventAssertionError} with the ids of the events, and who sent them again
   * @throws {FakeEventBridgeError} when `by` is no function to a text or a number
   * @example
   * ```ts
   * eb.assertNoDuplicates();
   * eb.assertNoDuplicates(({ detail }) => String(detail['orderId']));
   * ```
   */
  assertNoDuplicates(by?: DuplicateKey<EventOf<Catalog>>): void;
  /**
   * The calls had so many entries each, in this order; what the SDK repeats within a call counts once.
   * @throws {EventAssertionError} with the sizes that there were
   * @throws {FakeEventBridgeError} when it is no list of whole numbers
   * @example
   * ```ts
   * await publishOrders(fifteenOrders);
   * eb.assertBatches([10, 5]);
   * ```
   */
  assertBatches(sizes: readonly number[]): void;
  /**
   * Nothing is left that a passing test would hide: faults declared and never fired, operations that are not faked,
   * events that were dropped, details that break a contract. Best called after each test.
   * @throws {EventAssertionError} with all of them in one report
   * @example
   * ```ts
   * afterEach(() => eb.verify());
   * ```
   */
  verify(): void;
}

/**
 * The methods that claim.
 * @internal
 */
export function createAssertions<Catalog extends EventCatalog>(judge: Judge): Assertions<Catalog> {
  /** @param called the method that the user called: the error's stack begins at its caller */
  const claim = (
    name: AssertionName,
    args: readonly unknown[],
    written: string,
    called: (...args: never[]) => unknown,
    negated = false,
  ): void => {
    const judgement = judge(name, args, called.name);
    if (judgement.holds !== negated) return;
    const error = new EventAssertionError(`${judge.subject}.${written}\n\n${judgement.text(negated)}`);
    Error.captureStackTrace(error, called);
    throw error;
  };

  function assertPublished(match: unknown, options: { readonly times?: number } = {}): void {
    const times = timesOption(options);
    if (times === undefined) claim('published', [match], 'assertPublished(match)', assertPublished);
    else
      claim('publishedTimes', [match, times], `assertPublished(match, { times: ${times} })`, assertPublished);
  }
  function assertNotPublished(match: unknown): void {
    claim('published', [match], 'assertNotPublished(match)', assertNotPublished, true);
  }
  function assertNothingPublished(): void {
    claim('nothingPublished', [], 'assertNothingPublished()', assertNothingPublished);
  }
  function assertPublishedInOrder(matches: unknown): void {
    claim('publishedInOrder', [matches], 'assertPublishedInOrder(matches)', assertPublishedInOrder);
  }
  function assertPublishedExactly(matches: unknown): void {
    claim('publishedExactly', [matches], 'assertPublishedExactly(matches)', assertPublishedExactly);
  }
  function assertContracts(): void {
    claim('keptContracts', [], 'assertContracts()', assertContracts);
  }
  function assertAllRouted(): void {
    claim('routed', [], 'assertAllRouted()', assertAllRouted);
  }
  function assertOnlyFailedEntriesResent(): void {
    claim('onlyFailedEntriesResent', [], 'assertOnlyFailedEntriesResent()', assertOnlyFailedEntriesResent);
  }
  function assertNoEventLost(offered?: unknown): void {
    const written = offered === undefined ? '' : 'offered';
    claim('noEventLost', [offered], `assertNoEventLost(${written})`, assertNoEventLost);
  }
  function assertNoDuplicates(by?: unknown): void {
    const written = by === undefined ? '' : 'by';
    claim('noDuplicates', [by], `assertNoDuplicates(${written})`, assertNoDuplicates);
  }
  function assertBatches(sizes: unknown): void {
    claim('sentBatches', [sizes], 'assertBatches(sizes)', assertBatches);
  }
  function verify(): void {
    claim('verified', [], 'verify()', verify);
  }
  return {
    assertPublished,
    assertNotPublished,
    assertNothingPublished,
    assertPublishedInOrder,
    assertPublishedExactly,
    assertContracts,
    assertOnlyFailedEntriesResent,
    assertNoEventLost,
    assertNoDuplicates,
    assertBatches,
    assertAllRouted,
    verify,
  };
}

function timesOption(options: unknown): number | undefined {
  const unknown = isObject(options) ? Object.keys(options).find((key) => key !== 'times') : undefined;
  if (!isObject(options) || unknown !== undefined) {
    throw wrongUse(
      `assertPublished: the second argument is { times }, not ${unknown === undefined ? describeValue(options) : `an object with "${unknown}"`}.`,
    );
  }
  const { times } = options;
  if (times !== undefined && typeof times !== 'number') {
    throw wrongUse(`assertPublished: times is a whole number, not ${describeValue(times)}.`);
  }
  return times;
}
