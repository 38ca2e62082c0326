/** One difference between an event and a match, as plain data. */
export interface Difference {
  /** Where it is: `['detail', 'items', 0, 'sku']`; empty when it is about the event as a whole. */
  readonly path: readonly (string | number)[];
  readonly expected: unknown;
  readonly actual: unknown;
  /** What kind of difference it is; `value` when nothing more can be said. */
  readonly kind: 'value' | 'missing' | 'type' | 'length' | 'condition' | 'unexpected';
  /** For `missing`: a property that the event has, with nearly the same name. */
  readonly near?: string;
  /** Why a condition does not hold, in its own words. */
  readonly cause?: string;
  /** For `condition`: what a pattern expects at this path, in words. */
  readonly condition?: string;
}
