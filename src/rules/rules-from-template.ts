import type { CallSite } from '../base/call-site.js';
import { wrongUse } from '../base/errors.js';
import { readContents, type TemplateNote } from '../cloudformation/contents.js';
import { parseTemplate } from '../cloudformation/parse-template.js';
import { readTemplate } from '../cloudformation/template.js';
import { isBusName } from '../service/event-bus.js';
import { checkRuleName, createRule } from './create-rule.js';
import type { Rule } from './rule.js';
import { type RuleRegistry, ruleKey } from './rule-registry.js';

/** What `rulesFrom` found in a template. */
export interface TemplateReport {
  /** The names of the rules that are declared now. */
  readonly rules: readonly string[];
  /** The names of the buses that the template creates: they exist now. */
  readonly buses: readonly string[];
  /** Rules and buses that receive no event: disabled rules, rules with only a schedule, conditions that are false. */
  readonly skipped: readonly TemplateNote[];
  /** What is known only after deployment, and was left out: values of other stacks, nested stacks, macros. */
  readonly unresolved: readonly TemplateNote[];
}

/**
 * What declaring the rules of a template needs of the fake.
 * @internal
 */
export interface RulesFromTemplateDeps {
  readonly registry: RuleRegistry;
  readonly region: string;
  readonly account: string;
  readonly addBus: (name: string) => void;
}

/**
 * Declares the rules of a template, all or none of them.
 * @param site the line that passed the template
 * @internal
 */
export function declareRulesFrom(
  template: unknown,
  parameters: ReadonlyMap<string, string>,
  site: CallSite,
  deps: RulesFromTemplateDeps,
): TemplateReport {
  const document = typeof template === 'string' ? parseTemplate(template) : template;
  const { rules, buses, skipped, unresolved } = readContents(readTemplate(document), deps, parameters);
  const declared = new Map<string, Rule>();
  for (const { name, logicalId, eventPattern, bus } of rules) {
    if (name === logicalId) checkLogicalId(logicalId);
    else checkRuleName(name);
    const rule = createRule(name, eventPattern, { bus }, site, deps.registry);
    const key = ruleKey(rule);
    if (declared.has(key))
      throw wrongUse(`rulesFrom: the template has two rules named "${name}" on the bus ${rule.bus}.`);
    declared.set(key, rule);
  }
  for (const bus of buses) checkBusName(bus);
  for (const bus of buses) deps.addBus(bus);
  for (const rule of declared.values()) deps.registry.add(rule);
  return Object.freeze({
    rules: Object.freeze(rules.map(({ name }) => name)),
    buses: Object.freeze(buses),
    skipped: frozen(skipped),
    unresolved: frozen(unresolved),
  });
}

/** Logical ids are alphanumeric. They may be longer than a name: AWS cuts the name that it makes from one. */
function checkLogicalId(id: string): void {
  if (/^[A-Za-z0-9]+$/.test(id)) return;
  throw wrongUse(`rulesFrom: a logical id must consist of letters and digits, not ${JSON.stringify(id)}.`);
}

function checkBusName(name: string): void {
  if (!name.includes(':') && isBusName(name)) return;
  throw wrongUse(`rulesFrom: ${JSON.stringify(name)} is not the name of an event bus.`);
}

function frozen(notes: readonly TemplateNote[]): readonly TemplateNote[] {
  return Object.freeze(notes.map((note) => Object.freeze(note)));
}
