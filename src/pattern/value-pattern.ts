import type { CidrRange } from './cidr.js';
import type { Wildcard } from './wildcard.js';

/** One condition on the value of a field. The kinds are those of AWS's language; lists hold any number of values. */
export type ValuePattern =
  /** Equal in type and text; a number also by its value, a text that is an IP address also by its bytes. */
  | {
      readonly kind: 'exact';
      readonly type: 'string' | 'number' | 'literal';
      readonly text: string;
      readonly number?: number | undefined;
      readonly address?: readonly number[] | undefined;
    }
  | {
      readonly kind: 'prefix' | 'suffix' | 'prefix-ignore-case' | 'suffix-ignore-case' | 'equals-ignore-case';
      readonly text: string;
    }
  | { readonly kind: 'wildcard'; readonly wildcard: Wildcard }
  | { readonly kind: 'numeric'; readonly range: NumericRange }
  | { readonly kind: 'cidr'; readonly range: CidrRange }
  | { readonly kind: 'exists'; readonly exists: boolean }
  /** True of every value that is there and that none of these is true of. */
  | { readonly kind: 'anything-but'; readonly none: readonly ValuePattern[] };

/** A range of numbers; an end that is left out is open to infinity. */
export interface NumericRange {
  readonly bottom: number;
  readonly isBottomOpen: boolean;
  readonly top: number;
  readonly isTopOpen: boolean;
}
