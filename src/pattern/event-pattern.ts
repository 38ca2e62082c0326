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

/** What may stand in the list of a field that has values of this type. */
type ValueCondition<T> =
  | AnyCondition
  | (T extends string ? T | TextCondition : never)
  | (T extends number ? T | NumberCondition : never)
  | (T extends boolean | null ? T : never);

/** The pattern of a field: a list for a value or for a list of values, an object for an object or a list of objects. */
type FieldPattern<T> = T extends readonly (infer Item)[]
  ? FieldPattern<Item>
  : T extends string | number | boolean | null
    ? readonly ValueCondition<T>[]
    : T extends object
      ? PatternOf<T> | readonly AnyCondition[]
      : never;

/** A pattern for objects of a type: its fields complete, and what they cannot be does not compile. */
export type PatternOf<T> = { readonly [K in keyof T]?: FieldPattern<NonNullable<T[K]>> } & {
  readonly $or?: readonly PatternOf<T>[];
};

/** A pattern of which nothing is known beforehand. */
interface OpenPattern {
  readonly [field: string]: OpenPattern | readonly (string | number | boolean | null | object)[];
}

/**
 * An event pattern in EventBridge's own language. With the type of the detail, its fields complete in the editor.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export type EventPattern<Detail = unknown> = unknown extends Detail
  ? OpenPattern
  : PatternOf<{
      version: string;
      id: string;
      'detail-type': string;
      source: string;
      account: string;
      time: string;
      region: string;
      resources: readonly string[];
      detail: Detail;
    }>;
