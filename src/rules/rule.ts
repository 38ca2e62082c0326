import type { CallSite } from '../base/call-site.js';
import type { EventEnvelope } from '../service/envelope.js';
import type { RulePattern } from './rule-pattern.js';

/** What a rule does with an event that it matched. */
export type RuleTarget = (event: EventEnvelope) => unknown;

/**
 * A declared rule.
 * @internal
 */
export interface Rule {
  readonly name: string;
  /** The name or the ARN of its bus, as it was declared. */
  readonly bus: string;
  readonly pattern: RulePattern;
  readonly target: RuleTarget | undefined;
  /** The line that declared it. */
  readonly site: CallSite;
}
