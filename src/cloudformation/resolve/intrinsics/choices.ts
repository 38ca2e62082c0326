import { isObject } from '../../../base/json/json.js';
import { describeArgument } from '../../describe-argument.js';
import type { Stack } from '../stack.js';
import { Unresolved } from '../unresolved.js';
import { arrayArgument, stringArgument } from './arguments.js';

/** `Fn::If`: `[condition, value if true, value if false]`. */
export function ifCondition(argument: unknown, stack: Stack): unknown {
  const [condition, whenTrue, whenFalse] = arrayArgument(argument, 'Fn::If');
  const isTrue = stack.isConditionTrue(stringArgument(condition, 'Fn::If'));
  return stack.resolve(isTrue ? whenTrue : whenFalse);
}

/** `Fn::FindInMap`: `[map, top-level key, second-level key]`. */
export function findInMap(argument: unknown, stack: Stack): unknown {
  const keys = arrayArgument(argument, 'Fn::FindInMap').map((key) =>
    stringArgument(stack.resolve(key), 'Fn::FindInMap'),
  );
  let found: unknown = stack.template.mappings;
  for (const key of keys) found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  const path = describeArgument(keys.join('.'));
  if (found === undefined) throw new Unresolved(`Fn::FindInMap: Mappings has no value at ${path}.`);
  if (isScalar(found) || (Array.isArray(found) && found.every(isScalar))) return found;
  throw new Unresolved(
    `Fn::FindInMap: the value at ${path} must be a string or an array of strings, not ${describeArgument(found)}.`,
  );
}

/** CloudFormation allows no functions in mappings; numbers and booleans are what YAML makes of strings. */
function isScalar(value: unknown): boolean {
  return typeof value !== 'object' && value !== undefined;
}
