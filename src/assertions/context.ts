import type { CallbackErrors } from '../base/callback-errors.js';
import type { ContractRegistry } from '../contracts/contract-registry.js';
import type { FaultPlan } from '../faults/fault-plan.js';
import type { Journal } from '../journal/journal.js';
import type { LogicalEvents } from '../journal/logical-events/logical-events.js';
import type { CompiledMatch } from '../match/compile-match.js';
import type { Deliveries } from '../rules/deliveries.js';
import type { RuleRegistry } from '../rules/rule-registry.js';
import type { Limits } from '../service/put-events-types.js';
import type { SentEntry } from '../service/sent-entry.js';
import type { AllowedProblems } from './checks/verify/allowed-problems.js';
import type { ReportedProblems } from './checks/verify/reported-problems.js';

/** What assertions read. */
export interface AssertionContext {
  readonly journal: Journal;
  /** The published events that assertions are about: all of them, or those of one bus. */
  readonly events: () => readonly SentEntry[];
  /** What assertions are about, as a user would write it: `eb`, `eb.bus("orders")`. */
  readonly subject: string;
  /** ` on the bus orders`, where assertions are limited to one; else empty. */
  readonly scopeText: string;
  readonly logicalEvents: LogicalEvents;
  readonly plan: FaultPlan;
  readonly compileMatch: (match: unknown, method: string) => CompiledMatch;
  readonly limits: Limits;
  /** Whether a stray request fails `verify()`. */
  readonly straysFail: boolean;
  /** Names and ARNs of the buses that exist beside `default`; `undefined` when every valid name exists. */
  readonly buses: ReadonlySet<string> | undefined;
  readonly contracts: ContractRegistry;
  readonly rules: RuleRegistry;
  readonly deliveries: Deliveries;
  /** What functions of the test threw while a request was served: every assertion reports it. */
  readonly callbackErrors: CallbackErrors;
  readonly allowed: AllowedProblems;
  /** That the `send` of a connected class is a mock, so that requests may never reach the fake. */
  readonly mockedSend: () => string | undefined;
  readonly reported: ReportedProblems;
  /** The bus that assertions are limited to, by name or ARN. */
  readonly scope?: string;
}
