import type { DetailTypeOf, EventCatalog, IsOpen } from '../base/catalog.js';
import type { JsonObject } from '../base/json.js';
import type { PatternMatcher } from '../pattern/pattern-matcher.js';
import type { EntryRecord } from '../service/event-record.js';

/** A matcher of Jest or Vitest, such as `expect.any(String)`, as both make them. */
export interface AsymmetricMatcher {
  asymmetricMatch(actual: unknown): boolean;
}

/** A matcher of Sinon: `sinon.match(…)`. */
export interface SinonMatcher {
  test(actual: unknown): boolean;
  and(other: SinonMatcher): SinonMatcher;
  or(other: SinonMatcher): SinonMatcher;
}

export type { PatternMatcher };

/** Something that judges a value instead of being equal to it. */
export type ValueMatcher<T> =
  | AsymmetricMatcher
  | SinonMatcher
  | PatternMatcher
  | RegExp
  | ((value: T) => boolean);

/** A value of which a match names a part: objects in part, lists as a whole, conditions anywhere. */
export type MatchOf<T> =
  | ValueMatcher<T>
  | (T extends readonly (infer Item)[]
      ? readonly MatchOf<Item>[]
      : T extends object
        ? { readonly [K in keyof T]?: MatchOf<T[K]> | undefined }
        : T);

/** What a match may say of every event, whatever its detail type. */
interface CommonMatch {
  readonly source?: string | ValueMatcher<string>;
  /** The detail exactly as it was sent. */
  readonly detailJson?: string | ValueMatcher<string>;
  readonly resources?: readonly (string | ValueMatcher<string>)[] | ValueMatcher<readonly string[]>;
  /** The name or the ARN of the bus. */
  readonly bus?: string | ValueMatcher<string>;
  /** A moment, to the second. */
  readonly time?: string | Date | ValueMatcher<string>;
  readonly id?: string | ValueMatcher<string>;
  readonly region?: string | ValueMatcher<string>;
  readonly account?: string | ValueMatcher<string>;
  readonly traceHeader?: string | undefined | ValueMatcher<string>;
}

/** An event in part, where any text is a detail type. */
interface OpenMatch extends CommonMatch {
  readonly detailType?: string | ValueMatcher<string>;
  readonly detail?: { readonly [key: string]: unknown } | ValueMatcher<JsonObject>;
}

/** An event in part, checked against a catalogue. */
type CatalogMatch<Catalog extends EventCatalog> =
  | {
      [Type in DetailTypeOf<Catalog>]: CommonMatch & {
        readonly detailType: Type;
        readonly detail?: MatchOf<Catalog[Type]>;
      };
    }[DetailTypeOf<Catalog>]
  | (CommonMatch & {
      readonly detailType?: ValueMatcher<DetailTypeOf<Catalog>>;
      readonly detail?: MatchOf<Catalog[DetailTypeOf<Catalog>]>;
    });

/** An event in part: what it names must be so, what it leaves out may be anything. */
export type PartialEvent<Catalog extends EventCatalog> =
  IsOpen<Catalog> extends true ? OpenMatch : CatalogMatch<Catalog>;

/** The event that a predicate is asked about. */
export type MatchedEvent<Catalog extends EventCatalog> = Omit<EntryRecord, 'detail' | 'detailType'> &
  {
    [Type in DetailTypeOf<Catalog>]: { readonly detailType: Type; readonly detail: Catalog[Type] };
  }[DetailTypeOf<Catalog>];

/**
 * Says which events are meant: an event in part, a `pattern({…})` in EventBridge's own language, a predicate, or a matcher
 * of Jest, Vitest or Sinon.
 *
 * @example
 * ```ts
 * eb.assertPublished({ detailType: 'OrderPlaced', detail: { orderId: 'o-1', items: [{ sku: 'a' }] } });
 * eb.assertPublished((event) => event.resources.length === 2);
 * ```
 */
export type Match<Catalog extends EventCatalog> =
  | PartialEvent<Catalog>
  | PatternMatcher
  | AsymmetricMatcher
  | SinonMatcher
  | ((event: MatchedEvent<Catalog>) => boolean);
