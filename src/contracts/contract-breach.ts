import type { JsonObject } from '../base/json/json.js';

/** A detail that breaks the contract of its events, as a test reads it. */
export interface ContractBreach {
  readonly source: string;
  readonly detailType: string;
  /** What the schema says, and where in the detail. */
  readonly issues: readonly { readonly path: readonly (string | number)[]; readonly message: string }[];
  /** The detail, parsed. */
  readonly detail: JsonObject;
  /** The calls that have sent it, counted from 1. */
  readonly calls: readonly number[];
  /** The line that declared the contract. */
  readonly declaredAt?: string;
}
