import { describeArgument } from '../../describe-argument.js';
import type { Stack } from '../stack.js';
import { Unresolved } from '../unresolved.js';
import { findInMap, ifCondition } from './choices.js';
import { getAtt, ref } from './references.js';
import { join, select, split, toJsonString } from './strings-and-arrays.js';
import { sub } from './sub.js';

/** Resolves one function. @returns `undefined` for `AWS::NoValue` @throws {Unresolved} */
type IntrinsicFunction = (argument: unknown, stack: Stack) => unknown;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
const FUNCTIONS: ReadonlyMap<string, IntrinsicFunction> = new Map<string, IntrinsicFunction>([
  ['Ref', ref],
  ['Fn::GetAtt', getAtt],
  ['Fn::Sub', sub],
  ['Fn::Join', join],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::If', ifCondition],
  ['Fn::FindInMap', findInMap],
  ['Fn::ToJsonString', toJsonString],
  ['Fn::ImportValue', importValue],
]);

/** Whether a key makes its object the call of a function. */
export function isFunctionName(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::');
}

/** @throws {Unresolved} for what only a deployment knows */
export function callFunction(name: string, argument: unknown, stack: Stack): unknown {
  const call = FUNCTIONS.get(name);
  if (call !== undefined) return call(argument, stack);
  throw new Unresolved(`The result of ${name} is known only after deployment.`);
}

function importValue(argument: unknown): never {
  throw new Unresolved(`Fn::ImportValue ${describeArgument(argument)} is an output of another stack.`);
}
