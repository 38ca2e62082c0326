import type { DetailTypeOf, EventCatalog, IsOpen } from '../base/catalog.js';
import type { JsonObject } from '../base/json/json.js';
import type { EntryRecord } from '../service/event-record.js';

/*
 * An editor offers the properties of every object type that a value may have. It leaves out a class with something
 * private, because no literal can be one. So the matchers below are such classes, and what an editor offers inside a
 * match is the event's own properties. The private property is optional, so whatever has the public ones fits.
 */

/** A matcher of Jest or Vitest, such as `expect.any(String)`. */
declare class AsymmetricMatcher {
  asymmetricMatch(actual: unknown): boolean;
  private readonly hidden?: never;
}

/** A matcher of Sinon, such as `sinon.match.string`, or a regular expression. */
declare class TestingMatcher {
  test(actual: string): boolean;
  private readonly hidden?: never;
}

/** `pattern({…})`. */
declare class EventPatternMatcher {
  readonly isEventPattern: true;
  private readonly hidden?: never;
}

type Matcher = AsymmetricMatcher | TestingMatcher | EventPatternMatcher;

/**
 * An object of an interface or a class, which has no index signature. What is an object to the compiler, and never the
 * detail of an event, is left out: arrays and iterables, functions, dates and promises.
 */
declare class DetailObject {
  readonly [Symbol.iterator]?: never;
  readonly apply?: never;
  readonly getTime?: never;
  // biome-ignore lint/suspicious/noThenProperty: it says that there is none.
  readonly then?: never;
  private readonly hidden?: never;
}

/** One of these for a whole event: it has none of an event's properties. */
declare class EventMatcher {
  readonly asymmetricMatch?: (actual: unknown) => boolean;
  readonly test?: (actual: never) => boolean;
  readonly isEventPattern?: true;
  private readonly hidden?: never;
}
interface EventMatcher extends NoEventProperties {}

/** All types of a match having these, the compiler suggests the right one for a misspelt property or detail type. */
type NoEventProperties = { readonly [Property in keyof CommonMatch | 'detailType']?: never };

/** Something that judges a value instead of being equal to it. */
export type ValueMatcher<T> = Matcher | ((value: T) => boolean);

/** A value, or something that judges it. */
type Value<T> = T | ValueMatcher<T>;

/** A value of which a match names a part: objects in part, arrays as a whole, matchers anywhere. */
export type MatchOf<T> = [T] extends [object | null | undefined] ? PartOf<T> | ValueMatcher<T> : Value<T>;

type PartOf<T> = T extends readonly (infer Item)[]
  ? readonly MatchOf<Item>[]
  : T extends object
    ? { readonly [K in keyof T]?: MatchOf<T[K]> | undefined }
    : T;

/** What a match may say of every event, whatever its detail type. */
interface CommonMatch {
  readonly source?: Value<string>;
  /** The detail exactly as it was sent. */
  readonly detailJson?: Value<string>;
  readonly resources?: readonly Value<string>[] | ValueMatcher<readonly string[]>;
  /** The name or the ARN of the bus. */
  readonly bus?: Value<string>;
  /** A moment, to the second. */
  readonly time?: Value<string> | Date;
  readonly id?: Value<string>;
  readonly region?: Value<string>;
  readonly account?: Value<string>;
  readonly traceHeader?: Value<string> | undefined;
}

/** A partial event, where any string is a detail type. */
interface OpenMatch extends CommonMatch {
  readonly detailType?: Value<string>;
  readonly detail?: { readonly [key: string]: unknown } | (object & DetailObject) | ValueMatcher<JsonObject>;
}

/** A partial event, checked against a catalog. */
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

/** A partial event: what it names must be equal, what it leaves out may be anything. */
export type PartialEvent<Catalog extends EventCatalog> =
  IsOpen<Catalog> extends true ? OpenMatch : CatalogMatch<Catalog>;

/** The event that a predicate is given. */
export type MatchedEvent<Catalog extends EventCatalog> = Omit<EntryRecord, 'detail' | 'detailType'> &
  {
    [Type in DetailTypeOf<Catalog>]: { readonly detailType: Type; readonly detail: Catalog[Type] };
  }[DetailTypeOf<Catalog>];

/** A function that says whether an event is meant. */
export interface EventPredicate<Catalog extends EventCatalog> extends NoEventProperties {
  (event: MatchedEvent<Catalog>): boolean;
}

/**
 * Says which events are meant: a partial event, a `pattern({…})` in EventBridge's own language, a predicate, or a matcher
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
  | EventMatcher
  | EventPredicate<Catalog>;
