import { DEFAULT_BUS } from '../service/event-bus.js';
import type { Stack } from './resolve/stack.js';
import { Unresolved } from './resolve/unresolved.js';
import type { RuleDeclaration } from './rule-declarations.js';

/**
 * A rule that a template declares.
 * @internal
 */
export interface TemplateRule {
  /** Its own name, or the logical id from which AWS makes a name. */
  readonly name: string;
  readonly logicalId: string;
  readonly eventPattern: unknown;
  /** The name or the ARN of its bus. */
  readonly bus: string;
}

/**
 * Resolves the functions in the declaration of a rule.
 * @returns the rule, or why it receives no event
 * @throws {Unresolved} for what only a deployment knows
 */
export function resolveRule(declaration: RuleDeclaration, stack: Stack): TemplateRule | string {
  const { id } = declaration;
  const enabled = stack.resolve(declaration.enabled);
  const isDisabled =
    stack.resolve(declaration.state) === 'DISABLED' || enabled === false || enabled === 'false';
  if (isDisabled) return 'It is disabled.';
  const eventPattern = stack.resolve(declaration.eventPattern);
  if (eventPattern === undefined && stack.resolve(declaration.schedule) !== undefined)
    return 'It has a schedule and no event pattern.';
  const bus = stack.resolve(declaration.bus) ?? DEFAULT_BUS;
  if (typeof bus !== 'string') throw new Unresolved('Its event bus is not a string.');
  return { name: nameOf(declaration, stack), logicalId: id, eventPattern, bus };
}

/** A name only labels the rule: the logical id replaces one that is not known. */
function nameOf({ id, name }: RuleDeclaration, stack: Stack): string {
  try {
    const resolved = stack.resolve(name);
    return typeof resolved === 'string' ? resolved : id;
  } catch (error) {
    if (error instanceof Unresolved) return id;
    throw error;
  }
}
