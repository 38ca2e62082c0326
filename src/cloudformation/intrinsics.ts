import { isObject } from '../base/json.js';
import { holds } from './conditions.js';
import type { Template } from './template.js';
import { Unresolved } from './unresolved.js';

/** What a template is resolved against. */
export interface Stack {
  readonly template: Template;
  readonly region: string;
  readonly account: string;
  /** The name and the ARN of a bus that the template creates, by its logical id. */
  readonly busOf: (logicalId: string) => { readonly name: string; readonly arn: string } | undefined;
}

/** Stands for a member that `AWS::NoValue` takes away. */
const NO_VALUE = Symbol('AWS::NoValue');

/**
 * Resolves CloudFormation's intrinsic functions in a value.
 * @throws {Unresolved} for what only a deployment knows: nothing is guessed
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export function resolve(value: unknown, stack: Stack): unknown {
  const resolved = resolveAny(value, stack);
  return resolved === NO_VALUE ? undefined : resolved;
}

function resolveAny(value: unknown, stack: Stack): unknown {
  if (Array.isArray(value))
    return value.map((item) => resolveAny(item, stack)).filter((item) => item !== NO_VALUE);
  if (typeof value === 'string') return withoutDynamicReference(value);
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  const [name = ''] = keys;
  if (keys.length === 1 && (name === 'Ref' || name.startsWith('Fn::')))
    return resultOf(name, value[name], stack);
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, resolveAny(member, stack)] as const)
      .filter(([, member]) => member !== NO_VALUE),
  );
}

/** `{{resolve:ssm:…}}` and its like: CloudFormation looks the value up when it deploys. */
function withoutDynamicReference(value: string): string {
  if (!value.includes('{{resolve:')) return value;
  throw new Unresolved(
    `${JSON.stringify(value)} is a dynamic reference: it is not known before the deployment`,
  );
}

function resultOf(name: string, argument: unknown, stack: Stack): unknown {
  const result = callIntrinsic(name, argument, stack);
  return typeof result === 'string' ? withoutDynamicReference(result) : result;
}

function callIntrinsic(name: string, argument: unknown, stack: Stack): unknown {
  switch (name) {
    case 'Ref':
      return reference(text(argument, name), stack);
    case 'Fn::GetAtt':
      return attribute(argument, stack);
    case 'Fn::Sub':
      return substitute(argument, stack);
    case 'Fn::Join':
      return join(argument, stack);
    case 'Fn::Select':
      return select(argument, stack);
    case 'Fn::Split':
      return split(argument, stack);
    case 'Fn::If':
      return choose(argument, stack);
    case 'Fn::FindInMap':
      return findInMap(argument, stack);
    case 'Fn::ToJsonString':
      return JSON.stringify(resolve(argument, stack));
    case 'Fn::ImportValue':
      throw new Unresolved(`${name} ${JSON.stringify(argument)}: it is the output of another stack`);
    default:
      throw new Unresolved(`${name}: it is not known before the deployment`);
  }
}

/** `Ref` of a parameter, of a bus (its name), or of what AWS itself knows. */
function reference(name: string, stack: Stack): unknown {
  const { template, region, account, busOf } = stack;
  const parameter = template.parameters.values.get(name);
  if (parameter !== undefined) return parameter;
  const bus = busOf(name);
  if (bus !== undefined) return bus.name;
  switch (name) {
    case 'AWS::Region':
      return region;
    case 'AWS::AccountId':
      return account;
    case 'AWS::Partition':
      return 'aws';
    case 'AWS::URLSuffix':
      return 'amazonaws.com';
    case 'AWS::NoValue':
      return NO_VALUE;
    default:
      throw new Unresolved(`Ref ${name}: ${whyUnknown(name, template)}`);
  }
}

function whyUnknown(name: string, { resources, parameters }: Template): string {
  const resource = resources.get(name);
  if (resource !== undefined) return `the name of that ${resource.type} is not known before the deployment`;
  const why = parameters.inStore.has(name) ? 'its value is in the parameter store' : 'it has no default';
  return `${why}, give it in { parameters: { ${JSON.stringify(name)}: … } }`;
}

function attribute(argument: unknown, stack: Stack): unknown {
  const [id, ...names] = typeof argument === 'string' ? argument.split('.') : list(argument, 'Fn::GetAtt');
  const name = names.map((part) => text(resolve(part, stack), 'Fn::GetAtt')).join('.');
  const bus = busAttribute(String(id), name, stack);
  if (bus !== undefined) return bus;
  throw new Unresolved(`Fn::GetAtt ${String(id)}.${name}: it is not known before the deployment`);
}

function busAttribute(id: string, name: string, { busOf }: Stack): string | undefined {
  const bus = busOf(id);
  if (name === 'Arn') return bus?.arn;
  return name === 'Name' ? bus?.name : undefined;
}

/** `${Name}`, `${Resource.Attribute}`, and `${!Literal}` that stays. */
function substitute(argument: unknown, stack: Stack): string {
  const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
  const values = isObject(variables) ? variables : {};
  return text(template, 'Fn::Sub').replace(/\$\{([^}]*)\}/g, (_, written: string) => {
    const name = written.trim();
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    if (Object.hasOwn(values, name)) return printable(resolve(values[name], stack), 'Fn::Sub');
    return printable(name.includes('.') ? attribute(name, stack) : reference(name, stack), 'Fn::Sub');
  });
}

function join(argument: unknown, stack: Stack): string {
  const [separator, items] = list(argument, 'Fn::Join');
  const resolved = list(resolve(items, stack), 'Fn::Join');
  return resolved.map((item) => printable(item, 'Fn::Join')).join(text(separator, 'Fn::Join'));
}

function select(argument: unknown, stack: Stack): unknown {
  const [index, items] = list(argument, 'Fn::Select');
  const item = list(resolve(items, stack), 'Fn::Select')[Number(resolve(index, stack))];
  if (item === undefined) throw new Unresolved(`Fn::Select ${JSON.stringify(index)}: there is no such item`);
  return item;
}

function split(argument: unknown, stack: Stack): string[] {
  const [separator, whole] = list(argument, 'Fn::Split');
  return text(resolve(whole, stack), 'Fn::Split').split(text(separator, 'Fn::Split'));
}

function choose(argument: unknown, stack: Stack): unknown {
  const [condition, whenTrue, whenFalse] = list(argument, 'Fn::If');
  return resolveAny(holds({ Condition: condition }, stack) ? whenTrue : whenFalse, stack);
}

function findInMap(argument: unknown, stack: Stack): unknown {
  const names = list(argument, 'Fn::FindInMap').map((name) => text(resolve(name, stack), 'Fn::FindInMap'));
  let found: unknown = stack.template.mappings;
  for (const name of names) found = isObject(found) ? found[name] : undefined;
  if (found === undefined) throw new Unresolved(`Fn::FindInMap ${names.join('.')}: there is no such entry`);
  return found;
}

function list(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Unresolved(`${name}: it needs a list, not ${JSON.stringify(value)}`);
}

function text(value: unknown, name: string): string {
  if (typeof value === 'string') return value;
  throw new Unresolved(`${name}: it needs a text, not ${JSON.stringify(value)}`);
}

function printable(value: unknown, name: string): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return text(value, name);
}
