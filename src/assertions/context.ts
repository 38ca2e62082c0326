import type { ContractRegistry } from '../contracts/contract-registry.js';
import type { FaultPlan } from '../faults/fault-plan.js';
import type { Journal } from '../journal/journal.js';
import type { Ledger } from '../journal/ledger.js';
import type { CompiledMatch } from '../match/compile-match.js';
import type { Deliveries } from '../rules/deliveries.js';
import type { RuleRegistry } from '../rules/rule-registry.js';

/** What claims read. */
export interface AssertionContext {
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly plan: FaultPlan;
  readonly compileMatch: (match: unknown, method: string) => CompiledMatch;
  /** Whether an operation that is not faked breaks `verify()`. */
  readonly straysFail: boolean;
  /** The buses that exist beside `default`; `undefined` when every one does. */
  readonly buses: ReadonlySet<string> | undefined;
  /** The name under which events of a bus are recorded, from its name or ARN. */
  readonly busName: (nameOrArn: string) => string;
  readonly contracts: ContractRegistry;
  /** The bus that claims are limited to; without one they are about all events. */
  readonly scope?: string;
  readonly book: RuleRegistry;
  readonly deliveries: Deliveries;
}
