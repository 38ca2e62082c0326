import { describeArgument } from './describe-argument.js';
import { readParameters } from './parameters.js';
import type { Deployment } from './pseudo-parameters.js';
import { Resolver } from './resolve/resolver.js';
import { Unresolved } from './resolve/unresolved.js';
import { resolveRule, type TemplateRule } from './resolve-rule.js';
import { ruleDeclarations } from './rule-declarations.js';
import { EVENT_BUS, type Resource, type Template } from './template.js';

/** Something in a template that `rulesFrom` left out, and why. */
export interface TemplateNote {
  /** The logical id. */
  readonly resource: string;
  readonly reason: string;
}

/**
 * What a template says about EventBridge.
 * @internal
 */
export interface TemplateContents {
  readonly rules: readonly TemplateRule[];
  readonly buses: readonly string[];
  /** Rules and buses that receive no event. */
  readonly skipped: readonly TemplateNote[];
  /** What is known only after deployment. */
  readonly unresolved: readonly TemplateNote[];
}

const MACRO = 'A macro of CloudFormation creates resources here. Pass the processed template.';
const NESTED = 'It is a nested stack. Pass its template to rulesFrom as well.';
const NESTED_STACKS = ['AWS::CloudFormation::Stack', 'AWS::Serverless::Application'];

/**
 * Finds the rules and the buses of a template.
 * @param parameters values that replace the defaults of the template's parameters
 * @throws {FakeEventBridgeError} for what CloudFormation refuses: unknown parameters, cycles
 * @internal
 */
export function readContents(
  template: Template,
  deployment: Deployment,
  parameters: ReadonlyMap<string, string> = new Map(),
): TemplateContents {
  const stack = new Resolver(template, readParameters(template.parameters, parameters, deployment));
  const rules: TemplateRule[] = [];
  const buses: string[] = [];
  const skipped: TemplateNote[] = [];
  const unresolved: TemplateNote[] = template.macros.map((resource) => ({ resource, reason: MACRO }));

  /** @param read adds what it finds, or returns why nothing of it receives events */
  const visit = (id: string, { condition }: Resource, read: () => string | undefined) => {
    try {
      const reason = stack.withinResource(id, () =>
        condition !== undefined && !stack.isConditionTrue(condition)
          ? `Its condition ${describeArgument(condition)} is false.`
          : read(),
      );
      if (reason !== undefined) skipped.push({ resource: id, reason });
    } catch (error) {
      if (!(error instanceof Unresolved)) throw error;
      unresolved.push({ resource: id, reason: error.reason });
    }
  };
  for (const [id, resource] of template.resources) {
    if (resource.type === EVENT_BUS)
      visit(id, resource, () => {
        const bus = stack.bus(id);
        if (bus !== undefined) buses.push(bus.name);
        return undefined;
      });
    else if (NESTED_STACKS.includes(resource.type))
      visit(id, resource, () => {
        throw new Unresolved(NESTED);
      });
    else
      for (const declaration of ruleDeclarations(id, resource))
        visit(declaration.id, resource, () => {
          const rule = resolveRule(declaration, stack);
          if (typeof rule === 'string') return rule;
          rules.push(rule);
          return undefined;
        });
  }
  return { rules, buses, skipped, unresolved };
}
