import type { EventCatalog } from '../base/catalog.js';
import type { EventOf } from '../journal/event-of.js';
import type { Assertions } from './assertions.js';

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
