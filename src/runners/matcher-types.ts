import type { AnyEvents } from '../catalog.js';
import type { Match } from '../match/match.js';

/**
 * What a matcher returns where it stands: what the runner's own `toBe` returns, so `void`, or a promise behind
 * `.resolves`; on `expect` itself, where it would be asymmetric, anything.
 */
export type MatcherReturn<Self> = Self extends { toBe: (expected: never) => infer Returned }
  ? Returned
  : unknown;

/** The matchers, for Jest and Vitest alike. */
export interface EventBridgeMatchers {
  /**
   * At least one event that matches was published.
   * @example
   * ```ts
   * expect(eb).toHavePublished({ source: 'shop.orders', detail: { orderId: 'o-1' } });
   * ```
   */
  toHavePublished(match: Match<AnyEvents>): MatcherReturn<this>;
  /**
   * Exactly so many events that match were published.
   * @example
   * ```ts
   * expect(eb).toHavePublishedTimes({ detailType: 'OrderPlaced' }, 2);
   * ```
   */
  toHavePublishedTimes(match: Match<AnyEvents>, times: number): MatcherReturn<this>;
  /**
   * No event was published at all.
   * @example
   * ```ts
   * expect(eb).toHavePublishedNothing();
   * ```
   */
  toHavePublishedNothing(): MatcherReturn<this>;
  /**
   * Every published event matched one of the declared rules.
   * @example
   * ```ts
   * expect(eb).toHaveRoutedAllEvents();
   * ```
   */
  toHaveRoutedAllEvents(): MatcherReturn<this>;
}
