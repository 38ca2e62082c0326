import { describeArgument } from '../../describe-argument.js';
import type { Stack } from '../stack.js';
import { Unresolved } from '../unresolved.js';
import { arrayArgument, stringArgument } from './arguments.js';

/** `Ref` of a parameter, a pseudo parameter, or a bus: its name. */
export function ref(argument: unknown, stack: Stack): unknown {
  return reference(stringArgument(argument, 'Ref'), stack);
}

/** The value of `Ref`, and of `${Name}` in `Fn::Sub`. */
export function reference(name: string, stack: Stack): unknown {
  if (name === 'AWS::NoValue') return undefined;
  const value = stack.parameters.values.get(name);
  if (value !== undefined) return value;
  const missing = stack.parameters.missing.get(name);
  if (missing !== undefined) throw new Unresolved(missing);
  const bus = stack.bus(name);
  if (bus !== undefined) return bus.name;
  const shown = describeArgument(name);
  if (stack.template.resources.has(name))
    throw new Unresolved(`Ref ${shown}: the name of the resource is known only after deployment.`);
  throw new Unresolved(`Ref ${shown}: the template has no parameter or resource of this name.`);
}

/** `Fn::GetAtt` of a bus: its name or ARN. The argument is `"Bus.Arn"` or `["Bus", "Arn"]`. */
export function getAtt(argument: unknown, stack: Stack): unknown {
  const [id, ...names] =
    typeof argument === 'string' ? argument.split('.') : arrayArgument(argument, 'Fn::GetAtt');
  const name = names.map((part) => stringArgument(stack.resolve(part), 'Fn::GetAtt')).join('.');
  return attribute(stringArgument(id, 'Fn::GetAtt'), name, stack);
}

/** The value of `Fn::GetAtt`, and of `${Resource.Attribute}` in `Fn::Sub`. */
export function attribute(id: string, name: string, stack: Stack): string {
  const bus = name === 'Name' || name === 'Arn' ? stack.bus(id) : undefined;
  if (bus !== undefined) return name === 'Arn' ? bus.arn : bus.name;
  throw new Unresolved(`Fn::GetAtt ${describeArgument(`${id}.${name}`)} is known only after deployment.`);
}
