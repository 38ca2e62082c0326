import type { DetailTypeOf, EventCatalog, IsOpen } from '../base/catalog.js';

/** A condition on a text. */
type TextCondition =
  | { readonly prefix: string | { readonly 'equals-ignore-case': string } }
  | { readonly suffix: string | { readonly 'equals-ignore-case': string } }
  | { readonly 'equals-ignore-case': string }
  | { readonly wildcard: string }
  | { readonly cidr: string };

/** A condition on a number. */
interface NumberCondition {
  readonly numeric:
    | readonly ['=' | '<' | '<=' | '>' | '>=', number]
    | readonly ['>' | '>=', number, '<' | '<=', number];
}

/** A condition on any value. */
type AnyCondition =
  | { readonly exists: boolean }
  | {
      readonly 'anything-but':
        | string
        | number
        | readonly string[]
        | readonly number[]
        | { readonly prefix: string | readonly string[] }
        | { readonly suffix: string | readonly string[] }
        | { readonly 'equals-ignore-case': string | readonly string[] }
        | { readonly wildcard: string | readonly string[] };
    };

type Scalar = string | number | boolean | null;

/** What may stand in the list of a field that has values of this type. */
type ValueMatcher<T> =
  | AnyCondition
  | (T extends string ? T | TextCondition : never)
  | (T extends number ? T | NumberCondition : never)
  | (T extends boolean | null ? T : never);

/** The values of a list, and of lists in it; what is no list is itself. */
type ItemOf<T> = T extends readonly (infer Item)[]
  ? Item extends readonly (infer Inner)[]
    ? Inner
    : Item
  : T;

/** The pattern of a field: a list for values and for lists of values, an object for an object and for lists of objects. */
type FieldPattern<T> = unknown extends T
  ? OpenPattern[string]
  : PatternOfItem<Exclude<ItemOf<Exclude<T, undefined>>, undefined>>;

type PatternOfItem<T> =
  | ([Extract<T, Scalar>] extends [never] ? never : readonly ValueMatcher<Extract<T, Scalar>>[])
  | ([Extract<T, object>] extends [never] ? never : PatternOf<Extract<T, object>> | readonly AnyCondition[]);

/** A pattern for objects of a type: its fields complete, and what they cannot be does not compile. */
export type PatternOf<T> = string extends keyof T
  ? OpenPattern
  : { readonly [K in keyof T]?: FieldPattern<T[K]> } & { readonly $or?: readonly PatternOf<T>[] };

/** Names that a branch of `$or` cannot have, and with which an object in a list is a condition instead. */
type OperatorName =
  | 'prefix'
  | 'suffix'
  | 'equals-ignore-case'
  | 'wildcard'
  | 'cidr'
  | 'numeric'
  | 'exists'
  | 'anything-but';

/** What may stand in the list of a field of which nothing is known. */
type OpenCondition =
  | Scalar
  | AnyCondition
  | TextCondition
  // A file of JSON that is imported has no tuples.
  | { readonly numeric: readonly (string | number)[] };

/** A pattern of which nothing is known beforehand; a list of patterns is that of `$or`. */
interface OpenPattern {
  readonly [field: string]:
    | OpenPattern
    | readonly OpenCondition[]
    | readonly (OpenPattern & { readonly [Name in OperatorName]?: never })[];
}

/** The members of an event beside its detail. */
interface Envelope {
  readonly version: string;
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
}

/**
 * An event pattern in EventBridge's own language. With the type of the detail, its fields complete in the editor.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export type EventPattern<Detail = unknown> = unknown extends Detail
  ? OpenPattern
  : PatternOf<Envelope & { readonly detail: Detail }>;

/** The fields that all members of a union have. */
type InCommon<T> = Pick<T, keyof T>;

/** A pattern on the events of a catalogue: with one detail type named, its detail completes; else what all have. */
export type CatalogPattern<Catalog extends EventCatalog> =
  IsOpen<Catalog> extends true
    ? object
    :
        | {
            [Type in DetailTypeOf<Catalog>]: PatternOf<
              Omit<Envelope, 'detail-type'> & { readonly detail: Catalog[Type] }
            > & { readonly 'detail-type': readonly [Type] };
          }[DetailTypeOf<Catalog>]
        | PatternOf<
            Omit<Envelope, 'detail-type'> & {
              readonly 'detail-type': DetailTypeOf<Catalog>;
              readonly detail: InCommon<Catalog[DetailTypeOf<Catalog>]>;
            }
          >;
