import { wrongUse } from '../../base/errors.js';
import { describeArgument } from '../describe-argument.js';
import type { Parameters } from '../parameters.js';
import { EVENT_BUS, type Resource, type Template } from '../template.js';
import { evaluateCondition, notACondition } from './conditions.js';
import { withoutDynamicReference } from './dynamic-reference.js';
import { callFunction, isFunctionName } from './intrinsics/functions.js';
import { Memo } from './memo.js';
import { ResolvedSizes, refuseSize } from './resolved-size.js';
import type { Stack, TemplateBus } from './stack.js';
import { Unresolved } from './unresolved.js';

/** Levels of nesting, references included: far above any real template, far below what the stack of a test allows. */
const MAX_DEPTH = 500;

/** Resolves a template against its parameters, each part of it once. */
export class Resolver implements Stack {
  readonly template: Template;
  readonly parameters: Parameters;
  readonly #values = new Memo<object, unknown>();
  readonly #conditions = new Memo<object, boolean>();
  readonly #namedConditions = new Memo<string, boolean>();
  readonly #buses = new Memo<string, TemplateBus>();
  readonly #sizes = new ResolvedSizes();
  /** The named parts of the template that are being resolved, outermost first. */
  readonly #path: string[] = [];
  #depth = 0;

  constructor(template: Template, parameters: Parameters) {
    this.template = template;
    this.parameters = parameters;
  }

  resolve(value: unknown): unknown {
    if (typeof value === 'string') return withoutDynamicReference(value);
    if (typeof value !== 'object' || value === null) return value;
    return this.#values.get(value, () => this.#deeper(() => this.#resolved(value)), this.#containsItself);
  }

  isTrue(condition: unknown): boolean {
    if (typeof condition !== 'object' || condition === null) throw notACondition(condition);
    const evaluate = () => this.#deeper(() => evaluateCondition(condition, this));
    return this.#conditions.get(condition, evaluate, this.#containsItself);
  }

  isConditionTrue(name: string): boolean {
    const path = pathOf('Conditions', name);
    const evaluate = () => this.#within(path, () => this.isTrue(this.#declared(name)));
    return this.#namedConditions.get(name, evaluate, () => this.#cycle(path));
  }

  bus(logicalId: string): TemplateBus | undefined {
    const resource = this.template.resources.get(logicalId);
    if (resource?.type !== EVENT_BUS) return undefined;
    const path = pathOf('Resources', logicalId);
    const evaluate = () => this.#within(path, () => this.#busOf(logicalId, resource));
    return this.#buses.get(logicalId, evaluate, () => this.#cycle(path));
  }

  /** Runs something that belongs to a resource, for the message of an error. */
  withinResource<T>(logicalId: string, run: () => T): T {
    return this.#within(pathOf('Resources', logicalId), run);
  }

  #within<T>(path: string, run: () => T): T {
    this.#path.push(path);
    try {
      return this.#deeper(run);
    } finally {
      this.#path.pop();
    }
  }

  #resolved(value: object): unknown {
    const result = this.#resolvedOnce(value);
    refuseSize(this.#sizes.of(result));
    return typeof result === 'string' ? withoutDynamicReference(result) : result;
  }

  /** `undefined` means `AWS::NoValue`: the item or the property that has it is left out. */
  #resolvedOnce(value: object): unknown {
    if (Array.isArray(value))
      return value.map((item) => this.resolve(item)).filter((item) => item !== undefined);
    const entries = Object.entries(value);
    const [first] = entries;
    if (entries.length === 1 && first !== undefined && isFunctionName(first[0]))
      return callFunction(first[0], first[1], this);
    return Object.fromEntries(
      entries
        .map(([key, child]) => [key, this.resolve(child)] as const)
        .filter(([, child]) => child !== undefined),
    );
  }

  #declared(name: string): unknown {
    const condition = this.template.conditions.get(name);
    if (condition === undefined)
      throw new Unresolved(`The template has no condition ${describeArgument(name)}.`);
    return condition;
  }

  #busOf(logicalId: string, { condition, properties }: Resource): TemplateBus {
    if (condition !== undefined && !this.isConditionTrue(condition))
      throw new Unresolved(
        `The bus ${describeArgument(logicalId)} does not exist: its condition ${describeArgument(condition)} is false.`,
      );
    const name = this.resolve(properties['Name']);
    if (typeof name !== 'string')
      throw new Unresolved(`The name of the bus ${describeArgument(logicalId)} is not a string.`);
    return { name, arn: `${this.parameters.eventsArn}:event-bus/${name}` };
  }

  #deeper<T>(run: () => T): T {
    if (this.#depth >= MAX_DEPTH) throw new Unresolved(`It is nested more than ${MAX_DEPTH} levels deep.`);
    this.#depth++;
    try {
      return run();
    } finally {
      this.#depth--;
    }
  }

  /** CloudFormation refuses a template with a cycle as well. */
  #cycle(path: string): never {
    const cycle = [...this.#path.slice(this.#path.lastIndexOf(path)), path].join(' -> ');
    throw wrongUse(`rulesFrom: the template has a cycle: ${cycle}. Remove one of these references.`);
  }

  readonly #containsItself = (): never => {
    throw wrongUse(`rulesFrom: an object in ${this.#path.at(-1) ?? 'the template'} contains itself.`);
  };
}

/** `Conditions.IsDev`. CloudFormation allows letters and digits in names; any other is quoted. */
function pathOf(section: string, name: string): string {
  return `${section}.${/^\w+$/.test(name) ? name : describeArgument(name)}`;
}
