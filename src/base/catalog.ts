import type { JsonObject } from './json/json.js';

/**
 * A catalog of a project's events: a type that maps detail types to their details. With one, matches, records and patterns
 * are checked, and an editor completes them.
 *
 * @example
 * ```ts
 * interface Events {
 *   OrderPlaced: { orderId: string; total: number };
 * }
 * const eb = fakeEventBridge<Events>();
 * ```
 */
export type EventCatalog = object;

/** Without a catalog: any detail type, any detail. */
export interface AnyEvents {
  readonly [detailType: string]: JsonObject;
}

/** The detail types of a catalog. */
export type DetailTypeOf<Catalog extends EventCatalog> = keyof Catalog & string;

/** Whether any string is a detail type, as without a catalog. */
export type IsOpen<Catalog extends EventCatalog> = string extends keyof Catalog ? true : false;
