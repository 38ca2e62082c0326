/** A single value of an event, as patterns are asked about it. */
export interface FieldValue {
  readonly kind: 'string' | 'number' | 'literal';
  /** The text of a string; a number or a literal as it is written in JSON. */
  readonly text: string;
  /** The value of a number that can be compared. */
  readonly number?: number | undefined;
}
