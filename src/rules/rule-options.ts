import { describeValue } from '../base/describe-value.js';
import { list } from '../base/english.js';
import { wrongUse } from '../base/errors.js';
import { isObject } from '../base/json.js';
import { didYouMean } from '../base/suggestion.js';
import { isBusName } from '../service/event-bus.js';
import type { RuleTarget } from './rule.js';

/** What a rule can be told beside its pattern. */
export interface RuleOptions {
  /** The name or the ARN of its bus. Default `default`. */
  readonly bus?: string;
  /** Receives each event that matches, as EventBridge would send it. */
  readonly target?: RuleTarget;
}

/**
 * The parameters of a template that a user gave.
 * @internal
 */
export function checkedParameters(options: unknown): Readonly<Record<string, string>> {
  const { parameters = {} } = optionsAmong(['parameters'], options, 'rulesFrom');
  if (isObject(parameters) && Object.values(parameters).every((value) => typeof value === 'string'))
    return parameters as Record<string, string>;
  throw wrongUse('rulesFrom: parameters are texts by the names of parameters: { Stage: "test" }.');
}

function optionsAmong(known: readonly string[], options: unknown, who: string): Record<string, unknown> {
  if (!isObject(options))
    throw wrongUse(`${who}: the options are { ${known.join(', ')} }, not ${describeValue(options)}.`);
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue;
    const there = known.length === 1 ? `There is ${list(known)}.` : `There are ${list(known)}.`;
    throw wrongUse(`${who}: there is no option "${key}".${didYouMean(key, known)} ${there}`);
  }
  return options;
}

/**
 * The options of a rule that a user gave.
 * @internal
 */
export function checkedOptions(name: string, given: unknown): RuleOptions {
  const options = optionsAmong(['bus', 'target'], given, `rule "${name}"`);
  const { bus, target } = options;
  if (bus !== undefined && (typeof bus !== 'string' || !isBusName(bus))) {
    throw wrongUse(
      `rule "${name}": bus must be the name or the ARN of an event bus, not ${describeValue(bus)}.`,
    );
  }
  if (target !== undefined && typeof target !== 'function') {
    throw wrongUse(
      `rule "${name}": target must be a function that receives the event, not ${describeValue(target)}.`,
    );
  }
  return options;
}
