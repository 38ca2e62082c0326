import { isObject } from '../base/json.js';
import { resolve, type Stack } from './intrinsics.js';
import { Unresolved } from './unresolved.js';

/**
 * Whether a condition of a template holds.
 * @throws {Unresolved} when that is not known before the deployment
 */
export function holds(condition: unknown, stack: Stack, seen: readonly string[] = []): boolean {
  if (!isObject(condition))
    throw new Unresolved(`a condition is a function, not ${JSON.stringify(condition)}`);
  const [[name, argument] = ['', undefined]] = Object.entries(condition);
  const parts = Array.isArray(argument) ? argument : [];
  switch (name) {
    case 'Condition':
      return holdsByName(String(argument), stack, seen);
    case 'Fn::Equals':
      return comparable(resolve(parts[0], stack)) === comparable(resolve(parts[1], stack));
    case 'Fn::Not':
      return !holds(parts[0], stack, seen);
    case 'Fn::And':
      return parts.every((part) => holds(part, stack, seen));
    case 'Fn::Or':
      return parts.some((part) => holds(part, stack, seen));
    default:
      throw new Unresolved(`${name} is no condition`);
  }
}

/** CloudFormation compares texts: the parameter `"true"` is equal to a `true` that YAML has read as a boolean. */
function comparable(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function holdsByName(name: string, stack: Stack, seen: readonly string[]): boolean {
  const condition = stack.template.conditions.get(name);
  if (condition === undefined) throw new Unresolved(`the template has no condition "${name}"`);
  if (seen.includes(name)) throw new Unresolved(`the condition "${name}" asks itself`);
  return holds(condition, stack, [...seen, name]);
}
