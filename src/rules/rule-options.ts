import { checkKeys } from '../base/check-keys.js';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json/json.js';
import { describeValue } from '../base/words/describe-value.js';
import { isBusName } from '../service/event-bus.js';
import type { RuleTarget } from './rule.js';

/** The options of a rule. */
export interface RuleOptions {
  /** The name or the ARN of its bus. Default `default`. */
  readonly bus?: string;
  /** Receives each event that matches, as EventBridge would send it. */
  readonly target?: RuleTarget;
}

/** The options of `rulesFrom`. */
export interface TemplateOptions {
  /**
   * Values of the template's parameters, instead of their defaults. `AWS::StackName` (default `test-stack`),
   * `AWS::StackId` (default: an ARN with the name of the stack) and `AWS::NotificationARNs` (default: none) can be passed
   * as well.
   */
  readonly parameters?: Readonly<Record<string, string>>;
}

/**
 * Checks the options of `rulesFrom`.
 * @returns the parameters
 * @internal
 */
export function checkTemplateOptions(given: unknown): ReadonlyMap<string, string> {
  const { parameters = {} } = checkKeys(given, ['parameters'], 'rulesFrom');
  if (!isObject(parameters))
    throw wrongUse(
      `rulesFrom: parameters must be an object such as { Stage: "test" }, not ${describeValue(parameters)}.`,
    );
  return new Map(
    Object.entries(parameters).map(([name, value]) => {
      if (typeof value === 'string') return [name, value] as const;
      throw wrongUse(
        `rulesFrom: the parameter ${JSON.stringify(name)} must be a string, not ${describeValue(value)}.`,
      );
    }),
  );
}

/**
 * Checks the options of a rule.
 * @param who the rule, for the message of the error
 * @internal
 */
export function checkRuleOptions(given: unknown, who: string): RuleOptions {
  const options = checkKeys(given, ['bus', 'target'], who);
  const { bus, target } = options;
  if (bus !== undefined && (typeof bus !== 'string' || !isBusName(bus)))
    throw wrongUse(`${who}: bus must be the name or the ARN of an event bus, not ${describeValue(bus)}.`);
  if (target !== undefined && typeof target !== 'function')
    throw wrongUse(
      `${who}: target must be a function that receives the event, not ${describeValue(target)}.`,
    );
  return options;
}
