import type { DetailTypeOf, EventCatalog, IsOpen } from '../base/catalog.js';

/** An operator for strings. */
type StringOperator =
  | { readonly prefix: string | { readonly 'equals-ignore-case': string } }
  | { readonly suffix: string | { readonly 'equals-ignore-case': string } }
  | { readonly 'equals-ignore-case': string }
  | { readonly wildcard: string }
  | { readonly cidr: string };

/** An operator for numbers. */
interface NumberOperator {
  readonly numeric:
    | readonly ['=' | '<' | '<=' | '>' | '>=', number]
    | readonly ['>' | '>=', number, '<' | '<=', number];
}

/** An operator for any value. */
type AnyOperator =
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

/** What the array of a field can contain whose values have this type. */
type ValuePattern<T> =
  | AnyOperator
  | (T extends string ? T | StringOperator : never)
  | (T extends number ? T | NumberOperator : never)
  | (T extends boolean | null ? T : never);

/** The values of an array, and of arrays in it; any other value is itself. */
type ItemOf<T> = T extends readonly (infer Item)[]
  ? Item extends readonly (infer Inner)[]
    ? Inner
    : Item
  : T;

/** The pattern of a field: an array for values and arrays of values, an object for an object and arrays of objects. */
type FieldPattern<T> = unknown extends T
  ? OpenPattern[string]
  : PatternOfItem<Exclude<ItemOf<Exclude<T, undefined>>, undefined>>;

/** Conditional, not a union with a name: so the compiler's errors show the fields. */
type PatternOfItem<T> = [Extract<T, object>] extends [never]
  ? PatternOfScalar<T>
  : PatternOf<Extract<T, object>> | readonly AnyOperator[] | PatternOfScalar<T>;

type PatternOfScalar<T> = [Extract<T, Scalar>] extends [never]
  ? never
  : readonly ValuePattern<Extract<T, Scalar>>[];

/** A pattern for objects of a type: the editor completes its fields, and values that they cannot have do not compile. */
export type PatternOf<T> = string extends keyof T
  ? OpenPattern
  : { readonly [K in keyof T]?: FieldPattern<T[K]> } & { readonly $or?: readonly PatternOf<T>[] };

/** Names that a branch of `$or` cannot have: with them an object in an array is an operator. */
type OperatorName =
  | 'prefix'
  | 'suffix'
  | 'equals-ignore-case'
  | 'wildcard'
  | 'cidr'
  | 'numeric'
  | 'exists'
  | 'anything-but';

/** What the array of a field can contain of which nothing is known. */
type OpenValuePattern =
  | Scalar
  | AnyOperator
  | StringOperator
  // An imported JSON file has no tuples.
  | { readonly numeric: readonly (string | number)[] };

/** A pattern for events of which nothing is known; an array of patterns belongs to `$or`. */
interface OpenPattern {
  readonly [field: string]:
    | OpenPattern
    | readonly OpenValuePattern[]
    | readonly (OpenPattern & { readonly [Name in OperatorName]?: never })[];
}

/** The properties of an event beside its detail. */
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
 * An event pattern in EventBridge's own language. With the type of the detail, the editor completes its fields.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export type EventPattern<Detail = unknown> = unknown extends Detail
  ? OpenPattern
  : PatternOf<Envelope & { readonly detail: Detail }>;

/** The properties that all types of a union have. */
type InCommon<T> = Pick<T, keyof T>;

/** A pattern that names one detail type: its detail. Without a catalog any object, of which the envelope is known. */
type PatternByType<Catalog extends EventCatalog> =
  IsOpen<Catalog> extends true
    ? object | { readonly [Property in keyof Envelope | 'detail' | '$or']?: unknown }
    : {
        [Type in DetailTypeOf<Catalog>]: PatternOf<
          Omit<Envelope, 'detail-type'> & { readonly detail: Catalog[Type] }
        > & { readonly 'detail-type': readonly [Type] };
      }[DetailTypeOf<Catalog>];

/** A pattern that does not: what all details have in common. */
type PatternOfAnyType<Catalog extends EventCatalog> =
  IsOpen<Catalog> extends true
    ? never
    : PatternOf<
        Omit<Envelope, 'detail-type'> & {
          readonly 'detail-type': DetailTypeOf<Catalog>;
          readonly detail: InCommon<Catalog[DetailTypeOf<Catalog>]>;
        }
      >;

/** A pattern for the events of a catalog. */
export type CatalogPattern<Catalog extends EventCatalog> = PatternByType<Catalog> | PatternOfAnyType<Catalog>;
