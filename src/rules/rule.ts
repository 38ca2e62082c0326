import type { EventEnvelope } from '../service/envelope.js';

/** What a rule does with an event that it matched. */
export type RuleTarget = (event: EventEnvelope) => unknown;

/**
 * A compiled pattern, as rules use it.
 * @internal
 */
export interface CompiledRulePattern {
  /** The pattern as JSON, for indexing and for explanations. */
  readonly text: string;
  matchesValue(event: unknown): boolean;
  matchesText(event: string): boolean;
}

/**
 * A declared rule.
 * @internal
 */
export interface Rule {
  readonly name: string;
  /** The name or the ARN of its bus, as it was declared. */
  readonly bus: string;
  readonly pattern: CompiledRulePattern;
  readonly target: RuleTarget | undefined;
  /** The line that declared it. */
  readonly location: string | undefined;
}
