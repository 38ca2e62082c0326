/** A single value of an event at a path that a pattern names. */
export type FieldValue =
  | { readonly kind: 'string'; readonly string: string }
  | {
      readonly kind: 'number';
      /** As JSON writes it. */
      readonly json: string;
      /** Its value, when AWS can compare it. */
      readonly number: number | undefined;
    }
  /** `true`, `false` or `null`. */
  | { readonly kind: 'literal'; readonly json: string };
