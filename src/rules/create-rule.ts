import { type CallSite, declaredAt } from '../base/call-site.js';
import { FakeEventBridgeError, messageOf, wrongUse } from '../base/errors.js';
import { describeValue } from '../base/words/describe-value.js';
import { patternText } from '../pattern/compile.js';
import { DEFAULT_BUS } from '../service/event-bus.js';
import type { Rule } from './rule.js';
import { checkRuleOptions } from './rule-options.js';
import { RulePattern } from './rule-pattern.js';
import type { RuleRegistry } from './rule-registry.js';

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html */
const RULE_NAME = /^[.\-_A-Za-z0-9]{1,64}$/;

/**
 * Makes a rule of what a user or a template says, and stores nothing: a rule that is refused leaves no trace.
 * @throws {FakeEventBridgeError} for a pattern or options that EventBridge would refuse, and for a name that is taken
 * @internal
 */
export function createRule(
  name: string,
  eventPattern: unknown,
  options: unknown,
  site: CallSite,
  registry: RuleRegistry,
): Rule {
  const who = `rule "${name}"`;
  const { bus = DEFAULT_BUS, target } = checkRuleOptions(options, who);
  const known = registry.find(name, bus);
  if (known !== undefined) {
    throw wrongUse(
      `${who}: the bus ${bus} already has a rule of this name${declaredAt(known.site.location)}. Use another name, or call eb.reset() between tests.`,
    );
  }
  try {
    const pattern = new RulePattern(patternText(eventPattern, who));
    return { name, bus, pattern, target, site };
  } catch (error) {
    if (error instanceof FakeEventBridgeError) throw error;
    throw wrongUse(`${who}${declaredAt(site.location)}: ${messageOf(error)}`);
  }
}

/**
 * Refuses what is not the name of a rule.
 * @internal
 */
export function checkRuleName(name: unknown): asserts name is string {
  if (typeof name === 'string' && RULE_NAME.test(name)) return;
  throw wrongUse(
    `rule: the name must be 1 to 64 letters, digits, dots, hyphens and underscores, not ${describeValue(name)}.`,
  );
}
