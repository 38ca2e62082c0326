import { describeArgument } from '../../describe-argument.js';
import { refuseSize } from '../resolved-size.js';
import type { Stack } from '../stack.js';
import { Unresolved } from '../unresolved.js';
import { arrayArgument, printableArgument, stringArgument } from './arguments.js';

/** `Fn::Join`: `[separator, array]`. */
export function join(argument: unknown, stack: Stack): string {
  const [separator, items] = arrayArgument(argument, 'Fn::Join');
  const between = stringArgument(separator, 'Fn::Join');
  const strings = arrayArgument(stack.resolve(items), 'Fn::Join').map((item) =>
    printableArgument(item, 'Fn::Join'),
  );
  refuseSize(strings.reduce((sum, { length }) => sum + length + between.length, 0));
  return strings.join(between);
}

/** `Fn::Split`: `[separator, string]`. */
export function split(argument: unknown, stack: Stack): string[] {
  const [separator, whole] = arrayArgument(argument, 'Fn::Split');
  return stringArgument(stack.resolve(whole), 'Fn::Split').split(stringArgument(separator, 'Fn::Split'));
}

/** `Fn::Select`: `[index, array]`. */
export function select(argument: unknown, stack: Stack): unknown {
  const [index, items] = arrayArgument(argument, 'Fn::Select');
  const array = arrayArgument(stack.resolve(items), 'Fn::Select');
  const at = printableArgument(stack.resolve(index), 'Fn::Select');
  const item = array[Number(at)];
  if (item !== undefined) return item;
  throw new Unresolved(`Fn::Select: an array of ${array.length} has no item ${describeArgument(at)}.`);
}

/** `Fn::ToJsonString`: an object or an array as JSON. */
export function toJsonString(argument: unknown, stack: Stack): string | undefined {
  return JSON.stringify(stack.resolve(argument));
}
