import { describeArgument } from '../describe-argument.js';
import { arrayArgument, stringArgument } from './intrinsics/arguments.js';
import type { Stack } from './stack.js';
import { Unresolved } from './unresolved.js';

/**
 * Evaluates a condition function of a template.
 * @throws {Unresolved} when the result is not known before the deployment
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html
 */
export function evaluateCondition(condition: object, stack: Stack): boolean {
  const [[name, argument] = ['', undefined], ...others] = Object.entries(condition);
  if (others.length > 0) throw notACondition(condition);
  switch (name) {
    case 'Condition':
      return stack.isConditionTrue(stringArgument(argument, name));
    case 'Fn::Equals': {
      const [left, right] = arrayArgument(argument, name);
      return comparable(stack.resolve(left)) === comparable(stack.resolve(right));
    }
    case 'Fn::Not':
      return !stack.isTrue(arrayArgument(argument, name)[0]);
    case 'Fn::And':
      return arrayArgument(argument, name).every((part) => stack.isTrue(part));
    case 'Fn::Or':
      return arrayArgument(argument, name).some((part) => stack.isTrue(part));
    default:
      throw notACondition(condition);
  }
}

export function notACondition(value: unknown): Unresolved {
  return new Unresolved(
    `A condition must be an object with one function, such as { "Fn::Equals": […] }, not ${describeArgument(value)}.`,
  );
}

/** CloudFormation compares strings: the parameter `"true"` is equal to a `true` that YAML reads as a boolean. */
function comparable(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
