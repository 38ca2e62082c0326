import type { JsonObject } from './json.js';

/**
 * What a project's events look like: a type that maps detail types to their detail.
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

/** The catalogue of a project that has none: any detail type, any detail. */
export interface AnyEvents {
  readonly [detailType: string]: JsonObject;
}

/** The detail types of a catalogue. */
export type DetailTypeOf<Catalog extends EventCatalog> = keyof Catalog & string;

/** Whether a catalogue names its detail types, or lets any text be one. */
export type IsOpen<Catalog extends EventCatalog> = string extends keyof Catalog ? true : false;
