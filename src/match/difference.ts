/** One place where an event is not what a match asked for, as plain data. */
export interface Difference {
  /** The way to the place: `['detail', 'items', 0, 'sku']`. */
  readonly path: readonly (string | number)[];
  readonly expected: unknown;
  readonly actual: unknown;
  /** What kind of difference it is; `value` when nothing more can be said. */
  readonly kind: 'value' | 'missing' | 'type' | 'length' | 'condition' | 'unexpected';
  /** Where there is nothing: what there is under nearly the same name. */
  readonly near?: string;
  /** What the condition itself says of the reason. */
  readonly cause?: string;
  /** For `condition`: what a pattern asks of this very place, in words. */
  readonly condition?: string;
}

/** Whether it is a place inside the event, and not the event as a whole. */
export function isPlace({ path }: Difference): boolean {
  return path.length > 0;
}
