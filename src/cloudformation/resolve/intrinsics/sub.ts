import { isObject } from '../../../base/json/json.js';
import { refuseSize } from '../resolved-size.js';
import type { Stack } from '../stack.js';
import { printableArgument, stringArgument } from './arguments.js';
import { attribute, reference } from './references.js';

/**
 * `Fn::Sub`: `${Name}`, `${Resource.Attribute}`, and `${!Literal}` that stays. Searched from one brace to the next: a
 * regular expression looks for a closing brace again from each `${`.
 */
export function sub(argument: unknown, stack: Stack): string {
  const [string, variables] = Array.isArray(argument) ? argument : [argument, {}];
  const template = stringArgument(string, 'Fn::Sub');
  const values = isObject(variables) ? variables : {};
  let result = '';
  let at = 0;
  for (let open = template.indexOf('${'); open >= 0; open = template.indexOf('${', at)) {
    const close = template.indexOf('}', open);
    if (close < 0) break;
    result += template.slice(at, open) + placeholder(template.slice(open + 2, close).trim(), values, stack);
    refuseSize(result.length);
    at = close + 1;
  }
  return result + template.slice(at);
}

function placeholder(name: string, values: Record<string, unknown>, stack: Stack): string {
  if (name.startsWith('!')) return `\${${name.slice(1)}}`;
  return printableArgument(variable(name, values, stack), 'Fn::Sub');
}

function variable(name: string, values: Record<string, unknown>, stack: Stack): unknown {
  if (Object.hasOwn(values, name)) return stack.resolve(values[name]);
  const dot = name.indexOf('.');
  return dot < 0 ? reference(name, stack) : attribute(name.slice(0, dot), name.slice(dot + 1), stack);
}
