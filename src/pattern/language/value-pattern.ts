import type { AddressBlock } from './ip-address.js';
import type { Wildcard } from './wildcard/wildcard.js';

/** One alternative that a pattern gives for the value of a field. The kinds are those of AWS's language. */
export type ValuePattern =
  | {
      readonly kind: 'exact';
      readonly type: 'string';
      readonly string: string;
      /** A string that is an IP address is compared as one (AWS's engine makes a block of it). */
      readonly address?: AddressBlock | undefined;
    }
  | {
      readonly kind: 'exact';
      readonly type: 'number';
      /** As it is written. */
      readonly json: string;
      /** Its value, when AWS can compare it. */
      readonly number: number | undefined;
    }
  | { readonly kind: 'exact'; readonly type: 'literal'; readonly json: string }
  | {
      readonly kind: 'prefix' | 'suffix' | 'prefix-ignore-case' | 'suffix-ignore-case' | 'equals-ignore-case';
      readonly string: string;
    }
  | { readonly kind: 'wildcard'; readonly wildcard: Wildcard }
  | { readonly kind: 'numeric'; readonly range: NumericRange }
  | { readonly kind: 'cidr'; readonly block: AddressBlock }
  | { readonly kind: 'exists'; readonly exists: boolean }
  /** Matches every value that is present and matches none of these. */
  | { readonly kind: 'anything-but'; readonly none: readonly ValuePattern[] };

/** A range of numbers; an end that is left out is infinite. */
export interface NumericRange {
  readonly bottom: number;
  readonly isBottomOpen: boolean;
  readonly top: number;
  readonly isTopOpen: boolean;
}
