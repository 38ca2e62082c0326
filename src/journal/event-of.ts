import type { DetailTypeOf, EventCatalog } from '../base/catalog.js';
import type { EventRecord } from '../service/event-record.js';

/** An event of a catalog: its detail type determines the type of its detail. */
export type EventOf<Catalog extends EventCatalog> = {
  [Type in DetailTypeOf<Catalog>]: EventRecord<Type, Catalog[Type]>;
}[DetailTypeOf<Catalog>];
