import type { Parameters } from '../parameters.js';
import type { Template } from '../template.js';

/** A bus that a template creates. */
export interface TemplateBus {
  readonly name: string;
  readonly arn: string;
}

/** A template as if it were deployed: what conditions and intrinsic functions ask of each other. */
export interface Stack {
  readonly template: Template;
  readonly parameters: Parameters;
  /**
   * The value with its intrinsic functions resolved; `undefined` for `AWS::NoValue`.
   * @throws {Unresolved} for what only a deployment knows
   */
  resolve(value: unknown): unknown;
  /** Whether a condition, given as the object that declares it, is true. @throws {Unresolved} */
  isTrue(condition: unknown): boolean;
  /** Whether the condition of that name is true. @throws {Unresolved} */
  isConditionTrue(name: string): boolean;
  /** The bus of a logical id; `undefined` when that is not a bus of this template. @throws {Unresolved} */
  bus(logicalId: string): TemplateBus | undefined;
}
